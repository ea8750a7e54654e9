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
];

const rowOf = (draw: Parameters<Target['make']>[0]) => {
  const row = drawMapping(draw, words, () => drawValue(draw, words, 2));
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
  return draw.isOnce(20) ? drawValue(draw, words) : row;
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
        writeJson(draw.isOnce(2) ? rowsOf(draw) : { [drawWord(draw, ['rows', 'testData', 'x'])]: rowsOf(draw) }, 1),
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
      const metric = () => drawMapping(draw, configWords, () => drawValue(draw, configWords, 2));
      const check = () => ({
        name: drawWord(draw, ['c', 'd', 'e']),
        type: drawWord(draw, [
          'equals',
          'contains',
          'regex',
          'one-of',
          'number',
          'json',
          'json-schema',
          'length',
          'rouge-l',
        ]),
        ...drawMapping(
          draw,
          [
            'expected',
            'pattern',
            'values',
            'schema',
            'min',
            'max',
            'tolerance',
            'path',
            'normalize',
            'from',
            'not',
            'role',
            'min-score',
          ],
          () => drawValue(draw, ['{{a}}', 'a+', 'unicode', 'fenced', 'report', '/a/0', 'type', 'object'], 2),
        ),
      });
      const suite = () => ({
        name: drawWord(draw, ['s', 't', 'u']),
        prompts: drawWord(draw, ['p/*.md', '**/*.md', '../x', 'a{b,c}.md']),
        dataset: draw.isOnce(3) ? rowsOf(draw) : drawWord(draw, ['d.jsonl', 'x/d.csv']),
        checks: draw.some(3, () => (draw.isOnce(6) ? metric() : check())),
        judges: draw.some(2, () => ({
          name: drawWord(draw, ['j', 'k']),
          type: drawWord(draw, ['rubric', 'checklist', 'choices', 'pairwise']),
          rubric: drawWord(draw, ['r.md', 'builtin:fluency']),
          ...metric(),
        })),
        gate: drawMapping(draw, ['margin', 'alpha', 'min-cases', 'on-inconclusive', 'rounds'], () =>
          drawValue(draw, ['warn', 'fail', 'block'], 1),
        ),
        ...(draw.isOnce(4) ? metric() : {}),
      });
      const config = {
        version: draw.isOnce(20) ? drawValue(draw, configWords) : 1,
        suites: draw.some(3, suite),
        ...(draw.isOnce(3)
          ? drawMapping(
              draw,
              ['model', 'judge', 'budget', 'concurrency', 'baseline', 'report', 'discover', 'monitor', 'sutes'],
              () => drawValue(draw, configWords),
            )
          : {}),
      };
      const text = writeYaml(draw, config);
      return draw.isOnce(2) ? text : mutate(draw, text);
    },
    check: (text, variant) =>
      void parseConfig({ path: variant % 2 === 0 ? 'prompt-assay.yml' : '.github/prompt-assay.yml', text }),
  },
];

/** As JSON.stringify writes what JSON.parse read: with the nearest double for each integer. */
function writeDoubles(value: Json): string {
  return JSON.stringify(value, (_key, member: unknown) => (typeof member === 'bigint' ? Number(member) : member));
}
