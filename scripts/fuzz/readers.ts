import { parseCommentRecord, renderCommentRecord } from '../../src/action/record.ts';
import { parseRecording } from '../../src/adapters/replay/recording.ts';
import { parseBaseline } from '../../src/baseline/parse-baseline.ts';
import { renderBaseline } from '../../src/baseline/stored-baseline.ts';
import { unfence } from '../../src/checks/code-fence.ts';
import { lookUpPointer } from '../../src/checks/json-pointer.ts';
import { parseModelJson } from '../../src/checks/model-json.ts';
import { checkKinds, compileCheck } from '../../src/checks/registry.ts';
import { compileSchema } from '../../src/checks/schema-validator.ts';
import type { CheckConfig, JudgeConfig } from '../../src/config/config.ts';
import { UserError } from '../../src/errors.ts';
import { parseScoreFile } from '../../src/gate/score-lines.ts';
import { canonicalJson, isJsonObject, type Json, type JsonObject, parseJson, writeJson } from '../../src/json.ts';
import { parseLabelLines } from '../../src/judges/labels/lines.ts';
import { calibrateFile } from '../../src/judges/read-calibration.ts';
import { compileJudge } from '../../src/judges/registry.ts';
import { checkLevels, parseCriteria } from '../../src/judges/rubric-file.ts';
import { parseRecord, renderMarker, renderRecord } from '../../src/report/comment/marker.ts';
import { readEntry, writeEntry } from '../../src/run/codec.ts';
import { cutReasoning } from '../../src/run/reasoning.ts';
import { drawMapping, drawText, drawValue, drawWord, mutate } from './grammar.ts';
import { must, type Target } from './target.ts';
import { writeLines } from './write.ts';

const where = { path: 'prompt-assay.yml', line: 7, column: 9 };
const replyWords = [
  'abstain',
  'reason',
  'choice',
  'criteria',
  'score',
  'good',
  'bad',
  'met',
  'id',
  'evidence',
  'one',
  'two',
  'level',
  'evidence',
];
const rubric = '# Rubric\n\n1: bad\n2: poor\n3: fair\n4: good\n5: best\n\n- one: is there\n- two: is right\n';
const judge = {
  kind: 'judge',
  name: 'j',
  role: 'gate',
  direction: 'higher',
  minScore: null,
  at: 'final',
  rubric: 'r.md',
  calibration: null,
  allowUncalibrated: false,
  model: null,
  samples: 1,
  where,
} as const;
const files = new Map([['r.md', { path: 'r.md', text: rubric }]]);
const judges = [
  { ...judge, type: 'rubric', options: {} },
  { ...judge, type: 'checklist', options: {} },
  {
    ...judge,
    type: 'choices',
    rubric: null,
    options: {
      prompt: '{{completion}}',
      choices: [
        { choice: 'good', score: 1 },
        { choice: 'bad', score: 0 },
      ],
    },
  },
].map((config) => compileJudge(config as JudgeConfig, files));
const subject = {
  output: { content: 'Send it back.', toolCalls: [], refusal: null, finishReason: 'stop' },
  variables: { input: 'How?' },
};
const recordWords = [
  'format',
  'shown',
  'verdicts',
  'accepted',
  'asked',
  'screens',
  'head',
  'base',
  'question',
  'grounds',
  'suite',
  'key',
  'verdict',
  'pass',
  'fail',
  'title',
  'attempts',
  'by',
  'comparison',
  'rows',
  'baseline',
  'outcome',
];
const checkWords = [
  '{{a}}',
  '{{ b }}',
  '4',
  'a+',
  '(b|c)*',
  '{"a": 1}',
  'bug',
  'unicode',
  'whitespace',
  'case',
  '/a',
  '/a/0',
];
const schemaWords = [
  'type',
  'object',
  'string',
  'array',
  'properties',
  'required',
  'a',
  'b',
  'items',
  'enum',
  'const',
  'pattern',
  '^a+$',
  'minimum',
  '$ref',
  '#',
  '#/$defs/a',
  '$defs',
  'anyOf',
  'not',
  'format',
  'email',
  'uniqueItems',
  'additionalProperties',
  'x-note',
];

function wrap(draw: Parameters<Target['make']>[0], text: string): string {
  const fenced = draw.isOnce(4) ? `\`\`\`json\n${text}\n\`\`\`` : text;
  return draw.isOnce(4) ? `<think>${drawText(draw)}</think>${fenced}` : fenced;
}

const output = (content: string) => ({ content, toolCalls: [], refusal: null, finishReason: 'stop' });

