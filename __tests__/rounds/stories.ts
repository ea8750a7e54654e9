import { rebaseline } from '../../src/pipeline/rebaseline.ts';
import { createFakeWorld, unavailable } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, answering, aTree, jsonl, type Story, someRows } from '../pipeline/story.ts';

/** Numbers in 0..1, the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same items in another order. */
export function shuffle<T>(items: T[], random: () => number): readonly T[] {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [items[index], items[other]] = [items[other] as T, items[index] as T];
  }
  return items;
}

const flips = answering((arm, number, sample) => number >= 5 || (arm === 'base' ? sample === 0 : sample > 0));
const drops = answering((arm, number) => arm === 'base' || number >= 6);
const judges = [
  '    judges:',
  '      - { name: one, type: rubric, rubric: r.md, allow-uncalibrated: true }',
  '      - { name: two, type: rubric, rubric: r.md, allow-uncalibrated: true }',
  '      - { name: both, type: pairwise, rubric: r.md, allow-uncalibrated: true }',
  '    panels: [{ name: heard, members: [one, two] }]',
  '',
].join('\n');

/** Runs that take every kind of step, with the verdict that each comes to. */
export const stories: {
  readonly [name: string]: { readonly verdict: string; build(): Story | Promise<Story> };
} = {
  'a drop that only a second look proves': { verdict: 'fail', build: () => ({ script: drops }) },
  'a drop that a second look does not prove': { verdict: 'inconclusive', build: () => ({ script: flips }) },
  'an outage of some answers': {
    verdict: 'pass',
    build: () => ({ script: answering((_arm, number) => (number % 9 === 0 ? unavailable('503') : true)) }),
  },
  'a critical case that broke': {
    verdict: 'fail',
    build: () => {
      const rows = { 'evals/triage.jsonl': jsonl(someRows(100, (number) => (number === 3 ? { critical: true } : {}))) };
      const script = answering((arm, number) => arm === 'base' || number !== 3);
      return { base: aTree(rows), candidate: aChangedTree(rows), script };
    },
  },
  'a stored baseline that cannot decide': {
    verdict: 'fail',
    build: async () => {
      const world = createFakeWorld(answering((arm, number) => arm !== 'candidate' || number >= 12));
      const tree = world.repository.plant(aTree());
      const request = { tree, label: 'main', configPath: null, reason: null, who: null };
      await rebaseline(world, { ...request, onlyChanged: false, fresh: false, dryRun: false, noise: false });
      return { world };
    },
  },
  'judges of one output and of two, and a panel': {
    verdict: 'fail',
    build: () => {
      const files = {
        'prompt-assay.yml': aConfigFile({ top: 'judge: { model: { id: a-judge } }', suite: judges }),
        'r.md': '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n',
      };
      const script: Story['script'] = (call) => {
        if (call.purpose === 'generate') return drops(call, new AbortController().signal);
        const text = call.request.messages.map(({ content }) => content).join('\n');
        const said = text.includes('<answer-a-')
          ? { verdict: /<answer-a-\w+>\nyes/.test(text) === /<answer-b-\w+>\nyes/.test(text) ? 'tie' : 'B' }
          : { score: /<output-\w+>\nyes/.test(text) ? 5 : 1 };
        return JSON.stringify({ ...said, abstain: false, reason: 'because' });
      };
      return { base: aTree(files), candidate: aChangedTree(files), script };
    },
  },
};
