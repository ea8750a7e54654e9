import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { FakeGithub } from '../../__tests__/helpers/fake-github/server.ts';
import { remember } from '../../src/adapters/github/repository.ts';
import { kinds } from './kinds.ts';
import { type Place, strike } from './places.ts';
import { findBroken } from './rules.ts';
import { runStory } from './run-story.ts';
import type { Refs } from './shared-git.ts';
import { buildStage } from './stage.ts';
import { findUntrue, isRecorded, tellUndisturbed, type Undisturbed } from './undisturbed.ts';

/** This worker's share of the cells; where a pattern is given, of those whose names match. */
interface Share {
  readonly index: number;
  readonly workers: number;
  readonly pattern: string | null;
}

/** Most of a disturbed run is waiting. */
const lanes = 6;
/** Where GitHub is silent; a run asks up to four times. */
const shortMs = 500;
const { index, workers, pattern } = workerData as Share;
// Each run listens for a cancellation.
process.setMaxListeners(0);

interface Cell extends Undisturbed {
  readonly kind: string;
  readonly place: Place;
}

const nameCell = ({ story, place, kind }: Cell) =>
  `${story.name} | ${place.method} ${place.path} #${place.number} | ${kind}`;

/** What came of telling again, by what was left on GitHub: that is all it depends on. */
const retold = new Map<string, Promise<readonly string[]>>();

const stage = await buildStage();
try {
  const stories = await tellUndisturbed(stage);
  const cells = stories.flatMap((told) =>
    told.places.flatMap((place) => listKinds(place).map((kind) => ({ ...told, place, kind }))),
  );
  const chosen = cells.filter((cell, number) => isWanted(cell, number));
  const waiting = chosen.filter((_, number) => number % workers === index);
  await Promise.all(Array.from({ length: lanes }, (_, lane) => work(waiting, join(stage.folder, String(lane)))));
} finally {
  await stage.remove();
}

/** Without a pattern all writes, and of the reads, which are more and more alike, each tenth. */
function isWanted(cell: Cell, number: number): boolean {
  if (pattern !== null) return new RegExp(pattern).test(nameCell(cell));
  return cell.place.method !== 'GET' || number % 10 === 0;
}

/** What is applied and then fails differs from what fails only where something is written. */
function listKinds({ method }: Place): readonly string[] {
  return Object.keys(kinds).filter((kind) => method !== 'GET' || !kind.endsWith(' after'));
}

async function work(waiting: Cell[], folder: string): Promise<void> {
  for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift()) {
    const wasAskedAgain = await tell(cell, false, folder);
    if (wasAskedAgain && cell.kind !== 'slow') await tell(cell, true, folder);
  }
}

/** Tells a story with one fault, and again when GitHub is well; posts what was broken. */
async function tell(cell: Cell, isForGood: boolean, folder: string): Promise<boolean> {
  const { story, place, kind, calls } = cell;
  const refs: Refs = new Map(cell.refs);
  return stage.withGithub(refs, async (github) => {
    const { plan, struck, wasAskedAgain } = strike(place, makeFault(kind), isForGood);
    github.fault = plan;
    const ended = await runStory(story, github, folder, kind === 'hang' ? shortMs : undefined);
    const baseline = await stage.readBaseline(refs);
    const first = findBroken({ story, ended, github, struck, calls, baseline });
    github.fault = null;
    const left = JSON.stringify([story.name, github.comments, github.statuses, [...baseline.keys()]]);
    const second = await remember(retold, left, () => tellAgain(cell, github, refs, folder));
    const broken = [...first, ...second.map((one) => `again: ${one}`)];
    const name = `${nameCell(cell)} | ${isForGood ? 'for good' : 'once'}`;
    parentPort?.postMessage({ story: story.name, kind, name, broken, log: ended.lines });
    return wasAskedAgain();
  });
}

/** The same event on a GitHub that is well again, with what the disturbed run left there. */
async function tellAgain({ story, calls }: Cell, github: FakeGithub, refs: Refs, folder: string) {
  const wasRecorded = isRecorded(github.comments);
  const ended = await runStory(story, github, folder);
  // Whether the first one was written or not, this one has an entry of its own.
  const baseline = new Map([...(await stage.readBaseline(refs))].filter(([path]) => path !== 'CHANGELOG.md'));
  return [
    ...findBroken({ story, ended, github, struck: new Set(), calls, baseline }),
    ...findUntrue(story, ended, github),
    ...(wasRecorded && ended.calls > 0 ? ['a second draw'] : []),
  ];
}

function makeFault(kind: string) {
  const fault = kinds[kind]?.();
  if (fault === undefined) throw new Error(`there is no fault ${kind}`);
  return fault;
}
