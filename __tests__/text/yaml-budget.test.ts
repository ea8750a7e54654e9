import { describe, expect, it } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import { parseYaml } from '../../src/text/yaml-file.ts';
import { bearableMs, costOf } from '../helpers/cost-of.ts';

const parse = (text: string) => parseYaml({ path: 'a.yml', text });

function faultOf(text: string): string {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return 'none';
}

const doubling = (levels: number, reuse: (name: string) => string) =>
  Array.from({ length: levels }, (_, level) => `b${level + 1}: &b${level + 1} ${reuse(`*b${level}`)}\n`).join('');

describe('what a YAML file may cost', () => {
  it.each([
    ['merges of merges', `b0: &b0 {x: 1}\n${doubling(24, (name) => `{<<: [${name}, ${name}]}`)}`],
    ['aliases of aliases', `b0: &b0 [x]\n${doubling(40, (name) => `[${name}, ${name}]`)}`],
    ['many aliases', `a: &a 1\nb: [${'*a,'.repeat(10_000)}]`],
    ['many anchors', Array.from({ length: 5000 }, (_, at) => `- &a${at} 1\n- *a${at}\n`).join('')],
    ['aliases of nothing', `b: [${'*a,'.repeat(10_000)}]`],
    ['commas', `a: [${','.repeat(100_000)}]`],
    ['a large mapping merged often', `a: &a {${keys(5000)}}\nb:\n${'- <<: *a\n'.repeat(2000)}`],
    ['a syntax error a line', "a: '\n'\n".repeat(30_000)],
    ['tags', `a: [${'!x a,'.repeat(30_000)}]`],
  ])('%s end soon', (_name, text) => {
    expect(costOf(() => faultOf(text))).toBeLessThan(bearableMs);
  });

  it.each([
    ['more tokens than are read', '- a: 1\n'.repeat(40_000), /^a\.yml has more than 250000 tokens of YAML\. Split/],
    [
      'too much text by aliases',
      `a: &a ${'x'.repeat(1000)}\nb: &b [${'*a,'.repeat(1000)}]\nc: [${'*b,'.repeat(9)}]`,
      /^a\.yml:3:4 is too large once its aliases are written out/,
    ],
    [
      'too much work by merges',
      `a: &a {${keys(5000)}}\nb:\n${'- <<: *a\n'.repeat(200)}`,
      /^a\.yml:\d+:3 is too large once/,
    ],
    [
      'too many levels by aliases',
      `b0: &b0 [x]\n${doubling(101, (name) => `[${name}]`)}`,
      /nested more than 100 levels/,
    ],
    ['an alias inside its anchor', 'a: &a [*a]', /^a\.yml:1:8 refers to "a", which it is a part of/],
    ['a merge of no mapping', 'a: {<<: 1}', /^a\.yml:1:5 merges what is no mapping/],
    ['a merge of a list of no mappings', 'a: {<<: [[], {}]}', /^a\.yml:1:5 merges what is no mapping/],
    ['only the first syntax error', 'a: [,]\nb: [,]', /^a\.yml:1:5 [^\n]*$/],
  ])('%s: refused with its place', (_name, text, message) => {
    expect(faultOf(text)).toMatch(message);
  });

  it('a key deep in a large mapping is found without a walk through all of them', () => {
    const names = Array.from({ length: 20_000 }, (_, at) => `k${at}`);
    const file = parse(names.map((name) => `${name}: 1\n`).join(''));
    const find = () => names.filter((name, at) => file.where([name]).line === at + 1);
    expect(costOf(() => expect(find()).toHaveLength(20_000))).toBeLessThan(bearableMs);
  });
});

describe('what aliases and merges come to', () => {
  it.each([
    [
      'own keys win, wherever they stand',
      'a: &a {x: 1, y: 1}\nb: {x: 2, <<: *a}\nc: {<<: *a, y: 2}',
      { b: { x: 2, y: 1 }, c: { x: 1, y: 2 } },
    ],
    ['of several the first wins', 'a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc: {<<: [*a, *b]}', { c: { x: 1, y: 2 } }],
    ['the last anchor of a name counts', 'a: &n 1\nb: *n\nc: &n 2\nd: *n', { b: 1, d: 2 }],
    ['what was merged goes on', 'a: &a {x: 1}\nb: &b {<<: *a}\nc: {<<: *b}', { c: { x: 1 } }],
    ['a quoted "<<" is a key', 'a: &a {x: 1}\nb: {"<<": *a}', { b: { '<<': { x: 1 } } }],
    ['nothing to merge', 'b: {<<: [], y: 1}', { b: { y: 1 } }],
  ])('%s', (_name, text, members) => {
    expect(parse(text).value).toMatchObject(members);
  });

  it('a key called __proto__ is a key', () => {
    expect(Object.keys(parse('a: &a {__proto__: 1}\nb: {<<: *a}').get(['b']) as object)).toEqual(['__proto__']);
  });
});

function keys(count: number): string {
  return Array.from({ length: count }, (_, at) => `k${at}: 1`).join(', ');
}
