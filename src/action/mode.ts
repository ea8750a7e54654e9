import type { GithubClient } from '../adapters/github/client.ts';
import type { GithubEvent } from '../adapters/github/event.ts';
import type { Problem, ReportedError } from '../errors.ts';
import type { World } from '../pipeline/world.ts';
import type { Annotation } from './annotate.ts';
import type { Ending } from './ending.ts';
import type { Runner } from './github-world.ts';
import type { ActionInputs } from './inputs.ts';

/** The facts of an event that decide its mode. */
export interface EventFacts {
  readonly name: string;
  readonly action: string | null;
  /** True where the event's ref is the default branch. */
  readonly onDefaultBranch: boolean;
  /** True where a pull request was named by hand. */
  readonly namesPullRequest: boolean;
}

/** By the name of an event, why it leads here; null where by its facts another mode is meant. */
export type EventTable = Readonly<Record<string, (facts: EventFacts) => string | null>>;

/** What is known before a mode is begun. */
export interface Place {
  readonly event: GithubEvent;
  readonly client: GithubClient;
  readonly inputs: ActionInputs;
  readonly runner: Runner;
}

/** All that a mode works with: the event that came, and a world that is open. */
export interface Scene extends Place {
  readonly world: World;
}

/** What the action ends with: the outputs, and the sentence that turns the job red, null for green. */
export interface ActionResult {
  readonly outputs: Readonly<Record<string, string>>;
  readonly failure: string | null;
  /** Mistakes to show on the files where they stand. */
  readonly problems: readonly Problem[];
  /** What is shown on lines of a pull request beside them; absent where a mode has nothing to show. */
  readonly annotations?: readonly Annotation[];
  /** Absent where the log says all of it on the way. */
  readonly ending?: Ending;
}

/** One thing that the action does. */
export interface Mode {
  /** The word of the input `mode`. */
  readonly name: string;
  /** The events that mean this mode without being asked for it. No two modes claim the same facts. */
  readonly events: EventTable;
  /** What writes for main, or asks main's judges with main's key, refuses branches and pull requests. */
  readonly place: 'anywhere' | 'default branch';
  /** What the job's token has to be allowed, in the words of `permissions:`. */
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
  run(scene: Scene): Promise<ActionResult>;
  /** Says what keeps it from being run where its verdict would stand; only where that is not the job itself. */
  readonly refuse?: (place: Place, error: ReportedError) => Promise<void>;
}
