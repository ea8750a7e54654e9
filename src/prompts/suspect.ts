import type { Problem } from '../errors.ts';
import type { ForeignText } from './dialect.ts';

/** What of a prompt file looks like the template or the roles of another tool, and is sent as it stands. */
export interface Suspect {
  /** What it looks like; a warning says each kind once. */
  readonly kind: string;
  /** The variable that it would stand for; null where it names none. */
  readonly name: string | null;
  /** False where only a column of that name makes it suspect. */
  readonly isSure: boolean;
  readonly problem: Problem;
}

/** A suspect before all of its file is read. */
export interface Sighting extends Omit<Suspect, 'isSure'> {
  readonly certainty: ForeignText['certainty'];
}
