import type { ChangelogLine } from '../baseline/changelog-line.ts';
import type { Measure } from '../baseline/stored-baseline.ts';

/** The mean of one metric in one baseline. */
export interface SeriesPoint {
  /** The place of the baseline in its list. */
  readonly at: number;
  readonly mean: number;
  /** Null where the baseline does not say. */
  readonly measure: Measure | null;
  /** True where it was scored by other rules than the point before: the two are no move. */
  readonly isBreak: boolean;
}

/** One metric of one prompt over time. */
export interface Series {
  /** `prompt / metric`. */
  readonly name: string;
  /** The same, without the prompt where the suite has no other. */
  readonly label: string;
  /** What the metric is, as the newest baseline that says so has it. */
  readonly measure: Measure | null;
  readonly points: readonly SeriesPoint[];
}

/** Every metric that a suite's baselines hold: what may block first, then what is shown, each by name. */
export function listSeries(baselines: readonly ChangelogLine[]): readonly Series[] {
  const series = new Map<string, SeriesPoint[]>();
  baselines.forEach((line, at) => {
    const measures = new Map(Object.entries(line.measures));
    for (const [name, mean] of Object.entries(line.means)) {
      const points = series.get(name) ?? [];
      const before = points.at(-1);
      const isBreak = before !== undefined && baselines[before.at]?.scoringRevision !== line.scoringRevision;
      points.push({ at, mean, measure: measures.get(name) ?? null, isBreak });
      series.set(name, points);
    }
  });
  const shorten = shortenNames([...series.keys()]);
  return [...series]
    .map(([name, points]) => ({
      ...{ name, label: shorten(name), points },
      measure: points.findLast(({ measure }) => measure !== null)?.measure ?? null,
    }))
    .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

function rank({ measure }: Series): number {
  if (measure === null) return 1;
  return { gate: 0, report: 1, refused: 2 }[measure.role];
}

/** The names of metrics without the prompt that all of them share. */
function shortenNames(names: readonly string[]): (name: string) => string {
  const promptOf = (name: string) => name.slice(0, name.lastIndexOf(' / ') + 3);
  const prompts = new Set(names.map(promptOf));
  return (name) => (prompts.size === 1 ? name.slice(promptOf(name).length) : name);
}

/** What a baseline brought, seen from the one before it; a first one brings nothing. */
export interface BaselineNews {
  /** True where a person set it by hand, with a reason. */
  readonly isAnchor: boolean;
  /** The models that answered and are not those of before, a clause each. */
  readonly models: readonly string[];
  /** The prompts whose version is another. */
  readonly prompts: readonly string[];
  /** What a metric may do now and might not before, or the other way round. */
  readonly roles: readonly string[];
  /** True where it was scored by other rules. */
  readonly hasOtherRules: boolean;
}

/** The news of each baseline of a suite. */
export function listNews(baselines: readonly ChangelogLine[]): readonly BaselineNews[] {
  const shorten = shortenNames(baselines.flatMap(({ means }) => Object.keys(means)));
  return baselines.map((line, at) => {
    const isAnchor = line.reason !== null;
    const before = baselines[at - 1];
    if (before === undefined) return { isAnchor, models: [], prompts: [], roles: [], hasOtherRules: false };
    const roles = compareEach(before.measures, line.measures, ({ role }) => roleWords[role]);
    return {
      isAnchor,
      models: compareEach(before.models, line.models, nameModel).map((move) => tellMove(move, line.models)),
      prompts: compareEach(before.versions, line.versions, (version) => version).map((move) =>
        tellMove(move, line.versions),
      ),
      roles: roles.map(({ names, move }) => `${nameFirst(names.map(shorten))}: ${move}`),
      hasOtherRules: before.scoringRevision !== line.scoringRevision,
    };
  });
}

/** What a metric may do. */
export const roleWords = { gate: 'may block', report: 'is shown', refused: 'is refused' } as const;

/** The model as it answered, where it said so. */
export function nameModel({ asked, answeredAs }: ChangelogLine['models'][string]): string {
  return answeredAs.length === 0 ? asked : answeredAs.join(', ');
}

/** The models of a baseline, each once. */
export function listModels({ models }: ChangelogLine): readonly string[] {
  return [...new Set(Object.values(models).map(nameModel))].sort();
}

interface Move {
  readonly names: readonly string[];
  readonly move: string;
}

/** Members that both have and that differ; equal moves of several are one. */
function compareEach<T>(
  before: { readonly [name: string]: T },
  after: { readonly [name: string]: T },
  show: (value: T) => string,
): readonly Move[] {
  const old = new Map(Object.entries(before));
  const moves = new Map<string, string[]>();
  for (const [name, value] of Object.entries(after)) {
    const known = old.get(name);
    if (known === undefined || show(known) === show(value)) continue;
    const move = `${show(known)} → ${show(value)}`;
    moves.set(move, [...(moves.get(move) ?? []), name]);
  }
  return [...moves].map(([move, names]) => ({ names, move }));
}

/** A move that all members made needs no name. */
function tellMove({ names, move }: Move, all: object): string {
  return names.length === Object.keys(all).length ? move : `${move} (${nameFirst(names)})`;
}

function nameFirst([first = '', ...others]: readonly string[]): string {
  return `${first}${others.length === 0 ? '' : ` and ${others.length} more`}`;
}