/** Readers of what models, people and earlier runs wrote. */
export const readers: readonly Target[] = [
  {
    name: 'judge reply',
    make: (draw) => {
      const entry = () => ({
        id: drawWord(draw, ['one', 'two']),
        evidence: drawText(draw),
        met: draw.pick([true, false, 1]),
      });
      const reply = {
        ...draw.pick([
          { choice: drawWord(draw, ['good', 'bad']) },
          { criteria: draw.isOnce(3) ? draw.some(3, entry) : ['one', 'two'].map((id) => ({ ...entry(), id })) },
          { evidence: drawText(draw), level: draw.pick([1, 5, 6, 2.5, '3']), score: draw.pick([1, 5, 7]) },
        ]),
        abstain: draw.isOnce(5),
        reason: drawText(draw),
        ...(draw.isOnce(5) ? drawMapping(draw, replyWords, () => drawValue(draw, replyWords, 1)) : {}),
      };
      const text = wrap(draw, writeJson(reply));
      return draw.isOnce(2) ? text : mutate(draw, text);
    },
    check: (text, variant) => {
      const asked = judges[variant % judges.length];
      if (asked?.sees !== 'output') throw new Error('this judge sees one output');
      const { score, reason, malformed } = asked.parseReply(text, subject);
      must(score === null || (score >= 0 && score <= 1), 'a score is from 0 to 1');
      must(malformed === null || score === null, 'a broken form has no score');
      must(reason === null || reason.length <= 300, 'a reason is short');
    },
  },
  {
    name: 'reasoning and fences',
    make: (draw) =>
      mutate(draw, wrap(draw, drawText(draw)), ['<think>', '</think>', '<reasoning>', '```', '~~~', '\n']),
    check: (text) => {
      const answer = cutReasoning(text);
      must(answer === null || text.endsWith(answer) || answer === '', 'an answer is the end of its text');
      const inner = unfence(text);
      must(inner === null || text.includes(inner) || text.includes('\r'), 'what is in a fence stands in the text');
      const { value, problem } = parseModelJson(text);
      must((value === undefined) === (problem !== null), 'what is no JSON has a reason');
      if (value !== undefined)
        for (const pointer of ['', '/a', '/0', '/a~1b', `/${text.slice(0, 9)}`]) lookUpPointer(pointer, value);
    },
  },
  {
    name: 'check',
    seldom: 2,
    make: (draw) => {
      const kind = draw.pick(checkKinds.filter((one) => 'compile' in one));
      const options = Object.fromEntries(
        Object.keys(kind.properties)
          .filter((key) => kind.required.includes(key) || draw.isOnce(3))
          .map((key) => [key, drawOption(draw, key)]),
      );
      const config = {
        type: kind.type,
        path: draw.isOnce(4) ? drawWord(draw, ['/a', '/0', '']) : null,
        from: draw.pick(['whole', 'fenced']),
        not: draw.isOnce(3),
        direction: draw.pick(['higher', 'lower']),
        options,
      };
      return writeLines([
        config,
        drawValue(draw, checkWords),
        wrap(draw, draw.isOnce(2) ? writeJson(drawValue(draw, checkWords)) : drawText(draw, checkWords)),
      ]);
    },
    check: (text) => {
      const [config, variables, content] = text.split('\n').map(parseJson);
      if (!isJsonObject(config) || typeof content !== 'string') return;
      const kind = checkKinds.find(({ type }) => type === config.type);
      if (kind === undefined || !isJsonObject(config.options)) return;
      const whole: unknown = { kind: 'check', name: 'c', role: 'gate', minScore: null, where, ...config };
      const check = compileCheck(whole as CheckConfig, new Map());
      const { score, reason } = check.score({
        output: output(content),
        variables: isJsonObject(variables) ? variables : {},
      });
      must(score !== null && score >= 0 && score <= 1, 'a score is from 0 to 1');
      must(score === 1 || reason !== null, 'what is not the best has a reason');
    },
  },
  {
    name: 'JSON Schema',
    seldom: 20,
    make: (draw) =>
      writeLines([drawMapping(draw, schemaWords, () => drawValue(draw, schemaWords)), drawValue(draw, schemaWords)]),
    check: (text) => {
      const [schema, value] = text.split('\n').map(parseJson);
      let validate: (value: Json) => string | null;
      try {
        validate = compileSchema(schema ?? null);
      } catch (error) {
        must((error as Error).message !== '', 'a schema is refused with a reason');
        return;
      }
      validate(value ?? null);
    },
  },
  {
    name: 'rubric',
    make: (draw) =>
      mutate(draw, draw.isOnce(2) ? rubric : drawText(draw), [
        '- one: x\n',
        '- two\n',
        '3: y\n',
        '  more\n',
        '**x**: y\n',
      ]),
    check: (text, variant) => {
      const file = { path: 'r.md', text };
      if (variant % 2 === 0) checkLevels(file);
      else must(parseCriteria(file).length > 0, 'a checklist has criteria');
    },
  },
  {
    name: 'labels',
    make: (draw) => {
      const kind = draw.pick<readonly unknown[]>([
        [0, 1],
        [1, 2, 3, 4, 5],
        ['good', 'bad'],
        ['a', 'b', 'c'],
        [true, false],
      ]);
      const line = (index: number) => ({
        item: draw.isOnce(9) ? 'i' : `i${index}`,
        judge: draw.isOnce(9) ? null : draw.pick(kind),
        human: draw.pick(kind),
        ...(draw.isOnce(3) ? { human2: draw.pick(kind) } : {}),
        ...(draw.isOnce(20)
          ? drawMapping(draw, ['item', 'judge', 'human', 'drawn', 'weight', 'output'], () =>
              drawValue(draw, ['good'], 1),
            )
          : {}),
      });
      const lines = Array.from({ length: draw.below(12) }, (_, index) => line(index));
      return mutate(
        draw,
        writeLines(
          draw.isOnce(4)
            ? [{ judgeHash: 'h', judge: 'j', model: 'm', kind: drawWord(draw, ['binary', 'ordinal']) }, ...lines]
            : lines,
        ),
      );
    },
    check: (text, variant) => {
      const file = { path: 'l.jsonl', text };
      if (variant % 2 === 0) calibrateFile(file, null);
      else parseLabelLines(file, 'open');
    },
  },
  {
    name: 'scores',
    make: (draw) => {
      const line = (index: number) => ({
        case: drawWord(draw, ['c', 'd', `c${index}`]),
        metric: drawWord(draw, ['m', 'n']),
        sample: draw.pick(draw.isWild ? [0, -1, 0.5] : [0, 1, 2]),
        score: draw.pick([0, 1, 0.5, null, draw.isWild ? 2 : 1]),
        ...drawMapping(
          draw,
          ['suite', 'prompt', 'cluster', 'question', 'reason', 'arm', 'look', 'critical', 'same'],
          () => draw.pick(['base', 'candidate', 'x', true, 1, 2, 'settle', null]),
        ),
      });
      return mutate(draw, writeLines(Array.from({ length: draw.below(8) }, (_, index) => line(index))));
    },
    check: (text) => {
      const { lines, problems } = parseScoreFile({ path: 's.jsonl', text });
      if (problems.length > 0) throw new UserError(problems);
      must(lines.length > 0, 'a file without lines is a mistake');
      for (const { score } of lines) must(score === null || (score >= 0 && score <= 1), 'a score is from 0 to 1');
    },
  },
  {
    name: 'stored baseline',
    make: (draw) => {
      const id = () => drawWord(draw, ['p', 'c1', 'c2', 'm']);
      const manifest = {
        schemaVersion: draw.pick([1, 2]),
        toolVersion: '1',
        configPath: 'c',
        suite: drawText(draw),
        commit: 'a',
        date: '2026-01-01T00:00:00Z',
        contentKey: 'k',
        samples: 1,
        prompts: {},
        metrics: {},
        rows: {},
        means: {},
        costMicroUsd: null,
        previous: null,
        anchor: null,
      };
      const scores = draw.some(4, (sample) => ({
        prompt: id(),
        case: id(),
        sample,
        metric: id(),
        score: draw.pick([0, 1, null]),
        cluster: null,
        key: id(),
      }));
      const outputs = draw.some(3, (sample) => ({
        prompt: id(),
        case: id(),
        sample,
        key: id(),
        result: {
          status: 'answered',
          output: output(drawText(draw)),
          model: 'm',
          fingerprint: null,
          usage: null,
          latencyMs: 1,
        },
      }));
      const stored = renderBaseline({ manifest, scores, outputs } as never);
      const parts = ['manifest.json', 'scores.jsonl', 'outputs.jsonl'].map((name) => stored.get(name) ?? '');
      return draw.isOnce(3) ? parts.join('%%%') : mutate(draw, parts.join('%%%'));
    },
    check: (text) => {
      const [manifest = '', scores = '', outputs = ''] = text.split('%%%');
      const baseline = parseBaseline(
        's',
        new Map([
          ['manifest.json', manifest],
          ['scores.jsonl', scores],
          ['outputs.jsonl', outputs],
        ]),
      );
      if (baseline === null) throw new Error('a baseline with a manifest is one');
      const again = parseBaseline('s', renderBaseline(baseline));
      must(canonicalJson(again?.manifest) === canonicalJson(baseline.manifest), 'a manifest reads back');
      must(
        again?.scores.length === baseline.scores.length && again?.outputs.length === baseline.outputs.length,
        'no line is lost',
      );
    },
  },
  {
    name: 'ledger',
    make: (draw) => {
      const key = {
        suite: 's',
        prompt: drawText(draw),
        version: 'v',
        unit: 'case',
        case: drawText(draw),
        arm: 'base',
        sample: draw.pick([0, 3, -1, 0.5]),
      };
      const entry = draw.pick([
        {
          kind: 'score',
          ...key,
          metric: 'm',
          score: draw.pick([0, 1, null, 2]),
          missing: null,
          reason: drawText(draw),
          agrees: null,
        },
        { kind: 'round', why: drawText(draw) },
        {
          kind: 'sample',
          ...key,
          request: 'r',
          source: 'drawn',
          answeredAtMs: null,
          redraws: 0,
          result: drawValue(draw, ['status', 'answered', 'output', 'content', 'failed']),
        },
        {
          kind: drawWord(draw, ['call', 'check', 'setting', 'constructor']),
          ...drawMapping(draw, ['model', 'setting', 'purpose', 'notes'], () => drawValue(draw, ['a'], 1)),
        },
      ]);
      return mutate(draw, writeJson(entry));
    },
    check: (line) => {
      const entry = readEntry(line, 'ledger.jsonl', 1);
      must(canonicalJson(readEntry(writeEntry(entry), 'l', 1)) === canonicalJson(entry), 'an entry reads back');
    },
  },
  {
    name: 'recording',
    make: (draw) =>
      mutate(
        draw,
        writeLines(
          draw.some(3, () => ({
            key: 'k',
            owner: drawText(draw),
            purpose: drawWord(draw, ['generate', 'judge']),
            samples: draw.some(2, () => drawValue(draw, ['status', 'answered', 'output'])),
          })),
        ),
      ),
    check: (text) => void parseRecording({ path: 'r.jsonl', text }),
  },
  {
    name: 'record of a comment',
    make: (draw) => {
      const ground = () => [
        drawWord(draw, ['comparison', 'rows', 'prompt']),
        drawText(draw),
        'p',
        null,
        drawWord(draw, ['fail', 'invalid']),
        draw.isOnce(2),
      ];
      const verdict = () => ({
        suite: drawText(draw),
        key: 'k',
        verdict: drawWord(draw, ['pass', 'fail']),
        title: drawText(draw),
        head: 'h',
        attempts: 1,
        grounds: draw.some(2, ground),
      });
      const record = {
        format: 2,
        shown: { head: 'h', base: drawText(draw), question: null, grounds: draw.some(2, ground) },
        verdicts: draw.some(3, verdict),
        accepted: null,
        asked: { [drawText(draw)]: 1 },
        screens: [],
        ...(draw.isOnce(3) ? drawMapping(draw, recordWords, () => drawValue(draw, recordWords)) : {}),
      };
      return draw.isOnce(2) ? writeJson(record) : mutate(draw, writeJson(record));
    },
    check: (text) => {
      const value = parseJson(text);
      if (value === undefined) return;
      const line = renderRecord(value);
      must(!/[\n@]|--(?!>$)|[<>]./.test(line.slice(4, -4)), 'nothing ends the hidden line or calls somebody');
      const body = `${renderMarker(text)}\n${line}\nrest`;
      must(body.split('\n').length === 3 && body.indexOf('-->') === body.indexOf('\n') - 3, 'a marker is one line');
      must(canonicalJson(parseRecord(body)) === canonicalJson(value), 'a record reads back');
      const record = parseCommentRecord(value);
      const rendered = renderCommentRecord(record, record.verdicts.length);
      must(
        canonicalJson(parseCommentRecord(rendered).shown) === canonicalJson(record.shown),
        'what is shown reads back',
      );
    },
  },
];

function drawOption(draw: Parameters<Target['make']>[0], key: string): unknown {
  if (key === 'normalize') return draw.some(3, () => draw.pick(['unicode', 'whitespace', 'case']));
  if (key === 'values') return [drawText(draw, checkWords), ...draw.some(3, () => draw.pick(['{{a}}', 4, null, true]))];
  if (key === 'hosts') return draw.some(3, () => draw.pick(['example.com', '*.a']));
  if (key === 'kinds') return [draw.pick(['card', 'email', 'iban', 'key', 'phone'])];
  if (key === 'pattern')
    return drawText(draw, ['a', '+', '(', ')', '[a-z]', '{2,9}', '{1000}', '\\d', '|', '^', '$', '(?i)', '\\pL']);
  if (key === 'schema') return drawMapping(draw, schemaWords, () => drawValue(draw, schemaWords)) as JsonObject;
  if (key === 'expected') return draw.isOnce(2) ? drawText(draw, checkWords) : drawValue(draw, checkWords);
  return draw.pick([0, 1, 4, 0.5]);
}
