import { describe, expect, it } from '@jest/globals';
import type { Json } from '../../../src/json.ts';
import { readPicoschema } from '../../../src/prompts/dotprompt/picoschema.ts';

function read(value: Json) {
  const mistakes: string[] = [];
  const { schema, named } = readPicoschema(value, (path, message) => mistakes.push(`${path.join('.')} ${message}`));
  return { schema, named, mistakes };
}

const closed = { type: 'object', additionalProperties: false };

describe('Picoschema', () => {
  it.each<[string, Json, Json]>([
    ['a scalar', 'string', { type: 'string' }],
    ['a description with commas', 'number,  a, b', { type: 'number', description: 'a, b' }],
    ['anything', 'any, what you want', { description: 'what you want' }],
    [
      'names',
      { a: 'string', b: 'integer, how many' },
      {
        ...closed,
        properties: { a: { type: 'string' }, b: { type: 'integer', description: 'how many' } },
        required: ['a', 'b'],
      },
    ],
    [
      'what may be missing',
      { 'a?': 'string', 'b?': 'any' },
      { ...closed, properties: { a: { type: ['string', 'null'] }, b: {} } },
    ],
    [
      'lists',
      { 'a(array, some)': 'string, one', 'b?(array)': 'number' },
      {
        ...closed,
        properties: {
          a: { type: 'array', items: { type: 'string', description: 'one' }, description: 'some' },
          b: { type: ['array', 'null'], items: { type: 'number' } },
        },
        required: ['a'],
      },
    ],
    [
      'objects',
      { 'a?(object, it)': { b: 'null' }, c: { 'd?': 'string' } },
      {
        ...closed,
        properties: {
          a: {
            ...closed,
            type: ['object', 'null'],
            properties: { b: { type: 'null' } },
            required: ['b'],
            description: 'it',
          },
          c: { ...closed, properties: { d: { type: ['string', 'null'] } } },
        },
        required: ['c'],
      },
    ],
    [
      'words',
      { 'a(enum, one)': ['X', 'Y'], 'b?(enum)': ['Z'] },
      {
        ...closed,
        properties: { a: { enum: ['X', 'Y'], description: 'one' }, b: { enum: ['Z', null] } },
        required: ['a'],
      },
    ],
    [
      'other names',
      { a: 'string', '(*)': 'number, any' },
      {
        type: 'object',
        properties: { a: { type: 'string' } },
        required: ['a'],
        additionalProperties: { type: 'number', description: 'any' },
      },
    ],
    ['JSON Schema by its type', { type: 'array', items: {} }, { type: 'array', items: {} }],
    ['JSON Schema by its properties', { properties: { a: {} } }, { type: 'object', properties: { a: {} } }],
    [
      'a property called type',
      { type: { a: 'string' } },
      {
        ...closed,
        properties: { type: { ...closed, properties: { a: { type: 'string' } }, required: ['a'] } },
        required: ['type'],
      },
    ],
  ])('reads %s', (_, value, schema) => {
    expect(read(value)).toEqual({ schema, named: [], mistakes: [] });
  });

  it('names what only code defines', () => {
    expect(read({ a: 'Person', 'b(array)': 'Place, where' }).named).toEqual(['Person', 'Place']);
  });

  it.each<[string, Json, string]>([
    ['a number', { a: { b: 3 } }, 'a.b must be a type or a mapping, not a number.'],
    ['an unknown kind', { 'a(map)': 'string' }, 'a(map) has the unknown kind "map".'],
    ['words that are none', { 'a(enum)': 'X' }, 'a(enum) must be a list, not text.'],
    ['a name given twice', { a: 'string', 'a?': 'string' }, 'a? is given twice.'],
  ])('tells a mistake: %s', (_, value, expected) => {
    expect(read(value).mistakes).toEqual([expected]);
  });

  it('keeps a name that objects have of their own', () => {
    const { schema } = read(JSON.parse('{"__proto__": "string", "constructor?": "number"}') as Json);
    expect(Object.keys(schema.properties as object)).toEqual(['__proto__', 'constructor']);
  });
});
