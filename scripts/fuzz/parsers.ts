import { joinDatasets } from '../../src/datasets/formats.ts';
import { parseVariables } from '../../src/datasets/variables.ts';
import { canonicalJson, type Json, parseJson, readJson, writeJson } from '../../src/json.ts';
import { parseConfig } from '../../src/read/parse-config.ts';
import { findJsonFault, readJsonFile } from '../../src/text/json-text.ts';
import { decodeSourceFile } from '../../src/text/source-file.ts';
import { parseYaml } from '../../src/text/yaml-file.ts';
import { drawMapping, drawText, drawValue, drawWord, mutate } from './grammar.ts';
import { must, type Target } from './target.ts';
import { writeCsv, writeLines, writeYaml } from './write.ts';

const words = [
  'id',
  'input',
  'expected',
  'context',
  'a',
  'b',
  'tags',
  'critical',
  'messages',
  'role',
  'content',
  'user',
  'answer',
  'vars',
  'item',
  'sample',
  'output',
  'inputs',
  'outputs',
  'expectations',
  'instruction',
  'datasetId',
  'expectedOutput',
];

const rowOf = (draw: Parameters<Target['make']>[0]) => {
  const row = drawMapping(
    draw,
    draw.isWild ? words : ['input', 'expected', 'context', 'vars', 'a', 'b', 'answer', 'item'],
    () => drawValue(draw, words, 2),
  );
  if (draw.isOnce(4)) row.tags = draw.pick([['a', 'b'], 'a, b', []]);
  if (draw.isOnce(4)) row.critical = draw.pick([true, 'false', '', null]);
  if (draw.isOnce(4)) row.id = draw.pick([`r${draw.below(99)}`, draw.below(99)]);
  if (draw.isOnce(3))
    row.messages = draw.some(3, () => ({
      role: drawWord(draw, ['user', 'assistant', 'system', 'tool']),
      content: draw.isOnce(4)
        ? [
            {
              type: drawWord(draw, ['text', 'image_url']),
              text: 'a',
              image_url: { url: drawWord(draw, ['https://x', 'data:image/png;base64,']) },
            },
          ]
        : drawText(draw),
      ...(draw.isOnce(4)
        ? { tool_calls: drawValue(draw, ['id', 'function', 'name', 'arguments']), tool_call_id: 'c' }
        : {}),
    }));
  return draw.isWild && draw.isOnce(9) ? drawValue(draw, words) : row;
};

const rowsOf = (draw: Parameters<Target['make']>[0]) => draw.some(5, () => rowOf(draw));

function checkDataset(path: string): Target['check'] {
  return (text) => {
    const { cases } = joinDatasets([{ path, text }]);
    must(new Set(cases.map(({ id }) => id)).size === cases.length, 'ids differ');
    for (const { variables } of cases) must(findJsonFault(variables) === null, 'variables are JSON');
  };
}

const configWords = [
  'version',
  'suites',
  'name',
  'prompts',
  'dataset',
  'checks',
  'judges',
  'gate',
  'model',
  'id',
  'type',
  'equals',
  'expected',
  'regex',
  'pattern',
  'json-schema',
  'schema',
  'margin',
  'budget',
  'baseline',
  'rubric',
  'checklist',
  'path',
  '/a',
  'evals/d.jsonl',
  'prompts/*.md',
  'values',
  'min',
  'max',
  'not',
  'role',
  'report',
  'one-of',
  'length',
  'any',
  'panel',
  'judge',
  'samples',
  'inputs',
  'format',
  'template',
];

const checks = [
  { type: 'equals', expected: '{{ expected }}', path: '/label' },
  { type: 'equals', expected: { a: [1] }, normalize: ['case'] },
  { type: 'contains', expected: 'x', 'ignore-case': true, not: true },
  { type: 'regex', pattern: '^[a-z]+$' },
  { type: 'regex', pattern: '(a' },
  { type: 'one-of', values: ['a', 1, null], from: 'fenced' },
  { type: 'number', expected: 4, tolerance: 0.5 },
  { type: 'json' },
  { type: 'json-schema', schema: { type: 'object', properties: { a: { type: 'string' } } } },
  { type: 'json-schema', schema: 's.json' },
  { type: 'length', min: 1, max: 9 },
  { type: 'length', min: 9, max: 1 },
  { type: 'rouge-l', expected: '{{expected}}' },
];
const extras = [
  { role: 'report' },
  { 'min-score': 0.5 },
  { direction: 'lower' },
  { 'min-score': { value: 0.8, on: 'lower-bound' } },
  { expcted: 1 },
];
const judges = [
  { type: 'rubric', rubric: 'builtin:fluency' },
  { type: 'checklist', rubric: 'r.md', calibration: 'l.jsonl' },
  {
    type: 'choices',
    prompt: '{{completion}}',
    choices: [
      { choice: 'a', score: 1 },
      { choice: 'b', score: 0 },
    ],
  },
  { type: 'pairwise', rubric: 'r.md' },
  { type: 'rubic' },
];
const gates = [
  { margin: 0.05, alpha: 0.05 },
  { 'min-cases': 10, 'on-inconclusive': 'block' },
  { margin: 2 },
  { rounds: 2, settle: 3 },
];
const tops = [
  { model: { id: 'm', parameters: { temperature: 0 } } },
  { judge: { model: { id: 'j' } } },
  { budget: { 'per-run-usd': 2 } },
  { baseline: { branch: 'b' } },
  { sutes: [] },
  { monitor: {} },
];

