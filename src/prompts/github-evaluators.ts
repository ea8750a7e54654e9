import type { CheckConfig, JudgeConfig, MetricConfig } from '../config/config.ts';
import { buildProblem } from '../errors.ts';
import { isJsonObject, type Json } from '../json.ts';
import { hintKnown, quoteName } from '../text/problems.ts';
import type { KeyPath } from '../text/yaml-file.ts';
import { type Fields, kindOf, readList, readName, readText, warnUnknownKeys } from './fields.ts';

const kinds = ['string', 'llm', 'uses'] as const;
/** In the order in which the first that is not empty decides; the last three ignore case. */
const stringChecks = new Map([
  ['equals', 'equals'],
  ['contains', 'contains'],
  ['startsWith', 'starts-with'],
  ['endsWith', 'ends-with'],
]);
/** The format knows neither thresholds nor directions. */
const unset = { role: 'gate', direction: 'higher', minScore: null } as const;
const unsetJudge = { ...unset, kind: 'judge', calibration: null, allowUncalibrated: false, samples: 1 } as const;
const builtins = ['similarity', 'coherence', 'fluency', 'relevance', 'groundedness'];

/** Reads `evaluators` as checks and judges, each with the role `gate`. */
export function readEvaluators(fields: Fields): readonly MetricConfig[] {
  const metrics: MetricConfig[] = [];
  for (const [index, item] of (readList(fields, ['evaluators']) ?? []).entries()) {
    const metric = readEvaluator(fields, ['evaluators', index], item);
    if (metric === null) continue;
    if (metrics.some(({ name }) => name === metric.name)) {
      fields.reject(['evaluators', index, 'name'], 'is the name of an earlier evaluator.', 'Give each its own name.');
    }
    metrics.push(metric);
  }
  return metrics;
}

function readEvaluator(fields: Fields, path: KeyPath, item: Json): MetricConfig | null {
  if (!isJsonObject(item)) {
    fields.reject(path, `must be a mapping, not ${kindOf(item)}.`, 'Write "name: …" and "string:", "llm:" or "uses:".');
    return null;
  }
  warnUnknownKeys(fields, path, ['name', ...kinds]);
  const name = readName(fields, [...path, 'name']);
  if (name === null) fields.reject(path, 'has no name.', 'Add "name: …"; scores are kept under it.');
  const given = kinds.filter((kind) => (item[kind] ?? null) !== null);
  const [kind] = given;
  if (kind === undefined || given.length > 1) {
    fields.reject(path, `must have exactly one of ${kinds.join(', ')}.`, 'Split it, or add the missing one.');
    return null;
  }
  const read = { string: readStringCheck, llm: readChoices, uses: readBuiltin }[kind];
  return read(fields, [...path, kind], name ?? '', item[kind] ?? null);
}

function readStringCheck(fields: Fields, path: KeyPath, name: string, value: Json): CheckConfig | null {
  if (!isJsonObject(value)) {
    fields.reject(
      path,
      `must be a mapping, not ${kindOf(value)}.`,
      `Write one of ${[...stringChecks.keys()].join(', ')}.`,
    );
    return null;
  }
  warnUnknownKeys(fields, path, [...stringChecks.keys()]);
  const given = [...stringChecks.keys()].filter((key) => (value[key] ?? '') !== '');
  const [key] = given;
  if (key === undefined) {
    fields.reject(path, 'compares with nothing.', `Write one of ${[...stringChecks.keys()].join(', ')}.`);
    return null;
  }
  const expected = value[key] ?? null;
  if (expected !== null && typeof expected === 'object') {
    fields.reject([...path, key], `must be text, not ${kindOf(expected)}.`, 'Put quotes around it.');
    return null;
  }
  for (const other of given.slice(1)) {
    const where = fields.yaml.whereKey([...path, other]);
    fields.warnings.push(
      buildProblem(`"${other}" is ignored: "${key}" decides.`, 'Make it an evaluator of its own.', where),
    );
  }
  const type = stringChecks.get(key) as string;
  const options = { expected: String(expected), ...(type === 'equals' ? {} : { 'ignore-case': true }) };
  const where = fields.yaml.whereKey([...path, key]);
  return { ...unset, kind: 'check', name, type, path: null, from: 'whole', not: false, options, where };
}

function readChoices(fields: Fields, path: KeyPath, name: string, value: Json): JudgeConfig | null {
  if (!isJsonObject(value)) {
    fields.reject(path, `must be a mapping, not ${kindOf(value)}.`, 'Write "prompt:" and "choices:".');
    return null;
  }
  warnUnknownKeys(fields, path, ['modelId', 'prompt', 'systemPrompt', 'choices']);
  const prompt = readText(fields, [...path, 'prompt']);
  if (!prompt?.trim()) fields.reject([...path, 'prompt'], 'is missing or empty.', 'Say what the judge is to decide.');
  const choices = (readList(fields, [...path, 'choices']) ?? []).flatMap((choice, index) =>
    readChoice(fields, [...path, 'choices', index], choice),
  );
  if (choices.length === 0)
    fields.reject([...path, 'choices'], 'has no usable choice.', 'List "choice" and "score" pairs.');
  if (new Set(choices.map(({ choice }) => choice)).size < choices.length) {
    fields.reject([...path, 'choices'], 'gives one choice twice.', 'Keep one of them.');
  }
  const systemPrompt = readText(fields, [...path, 'systemPrompt']);
  const model = readName(fields, [...path, 'modelId']);
  const options = { prompt, 'system-prompt': systemPrompt, choices };
  return { ...unsetJudge, name, type: 'choices', rubric: null, model, options, where: fields.yaml.where(path) };
}

function readChoice(fields: Fields, path: KeyPath, value: Json): { choice: string; score: number }[] {
  const { choice = null, score = null } = isJsonObject(value) ? value : {};
  const isChoice = choice !== null && typeof choice !== 'object' && String(choice).trim() !== '';
  if (!isChoice) fields.reject(path, 'has no "choice".', 'Write "choice: …" and "score: …".');
  const isScore = typeof score === 'number' && score >= 0 && score <= 1;
  if (!isScore) fields.reject(path, 'has no "score" from 0 to 1.', 'Write "score:" with a number from 0 to 1.');
  return isChoice && isScore ? [{ choice: String(choice).trim(), score }] : [];
}

function readBuiltin(fields: Fields, path: KeyPath, name: string, value: Json): JudgeConfig | null {
  const known = builtins.map((builtin) => `github/${builtin}`);
  if (typeof value === 'string' && known.includes(value)) {
    const rubric = `builtin:${value.slice('github/'.length)}`;
    return { ...unsetJudge, name, type: 'rubric', rubric, model: null, options: {}, where: fields.yaml.where(path) };
  }
  if (typeof value === 'string') fields.reject(path, `names the unknown ${quoteName(value)}.`, hintKnown(value, known));
  else fields.reject(path, `must be text, not ${kindOf(value)}.`, `Use one of: ${known.join(', ')}.`);
  return null;
}
