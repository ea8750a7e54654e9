import { buildProblem, type Problem, type Where } from '../errors.ts';
import { quoteName } from '../text/problems.ts';
import type { ForeignText } from './dialect.ts';
import type { Fields } from './fields.ts';
import type { Sighting, Suspect } from './suspect.ts';

/** Takes down a foreign text at its place. */
export function sight({ style, written, name, hint, certainty }: Omit<ForeignText, 'offset'>, where: Where): Sighting {
  const message = `${quoteName(written)} looks like ${style} and is sent as it stands.`;
  return { kind: style, name, certainty, problem: buildProblem(message, hint, where) };
}

/** What a prompt file leaves open once all of it is read: its suspects, and the warnings, those of the sure suspects with them. */
export function settleFindings({ sightings, used, warnings }: Pick<Fields, 'sightings' | 'used' | 'warnings'>): {
  readonly suspects: readonly Suspect[];
  readonly warnings: readonly Problem[];
} {
  const suspects = sightings.map(({ certainty, ...suspect }) => ({
    ...suspect,
    isSure: certainty === 'always' || (certainty === 'alone' && used.size === 0),
  }));
  return { suspects, warnings: [...warnings, ...listSuspects(suspects.filter(({ isSure }) => isSure))] };
}

/** The first of each kind, which also counts those that follow. */
export function listSuspects(suspects: readonly Suspect[]): readonly Problem[] {
  const kinds = [...new Set(suspects.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const [first, ...more] = suspects.filter((suspect) => suspect.kind === kind);
    if (first === undefined) return [];
    const { problem } = first;
    const message = problem.message.replace(/\.$/, ` (and ${more.length} more of the kind).`);
    return more.length === 0 ? problem : { ...problem, message };
  });
}

/** The suspects that would stand for one of these columns, of the kinds that a prompt's own warnings do not name. */
export function listNamed(suspects: readonly Suspect[], columns: ReadonlySet<string>): readonly Problem[] {
  const said = suspects.filter(({ isSure }) => isSure).map(({ kind }) => kind);
  const isColumn = (name: string | null) => name !== null && columns.has(name.split('.', 1)[0] ?? '');
  return listSuspects(suspects.filter(({ kind, name }) => isColumn(name) && !said.includes(kind)));
}
