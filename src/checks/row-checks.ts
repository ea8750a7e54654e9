import { buildCheck as readCheck } from '../config/build-metric.ts';
import type { CheckConfig } from '../config/config.ts';
import type { MetricKind } from '../config/config-source.ts';
import { UserError } from '../errors.ts';
import { canonicalJson, contentHash, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { hintKnown, quoteName } from '../text/problems.ts';
import { scoringRevision } from '../version.ts';
import { combineScores } from './build-group.ts';
import type { Check, RowFault, RowKind, Score, Subject } from './check.ts';

/** Checks that each row brings for itself, as tests of other tools do; each has to hold. */
export const rowChecks: RowKind = { type: 'row-checks', properties: {}, required: [], column: 'checks' };

/** The most checks of one row. */
const most = 100;

/** What a row's checks are made with. */
export interface RowCheckTools {
  /** The kinds that a row may name. */
  readonly kinds: readonly MetricKind[];
  /** What keeps a written check from being read, in words; null where nothing does. */
  readonly findFault: (written: JsonObject) => string | null;
  readonly compile: (member: CheckConfig) => Check;
  /** The names that a check uses and a row has not. */
  readonly missing: (member: CheckConfig, variables: JsonObject) => readonly string[];
}

interface Member {
  readonly config: CheckConfig;
  readonly check: Check;
  /** From 0 to 1: from there on it holds; null where its score counts as it is. */
  readonly threshold: number | null;
}

/** One row's checks as read: all of them, or what is wrong with the list. */
type Members = { readonly members: readonly Member[] } | { readonly faults: readonly RowFault[] };

/** Makes the check that scores an output by what its row brings. Equal lists are read once. Throws a UserError for keys that decide nothing. */
export function buildRowCheck(config: CheckConfig, { column }: RowKind, tools: RowCheckTools): Check {
  refuseIdleKeys(config);
  const known = new Map<string, Members>();
  const read = (variables: JsonObject): Members => {
    const written = Object.hasOwn(variables, column) ? (variables[column] as Json) : null;
    const key = canonicalJson(written);
    const members = known.get(key) ?? readMembers(config, column, written, tools);
    known.set(key, members);
    return members;
  };
  return {
    config,
    hash: contentHash({ type: config.type, scoringRevision }),
    findFaults: (variables) => {
      const found = read(variables);
      return 'faults' in found ? found.faults : found.members.flatMap((one) => findMissing(one, variables, tools));
    },
    score: (subject) => {
      const found = read(subject.variables);
      if ('faults' in found) return { score: null, reason: found.faults[0]?.message ?? null };
      return scoreAll(found.members, subject);
    },
  };
}

function scoreAll(members: readonly Member[], subject: Subject): Score {
  const scores = members.map(({ config: { not }, check, threshold }) => {
    const { score, reason } = check.score(subject);
    if (threshold === null || score === null) return { score, reason };
    return { score: Number(not ? 1 - score < threshold : score >= threshold), reason };
  });
  const configs = members.map(({ config }) => config);
  return combineScores('least', scores, [], configs);
}

function refuseIdleKeys({ name, path, from, at, tool, call, not, where }: CheckConfig): void {
  const set = {
    path: path !== null,
    from: from !== 'whole',
    at: at !== null,
    tool: tool !== null,
    call: call !== 'all',
    not,
  };
  const [idle] = Object.entries(set).flatMap(([key, isSet]) => (isSet ? [key] : []));
  if (idle === undefined) return;
  throw UserError.of(`"${idle}" decides nothing in the check "${name}".`, 'Give it to the checks of the rows.', where);
}

function readMembers(config: CheckConfig, column: string, written: Json, tools: RowCheckTools): Members {
  if (written === null || (Array.isArray(written) && written.length === 0)) {
    return { faults: [{ message: `it brings no "${column}"`, hint: `Give it a list of ${column}, or take it out.` }] };
  }
  if (!Array.isArray(written) || written.length > most) {
    const what = Array.isArray(written) ? `holds ${written.length} checks; at most ${most} can be read` : 'is no list';
    return {
      faults: [{ message: `its "${column}" ${what}`, hint: 'Write a list: [{"type": "contains", "expected": "…"}].' }],
    };
  }
  const read = (written as readonly Json[]).map((one, index) => readMember(config, one, `${column}[${index}]`, tools));
  const faults = read.flatMap((one) => ('message' in one ? [one] : []));
  return faults.length > 0 ? { faults } : { members: read.flatMap((one) => ('check' in one ? [one] : [])) };
}

function readMember(config: CheckConfig, written: Json, name: string, tools: RowCheckTools): Member | RowFault {
  const hint = 'Write it as a check of the config, without a name: {"type": "contains", "expected": "…"}.';
  if (!isJsonObject(written)) return { message: `its "${name}" is no check`, hint };
  const { threshold = null, ...rest } = written;
  if (threshold !== null && !(typeof threshold === 'number' && threshold >= 0 && threshold <= 1)) {
    return { message: `the threshold of its "${name}" is no number from 0 to 1`, hint: 'Correct it.' };
  }
  const { type } = rest;
  const known = tools.kinds.map((kind) => kind.type);
  if (typeof type === 'string' && !known.includes(type)) {
    return { message: `its "${name}" has the unknown type ${quoteName(type)}`, hint: hintKnown(type, known) };
  }
  const fault = tools.findFault(rest);
  if (fault !== null) return { message: `its "${name}" ${fault}`, hint };
  const { role, direction } = config;
  const place = { configPath: config.where.path, where: () => config.where };
  const own = readCheck({ ...rest, name: config.name, role, direction }, tools.kinds, place);
  try {
    return { config: own, check: tools.compile(own), threshold };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { message: `its "${name}": ${error.message}`, hint };
  }
}

function findMissing({ config }: Member, variables: JsonObject, { missing }: RowCheckTools): readonly RowFault[] {
  return missing(config, variables).map((name) => ({
    message: `its checks use "${name}", which it has not`,
    hint: 'Add the column, or write the text itself.',
  }));
}
