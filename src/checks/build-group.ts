import type { CheckConfig } from '../config/config.ts';
import { buildProblem, collectProblems, type Problem, UserError } from '../errors.ts';
import { contentHash, type JsonObject } from '../json.ts';
import type { Check, GroupKind, Score } from './check.ts';

/** Groups in groups in groups. */
const maxLevels = 3;

/**
 * Makes a check of a group; each member looks at the output by itself, and minds by itself what is broken or cannot be read. Throws a
 * UserError for all that is wrong with the group and its members.
 */
export function buildGroup(
  config: CheckConfig,
  { type, combine }: GroupKind,
  compile: (member: CheckConfig) => Check,
): Check {
  const problems = [...findIdleKeys(config, combine)];
  const levels = countLevels(config);
  if (levels > maxLevels) {
    const message = `the groups of the check "${config.name}" are ${levels} levels deep; at most ${maxLevels} can be read.`;
    throw UserError.of(message, 'Flatten them.', config.where);
  }
  const { members = [], not } = config;
  // Not all of them: one of them not. Each member is turned round, so that what cannot be read stays the worst.
  const checks = members.map((member) =>
    collectProblems(problems, () => compile({ ...member, not: member.not !== not })),
  );
  if (problems.length > 0) throw new UserError(problems);
  const weights = readMembers(config).map(({ weight }) => Number(weight ?? 1));
  const whole = checks as readonly Check[];
  const turned = not && combine !== 'mean' ? opposites[combine] : combine;
  return {
    config,
    hash: contentHash({ type, not, members: whole.map(({ hash }) => hash), weights }),
    score: (subject) =>
      combineScores(
        turned,
        whole.map((check) => check.score(subject)),
        weights,
        members,
      ),
  };
}

const opposites = { least: 'greatest', greatest: 'least' } as const;

/** One score of several, and which of them decided it. `weights` count in a mean alone. */
export function combineScores(
  combine: GroupKind['combine'],
  scores: readonly Score[],
  weights: readonly number[],
  members: readonly CheckConfig[],
): Score {
  // What nobody can say of a member nobody can say of the group.
  const lost = scores.find(({ score }) => score === null);
  if (lost !== undefined) return lost;
  const values = scores.map(({ score }) => Number(score));
  const score = combine === 'mean' ? weigh(values, weights) : Math[combine === 'least' ? 'min' : 'max'](...values);
  if (score === 1) return { score, reason: null };
  const told = values.indexOf(Math[combine === 'greatest' ? 'max' : 'min'](...values));
  const held = values.filter((value) => value === 1).length;
  const which = `check ${told + 1} (${members[told]?.type})`;
  return { score, reason: `${held} of ${values.length} hold; ${which}: ${scores[told]?.reason}` };
}

/** The weighted mean; 1 only where every value is. */
function weigh(values: readonly number[], weights: readonly number[]): number {
  const sum = (of: (value: number, weight: number) => number) =>
    values.reduce((total, value, index) => total + of(value, weights[index] as number), 0);
  return sum((value, weight) => value * weight) / sum((_, weight) => weight);
}

/** The members as they are written. */
function readMembers({ options }: CheckConfig): readonly JsonObject[] {
  return (options.checks ?? []) as readonly JsonObject[];
}

function countLevels({ members }: CheckConfig): number {
  return members === undefined ? 0 : 1 + Math.max(0, ...members.map(countLevels));
}

function findIdleKeys(config: CheckConfig, combine: GroupKind['combine']): readonly Problem[] {
  const { name, type, path, from, at, tool, call, members = [], where } = config;
  const own = {
    path: path !== null,
    from: from !== 'whole',
    at: at !== null,
    tool: tool !== null,
    call: call !== 'all',
  };
  const idle = Object.entries(own).flatMap(([key, isSet]) => (isSet ? [key] : []));
  const weighed = members.filter((_, index) => combine !== 'mean' && readMembers(config)[index]?.weight !== undefined);
  return [
    ...idle.map((key) =>
      buildProblem(`"${key}" decides nothing in the group "${name}".`, 'Give it to the checks of the group.', where),
    ),
    ...weighed.map((member) =>
      buildProblem(`"weight" decides nothing in a group of type ${type}.`, 'Remove it, or use mean-of.', member.where),
    ),
  ];
}
