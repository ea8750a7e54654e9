import { logprobParameters } from '../config/build-config.ts';
import type { Config, ModelSettings } from '../config/config.ts';
import { buildProblem, collectProblems, ModelConfigError, type Problem, type Where } from '../errors.ts';
import { canonicalJson, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { PromptPair } from '../prompts/pair.ts';
import { shapingParameters } from '../prompts/parameters.ts';
import type { ResolvedPrompt } from '../prompts/prompt.ts';
import { mergeParameters } from '../prompts/resolve.ts';
import { describeWire, type SentSettings, wireNamesOf } from '../prompts/wire-request.ts';
import { quoteName } from '../text/problems.ts';
import { inCode } from '../text/prose.ts';
import type { Metric } from './metric.ts';
import { findBeyond } from './sent-tools.ts';

/** What main sends and lets be sent, and where a change would name more. */
export interface Leave extends Pick<Config, 'model' | 'judgeModel'> {
  /** True for the path of a file that is byte-equal on both sides. */
  isUntouched(path: string): boolean;
  /** Where the change's config names its parameters. */
  readonly places: Config['parameterPlaces'];
}

/** Something of a request that does more than shape the answer. */
interface Excess {
  /** Where it stands: a name as in `Prompt.places`. */
  readonly place: string;
  readonly message: string;
  /** The config key that would allow it; null where none can. */
  readonly key: string | null;
}

/** What only shapes the answer, at any value, under the names that it is sent by. */
const shaping: ReadonlySet<string> = new Set([
  ...shapingParameters.flatMap(wireNamesOf),
  ...['response_format', 'text.format', 'text.verbosity'],
]);

/** Objects of which some members are known and others are not. */
const outers = new Set([...shaping].flatMap((name) => (name.includes('.') ? [name.split('.', 1)[0]] : [])));

const nothing: SentSettings = { api: 'chat', parameters: {}, responseFormat: null, tools: [] };

/** The mistakes of a prompt that would send what may spend, keep, fetch or reach more than an answer: all but a known list, what main's version of it sends with the same value, and what main's config allows. */
export function refuseUnknown(candidate: ResolvedPrompt, pair: PromptPair, leave: Leave): readonly Problem[] {
  const { model, isUntouched, places } = leave;
  const before = pair.base ?? (isUntouched(candidate.path) ? pair.candidate : null);
  const parameters = mergeParameters(model.parameters, before?.parameters ?? {});
  const main = { ...nothing, ...before, api: model.api, parameters };
  const locate = (name: string) =>
    candidate.places.get(name) ?? places.get(`model.parameters.${name}`) ?? fileOf(candidate);
  return explain(candidate, main, model, locate, 'model: { %s }');
}

/** The same of the judges that a change brings, with the model that it brings for them. */
export function refuseUnknownJudges(metrics: readonly Metric[], { judgeModel, places }: Leave): readonly Problem[] {
  const main = { ...nothing, parameters: { ...logprobParameters, ...judgeModel.parameters } };
  return metrics.flatMap((metric) => {
    if (metric.kind !== 'judge' || metric.judge.settings === undefined) return [];
    const { settings, config } = metric.judge;
    const locate = (name: string) => places.get(`judge.model.parameters.${name}`) ?? config.where;
    return explain({ ...nothing, ...settings }, main, judgeModel, locate, 'judge: { model: { %s } }');
  });
}

function explain(
  asked: SentSettings,
  main: SentSettings,
  allowed: ModelSettings,
  locate: (name: string) => Where,
  block: string,
): readonly Problem[] {
  const problems: Problem[] = [];
  const known = collectProblems([], () => describeWire(main).sent) ?? {};
  const excess = collectProblems(problems, () => placeFault(() => listExcess(asked, known, allowed), locate)) ?? [];
  const hint = (key: string | null) =>
    key === null
      ? 'Write "type: function", or remove it.'
      : `Remove it, or first merge ${inCode(block.replace('%s', () => key))} into the config of the base branch.`;
  return [...problems, ...excess.map(({ place, message, key }) => buildProblem(message, hint(key), locate(place)))];
}

function listExcess(asked: SentSettings, known: JsonObject, allowed: ModelSettings): readonly Excess[] {
  const { sent, names } = describeWire(asked);
  const before = new Map(listMembers(known));
  return listMembers(sent).flatMap(([wire, value]): readonly Excess[] => {
    const isSent = before.has(wire) && canonicalJson(before.get(wire)) === canonicalJson(value);
    if (isSent) return [];
    if (wire === 'tools') return listTools(value, before.get(wire) ?? [], allowed);
    if (wire === 'tool_choice') return listChoice(value, allowed);
    const name = names.get(wire) ?? names.get(wire.split('.', 1)[0] ?? '') ?? wire;
    if (shaping.has(wire) || allowed.allowParameters.includes(name)) return [];
    const message = `${quoteName(wire)} does more than shape the answer, and main does not send it with this value.`;
    return [{ place: name, message, key: `allow-parameters: [${quoteName(name)}]` }];
  });
}

function listTools(tools: Json, known: Json, { allowTools }: ModelSettings): readonly Excess[] {
  const before = new Set(listOf(known).map(canonicalJson));
  return listOf(tools).flatMap((tool, index): readonly Excess[] => {
    const beyond = before.has(canonicalJson(tool)) ? null : findBeyond(tool);
    if (beyond === null || allowTools.includes(beyond.type ?? '')) return [];
    const message = `${beyond.what}, and main does not send it so.`;
    const key = beyond.type === null ? null : `allow-tools: [${quoteName(beyond.type)}]`;
    return [{ place: `tools[${index}]`, message, key }];
  });
}

/** A choice among functions shapes the answer; one that names another tool may bring it. */
function listChoice(choice: Json, { allowTools }: ModelSettings): readonly Excess[] {
  return [...new Set(listTypes(choice))]
    .filter((type) => !['function', 'allowed_tools', ...allowTools].includes(type))
    .map((type) => ({
      place: 'tool-choice',
      message: `"tool_choice" names a tool of the type ${quoteName(type)}, and main does not send it with this value.`,
      key: `allow-tools: [${quoteName(type)}]`,
    }));
}

function listTypes(value: Json): readonly string[] {
  const own = isJsonObject(value) && typeof value.type === 'string' ? [value.type] : [];
  const below = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return [...own, ...below.flatMap(listTypes)];
}

/** The members of a request, those of objects that are known in part one by one. */
function listMembers(sent: JsonObject): readonly (readonly [wire: string, value: Json])[] {
  return Object.entries(sent).flatMap(([name, value]): readonly (readonly [string, Json])[] =>
    outers.has(name) && isJsonObject(value)
      ? Object.entries(value).map(([member, inner]) => [`${name}.${member}`, inner])
      : [[name, value]],
  );
}

function listOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [value];
}

/** A parameter that cannot be sent is a mistake where it stands. */
function placeFault<T>(work: () => T, locate: (name: string) => Where): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ModelConfigError) || error.parameter === null) throw error;
    throw error.at(locate(error.parameter));
  }
}

function fileOf({ path }: ResolvedPrompt): Where {
  return { path, line: null, column: null };
}
