import { UserError } from '../errors.ts';
import type { EventFacts, EventTable, Mode } from './mode.ts';

/** What an event leads to, and the sentence that says why; no mode where there is nothing to do. */
export interface ModeChoice {
  readonly mode: Mode | null;
  readonly reason: string;
}

/** The events after which there is nothing to judge. */
const idleEvents: EventTable = {
  pull_request: explainClosed,
  pull_request_target: explainClosed,
};

/**
 * Chooses the mode that claims the event, or takes the one asked for by name. Throws a UserError for an unknown event,
 * for one that should name a pull request and does not, and for what works on main alone asked for elsewhere: a pull
 * request writes no baseline, and no judge of its own is asked with main's key.
 */
export function chooseMode(modes: readonly Mode[], facts: EventFacts, asked: string | null): ModeChoice {
  const guess = guessMode(modes, facts);
  const mode = modes.find(({ name }) => name === asked) ?? guess.mode;
  if (mode === null || mode === guess.mode) return guess;
  if (mode.place === 'default branch' && (!facts.onDefaultBranch || isPullRequest(facts))) {
    throw UserError.of(
      `mode: ${mode.name} works on the default branch only.`,
      'Dispatch the workflow on the default branch.',
    );
  }
  return isClosed(facts) ? guess : { mode, reason: `the input mode is ${mode.name}` };
}

function guessMode(modes: readonly Mode[], facts: EventFacts): ModeChoice {
  const rows = [...modes.map((mode) => ({ mode, events: mode.events })), { mode: null, events: idleEvents }];
  const known = new Set(rows.flatMap(({ events }) => Object.keys(events)));
  if (!known.has(facts.name)) {
    const hint = `Run the action on one of: ${[...known].join(', ')}.`;
    throw UserError.of(`The event "${facts.name}" is not known here.`, hint);
  }
  for (const { mode, events } of rows) {
    const reason = Object.hasOwn(events, facts.name) ? events[facts.name]?.(facts) : null;
    if (typeof reason === 'string') return { mode, reason };
  }
  // All that is left runs on the default branch and is about whatever its workflow says.
  throw UserError.of(`The event "${facts.name}" names no pull request.`, 'Give its number as the input pr.');
}

function explainClosed(facts: EventFacts): string | null {
  return isClosed(facts) ? 'the pull request is closed' : null;
}

function isClosed(facts: EventFacts): boolean {
  return isPullRequest(facts) && facts.action === 'closed';
}

function isPullRequest({ name }: EventFacts): boolean {
  return name.startsWith('pull_request');
}
