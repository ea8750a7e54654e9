import { describe, expect, it } from '@jest/globals';
import type { Prompt } from '../../src/prompts/prompt.ts';
import { resolvePrompt } from '../../src/prompts/resolve.ts';
import { decodeSourceFile } from '../../src/text/source-file.ts';
import { parsePrompt } from '../helpers/parse-prompt.ts';
import { aPrompt, asking } from './builders.ts';

const defaults = {
  id: 'default-model',
  api: 'chat',
  parameters: { temperature: 1, 'max-output-tokens': 100 },
} as const;
const versionOf = (changes: Partial<Prompt>) => resolvePrompt(aPrompt(changes), defaults).version;

describe('a resolved prompt', () => {
  it('takes what it lacks from the defaults', () => {
    expect(resolvePrompt(aPrompt({ parameters: { temperature: 0 } }), defaults)).toMatchObject({
      id: 'prompts/a.md',
      model: 'default-model',
      api: 'chat',
      parameters: { temperature: 0, 'max-output-tokens': 100 },
    });
  });

  it('sends one token limit, its own, whatever it is called', () => {
    const { parameters } = resolvePrompt(aPrompt({ parameters: { 'max-tokens': 5 } }), defaults);
    expect(parameters).toEqual({ temperature: 1, 'max-tokens': 5 });
  });

  it('is known by its name', () => {
    expect(resolvePrompt(aPrompt({ name: 'greet', model: 'own' }), defaults)).toMatchObject({
      id: 'greet',
      model: 'own',
    });
  });

  it('says how to name a model where nobody did', () => {
    expect(() => resolvePrompt(aPrompt(), { ...defaults, id: null })).toThrow(
      /^prompts\/a.md names no model. Add "model: …"/,
    );
  });
});

describe('a prompt version', () => {
  it.each<[string, Partial<Prompt>]>([
    ['text', asking('Ho {{name}}')],
    ['role', { messages: [{ role: 'system', content: 'Hi {{name}}' }] }],
    ['temperature', { parameters: { temperature: 0 } }],
    ['model', { model: 'other' }],
    ['response format', { responseFormat: { type: 'json_object', name: null, schema: null, strict: null } }],
    ['tools', { tools: [{ type: 'function' }] }],
    ['retrieval', { retrieval: { top: 3 } }],
  ])('changes with the %s', (_, changes) => {
    expect(versionOf(changes)).not.toBe(versionOf({}));
  });

  it.each<[string, Partial<Prompt>]>([
    ['name', { name: 'x' }],
    ['path', { path: 'b.md' }],
    ['description', { description: 'x' }],
    ['rows', { rows: [] }],
    ['a default written out', { parameters: { temperature: 1 } }],
  ])('stays with another %s', (_, changes) => {
    expect(versionOf(changes)).toBe(versionOf({}));
  });

  it('does not see line ends and byte order marks', () => {
    const version = (text: string) =>
      resolvePrompt(parsePrompt(decodeSourceFile('a.md', new TextEncoder().encode(text))), defaults).version;
    expect(version('\uFEFFA\r\nB\r\n')).toBe(version('A\nB\n'));
    expect(version('A\nB\n')).toMatch(/^pv-[0-9a-f]{12}$/);
  });

  it('differs between the APIs', () => {
    expect(resolvePrompt(aPrompt(), { ...defaults, api: 'responses' }).version).not.toBe(versionOf({}));
  });
});
