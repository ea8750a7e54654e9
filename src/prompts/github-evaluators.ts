import type { CheckConfig, JudgeConfig, MetricConfig } from '../config/config.ts';
import { buildProblem, type Problem } from '../errors.ts';
import { contentHash, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { hintKnown, quoteName } from '../text/problems.ts';
import type { KeyPath } from '../text/yaml-file.ts';
import { type Fields, kindOf, readList, readName, readText, setApart, warnUnknownKeys } from './fields.ts';
import type { Prompt } from './prompt.ts';
import { buildTextCheck, findTextCheck } from './text-checks.ts';
import { unsetJudge } from './unset-metrics.ts';

const kinds = ['string', 'llm', 'uses'] as const;
/** The comparisons of `string`, in the order in which the first that is not empty decides. */
const comparisons = ['equals', 'contains', 'startsWith', 'endsWith'];
/** Where an evaluator with a `type` says what it looks for. */
const operands = ['value', 'pattern', 'expected'];
/** What would turn a check round or widen it. */
const changing = /^(flags?|.*case.*|not|negated?|inverted?|multiline)$/i;
/** Evaluators of other tools: code, and rules for a model. */
const codeKinds = /^(python|javascript|js|code|function|custom|script|expression)$/i;
const judgeKinds = /^(model[-_ ]?graded|llm[-_ ]?(judge|rubric|graded)|rubric|rules?|criteria|criterion|judge)$/i;
const hintElsewhere =
  'Make it a check or a judge of a suite in the config; here "llm:" holds a prompt and choices with scores.';
const hintKinds = `Write "string:" with one of ${comparisons.join(', ')}, or "llm:" or "uses:".`;
/** The most letters of a value that a derived name holds. */
const maxNamed = 60;
const builtins = ['similarity', 'coherence', 'fluency', 'relevance', 'groundedness'];

/** Reads `evaluators` as checks and judges, each with the role `gate`; `unread` says why others could not be read. One without a name is named after what it looks for; the second of a name gets a number. */
export function readEvaluators(fields: Fields): Pick<Prompt, 'metrics' | 'unread'> {
  const unread: Problem[] = [];
  const apart = setApart(fields, unread);
  const metrics: MetricConfig[] = [];
  for (const [index, item] of (readList(apart, ['evaluators']) ?? []).entries()) {
    const path = ['evaluators', index];
    const name = isJsonObject(item) ? readName(apart, [...path, 'name']) : null;
    const read = readEvaluator(apart, path, name ?? '', item);
    if (read === null) continue;
    metrics.push({ ...read, name: makeUnique(name ?? deriveName(read), metrics) });
  }
  return { metrics, unread };
}

/** Reads one evaluator under a name; null after a report. */
export function readEvaluator(
  fields: Fields,
  path: KeyPath,
  name: string,
  item: Json,
): CheckConfig | JudgeConfig | null {
  if (!isJsonObject(item)) {
    fields.reject(path, `must be a mapping, not ${kindOf(item)}.`, hintKinds);
    return null;
  }
  const isGiven = (key: string) => (item[key] ?? null) !== null;
  const given = kinds.filter(isGiven);
  if (given.length === 0 && isGiven('type')) return readTyped(fields, path, name, item);
  const words =
    given.length > 0 ? given : Object.keys(item).filter((key) => isGiven(key) && findTextCheck(key) !== null);
  const [kind] = words;
  const elsewhere =
    words.length === 0 ? Object.keys(item).find((key) => isGiven(key) && explainKind(key) !== null) : undefined;
  if (elsewhere !== undefined) {
    fields.reject([...path, elsewhere], explainKind(elsewhere) ?? '', hintElsewhere);
    return null;
  }
  if (kind === undefined || words.length > 1) {
    fields.reject(path, `must have exactly one of ${kinds.join(', ')}.`, hintKinds);
    return null;
  }
  if (!readsAll(fields, path, item, ['name', 'type', kind])) return null;
  const value = item[kind] ?? null;
  if (kind === 'string') return readComparison(fields, [...path, kind], name, value);
  if (kind === 'llm') return readChoices(fields, [...path, kind], name, value);
  if (kind === 'uses') return readBuiltin(fields, [...path, kind], name, value);
  return buildTextCheck(fields, [...path, kind], name, kind, value);
}

/** Why an evaluator of another tool has no counterpart in a prompt file; null for a word that nobody uses. */
function explainKind(word: string): string | null {
  if (codeKinds.test(word)) return 'is code, and none of a prompt file is run.';
  return judgeKinds.test(word) ? 'has a model judge by words alone, without choices and their scores.' : null;
}

/** `type: regex` with its value beside it, as other tools write it. */
function readTyped(fields: Fields, path: KeyPath, name: string, item: JsonObject): CheckConfig | null {
  const type = readName(fields, [...path, 'type']);
  if (type === null) return null;
  if (findTextCheck(type) === null) {
    const explained = explainKind(type);
    const message = explained ?? `has the unknown type ${quoteName(type)}.`;
    fields.reject([...path, 'type'], message, explained === null ? hintKinds : hintElsewhere);
    return null;
  }
  const operand = operands.find((key) => (item[key] ?? null) !== null) ?? 'value';
  if (!readsAll(fields, path, item, ['name', 'type', operand])) return null;
  return buildTextCheck(fields, [...path, operand], name, type, item[operand] ?? null);
}

/** Warns of other keys of an evaluator; false where one of them would make it another check. */
function readsAll(fields: Fields, path: KeyPath, item: JsonObject, known: readonly string[]): boolean {
  const lost = Object.keys(item).find((key) => !known.includes(key) && changing.test(key));
  if (lost !== undefined) {
    fields.reject(
      [...path, lost],
      'changes the check and is not known here.',
      'Make it a check of a suite in the config.',
    );
    return false;
  }
  warnUnknownKeys(fields, path, known);
  return true;
}

function readComparison(fields: Fields, path: KeyPath, name: string, value: Json): CheckConfig | null {
  const hint = `Write one of ${comparisons.join(', ')}.`;
  if (!isJsonObject(value)) {
    fields.reject(path, `must be a mapping, not ${kindOf(value)}.`, hint);
    return null;
  }
  const known = [...new Set([...comparisons, ...Object.keys(value).filter((key) => findTextCheck(key) !== null)])];
  if (!readsAll(fields, path, value, known)) return null;
  const given = known.filter((key) => (value[key] ?? '') !== '');
  const [word, ...others] = given;
  if (word === undefined) {
    fields.reject(path, 'compares with nothing.', hint);
    return null;
  }
  for (const other of others) {
    const where = fields.yaml.whereKey([...path, other]);
    fields.warnings.push(
      buildProblem(`"${other}" is ignored: "${word}" decides.`, 'Make it an evaluator of its own.', where),
    );
  }
  return buildTextCheck(fields, [...path, word], name, word, value[word] ?? null);
}

/** Scores are kept under a name, so that it must not hang on the place of an evaluator among the others. */
function deriveName(metric: CheckConfig | JudgeConfig): string {
  const { options } = metric;
  const value = String(options.expected ?? options.pattern ?? '').replace(/\s+/g, ' ');
  const check = `${metric.kind === 'check' && metric.not ? 'not ' : ''}${metric.type} ${value.slice(0, maxNamed)}`;
  const judge =
    'rubric' in metric && metric.rubric !== null ? metric.rubric : `choices ${contentHash(options).slice(0, 6)}`;
  return metric.kind === 'check' ? check : judge.replace('builtin:', '');
}

/** The name, with a number behind it where an earlier evaluator has it. */
export function makeUnique(name: string, others: readonly MetricConfig[]): string {
  let count = 1;
  const numbered = () => (count === 1 ? name : `${name} (${count})`);
  while (others.some((other) => other.name === numbered())) count += 1;
  return numbered();
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
