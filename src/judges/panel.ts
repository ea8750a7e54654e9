import type { PanelConfig } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { Direction } from '../gate/comparison.ts';
import { contentHash } from '../json.ts';
import type { Judge } from './judge.ts';

/** A judge that a panel names. */
export interface PanelSeat {
  readonly name: string;
  readonly judge: Judge;
  readonly direction: Direction;
  /** Content hash of everything that decides its scores. */
  readonly hash: string;
  /** True where it may gate by its calibration, or by the config's leave. */
  readonly qualifies: boolean;
  readonly refused: boolean;
}

/** The judges that are heard together, and how. */
export interface Panel {
  /** Names of the judges that sit, in the order of the config. */
  readonly members: readonly string[];
  /** Names of those that were left out. */
  readonly absent: readonly string[];
  readonly combine: PanelConfig['combine'];
  readonly sees: Judge['sees'];
}

/** A panel ready to be heard. */
export interface SeatedPanel {
  readonly panel: Panel;
  readonly direction: Direction;
  /** Content hash of everything that decides its scores. */
  readonly hash: string;
  /** Why it cannot gate; null where it may. */
  readonly held: string | null;
}

const fewestMembers = 2;

/** Seats the judges that qualify. Where fewer than two do, all that are not refused are heard, and the panel cannot gate: a poor judge makes a panel worse than its best member alone. Throws a UserError where members see different things or disagree on which way is good. */
export function seatPanel(config: PanelConfig, candidates: readonly PanelSeat[]): SeatedPanel {
  const [first] = candidates;
  if (first === undefined) throw new Error(`panel ${config.name} has no members`);
  refuseMixture(config, candidates, first);
  const qualified = candidates.filter(({ qualifies, refused }) => qualifies && !refused);
  const isPanel = qualified.length >= fewestMembers;
  const seated = isPanel ? qualified : candidates.filter(({ refused }) => !refused);
  const members = seated.map(({ name }) => name);
  const absent = candidates.map(({ name }) => name).filter((name) => !members.includes(name));
  const { sees } = first.judge;
  const { combine } = config;
  const may = qualified.length === 0 ? 'none' : `only ${qualified.length}`;
  return {
    panel: { members, absent, combine, sees },
    direction: first.direction,
    hash: contentHash({ combine, members: seated.map(({ name, hash }) => [name, hash]) }),
    held: isPanel
      ? null
      : `panel "${config.name}" cannot gate: ${may} of its ${candidates.length} judges may, and ${fewestMembers} are the least`,
  };
}

function refuseMixture(config: PanelConfig, candidates: readonly PanelSeat[], first: PanelSeat): void {
  const other = candidates.find(({ judge }) => judge.sees !== first.judge.sees);
  if (other !== undefined) {
    const what = (judge: Judge) => (judge.sees === 'pair' ? 'pairs of outputs' : 'single outputs');
    throw UserError.of(
      `panel "${config.name}" mixes judges: "${first.name}" sees ${what(first.judge)}, "${other.name}" ${what(other.judge)}.`,
      'Seat judges of one sort.',
      config.where,
    );
  }
  const opposed = candidates.find(({ direction }) => direction !== first.direction);
  if (opposed !== undefined) {
    throw UserError.of(
      `panel "${config.name}" mixes directions: "${first.name}" is ${first.direction}, "${opposed.name}" ${opposed.direction}.`,
      'Give its judges one "direction".',
      config.where,
    );
  }
}

/** What a panel says of one output: the mean of its members' scores, or their median, which is what most of them say where scores are 0 or 1 (½ where they are split evenly). Null where any member has no score: who speaks must not differ from output to output. */
export function combineScores(
  scores: readonly (number | null | undefined)[],
  combine: PanelConfig['combine'],
): number | null {
  const known = scores.filter((score) => typeof score === 'number');
  if (known.length < scores.length || known.length === 0) return null;
  if (combine === 'mean') return known.reduce((sum, score) => sum + score, 0) / known.length;
  const sorted = known.toSorted((a, b) => a - b);
  const at = (index: number) => sorted[Math.floor(index)] as number;
  return (at((sorted.length - 1) / 2) + at(sorted.length / 2)) / 2;
}