/** Readers of files that a pull request brings. */
export const parsers: readonly Target[] = [
  {
    name: 'yaml',
    make: (draw) => mutate(draw, writeYaml(draw, drawValue(draw, words, 4))),
    check: (text) => {
      const file = parseYaml({ path: 'a.yml', text });
      must(findJsonFault(file.value) === null, 'a value is JSON');
      for (const path of [[], ['a'], ['a', 0], ['messages', 0, 'role'], [1]]) {
        const { line } = file.where(path);
        must(line === null || (line >= 1 && line <= text.split('\n').length), 'a place is in the file');
        file.whereKey(path);
        file.source(path);
      }
      const again = parseYaml({ path: 'b.yml', text: writeJson(file.value, 2) });
      must(canonicalJson(again.value) === canonicalJson(file.value), 'what is read reads back from JSON');
    },
  },
  {
    name: 'json',
    make: (draw) => mutate(draw, writeJson(drawValue(draw, words, 4), draw.below(3))),
    check: (text) => {
      let native: unknown;
      try {
        native = JSON.parse(text);
      } catch {
        must(parseJson(text) === undefined, 'what is no JSON is not read as JSON');
      }
      if (native !== undefined)
        must(JSON.stringify(native) === writeDoubles(readJson(text).value), 'JSON reads as everywhere');
      const { value } = readJsonFile({ path: 'a.json', text });
      must(canonicalJson(readJson(writeJson(value)).value) === canonicalJson(value), 'JSON reads back');
    },
  },
  {
    name: 'rows of JSON Lines',
    make: (draw) => mutate(draw, writeLines(rowsOf(draw))),
    check: checkDataset('a.jsonl'),
  },
  {
    name: 'rows of JSON',
    make: (draw) =>
      mutate(
        draw,
        writeJson(
          draw.isOnce(2) ? rowsOf(draw) : { [drawWord(draw, ['rows', 'tests', 'testData', 'x'])]: rowsOf(draw) },
          1,
        ),
      ),
    check: checkDataset('a.json'),
  },
  { name: 'rows of YAML', make: (draw) => mutate(draw, writeYaml(draw, rowsOf(draw))), check: checkDataset('a.yml') },
  {
    name: 'rows of CSV',
    make: (draw) => {
      const columns = draw.some(4, () => drawWord(draw, words));
      return mutate(draw, writeCsv(draw, [columns, ...draw.some(4, () => columns.map(() => drawText(draw)))]));
    },
    check: checkDataset('a.csv'),
  },
  {
    name: 'rows of TSV',
    make: (draw) => {
      const columns = draw.some(4, () => drawWord(draw, words));
      const lines = [columns, ...draw.some(4, () => columns.map(() => drawText(draw)))];
      return mutate(draw, lines.map((cells) => cells.join('\t')).join('\n'));
    },
    check: checkDataset('a.tsv'),
  },
  {
    name: 'variables',
    make: (draw) =>
      mutate(
        draw,
        writeYaml(
          draw,
          drawMapping(draw, words, () => drawValue(draw, words)),
        ),
      ),
    check: (text) => void parseVariables({ path: 'v.yml', text }),
  },
  {
    name: 'bytes',
    make: (draw) => mutate(draw, drawText(draw)),
    check: (text, variant) => {
      const bytes = Buffer.from(text, (['utf8', 'latin1', 'utf16le', 'hex'] as const)[variant % 4]);
      must(!decodeSourceFile('a.md', bytes, 4096).text.includes('\0'), 'no file holds the character 0');
    },
  },
  {
    name: 'config',
    make: (draw) => {
      const wild = () =>
        draw.isWild && draw.isOnce(4) ? drawMapping(draw, configWords, () => drawValue(draw, configWords, 2)) : {};
      const check = (index: number) => ({
        name: `c${index}`,
        ...draw.pick(checks),
        ...(draw.isOnce(4) ? draw.pick(extras) : {}),
        ...wild(),
      });
      const suite = (index: number) => ({
        name: `s${index}`,
        prompts: drawWord(draw, ['p/*.md', '**/*.md', 'a{b,c}.md']),
        dataset: draw.isOnce(3)
          ? [{ id: 'a', input: 'b' }, ...(draw.isWild ? rowsOf(draw) : [])]
          : drawWord(draw, ['d.jsonl', 'x/d.csv', '../x']),
        checks: [check(0), ...draw.some(2, (more) => check(more + 1))],
        ...(draw.isOnce(3) ? { judges: [{ name: 'j', ...draw.pick(judges), ...wild() }] } : {}),
        ...(draw.isOnce(3) ? { gate: draw.pick(gates) } : {}),
        ...wild(),
      });
      const config = {
        version: 1,
        suites: [suite(0), ...draw.some(2, (more) => suite(more + 1))],
        ...(draw.isOnce(2) ? draw.pick(tops) : {}),
        ...wild(),
      };
      return mutate(draw, writeYaml(draw, config));
    },
    check: (text, variant) =>
      void parseConfig({ path: variant % 2 === 0 ? 'prompt-assay.yml' : '.github/prompt-assay.yml', text }),
  },
];

/** As JSON.stringify writes what JSON.parse read: with the nearest double for each integer. */
function writeDoubles(value: Json): string {
  return JSON.stringify(value, (_key, member: unknown) => (typeof member === 'bigint' ? Number(member) : member));
}
