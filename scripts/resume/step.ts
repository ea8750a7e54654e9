// One process of a run that is killed again and again: plans the story anew, reads the ledger file, takes one step in
// random order and writes each line as it comes. `step.ts STORY LEDGER SEED LINES MINUTES`: after LINES lines it kills
// itself, in the middle of the next one; MINUTES is how late its clock is. Prints what the run came to, or nothing.
import { closeSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { silent, summarise } from '../../__tests__/rounds/kill.ts';
import { type PlannedStory, planStory } from '../../__tests__/rounds/plan-story.ts';
import { createRandom, shuffle, stories } from '../../__tests__/rounds/stories.ts';
import { takeStep } from '../../src/execute/drive.ts';
import { nextStep } from '../../src/rounds/next-step.ts';
import type { Step, Work } from '../../src/rounds/run-plan.ts';
import { readEntries, writeEntry } from '../../src/run/codec.ts';
import { createMemorySpool, type Spool } from '../../src/run/spool.ts';

/** Opens a ledger file. A last line without its line break was never finished: it is cut off, or the next would be added to it. */
function openFile(path: string, lines: number): Spool {
  const file = openSync(path, 'a+');
  const bytes = readFileSync(path);
  const whole = bytes.subarray(0, bytes.lastIndexOf('\n') + 1);
  if (whole.length < bytes.length) truncateSync(path, whole.length);
  const spool = createMemorySpool();
  for (const entry of readEntries(bytes.toString('utf8'), path)) spool.append(writeEntry(entry));
  process.once('exit', () => closeSync(file));
  let left = lines;
  return {
    ...spool,
    append: (line) => {
      const record = Buffer.from(`${line}\n`, 'utf8');
      if (left === 0) {
        writeSync(file, record.subarray(0, Math.floor(record.length / 2)));
        process.kill(process.pid, 'SIGKILL');
      }
      left -= 1;
      writeSync(file, record);
      return spool.append(line);
    },
  };
}

/** The same work in another order. */
function disorder(work: Work, random: () => number): Work {
  switch (work.do) {
    case 'draw':
    case 'score':
      return { ...work, keys: shuffle([...work.keys], random) };
    case 'judge-pairs':
      return { ...work, pairs: shuffle([...work.pairs], random) };
    case 'check-judges':
      return { ...work, judges: shuffle([...work.judges], random) };
  }
}

async function step(story: PlannedStory, spool: Spool, random: () => number): Promise<Step> {
  const ledger = story.openLedger(spool);
  const next = nextStep(story.plan, ledger);
  if (next.do !== 'decided') await takeStep(disorder(next, random), ledger, await story.openDriver(ledger), silent);
  return next;
}

const [name, path, seed, lines, minutes] = process.argv.slice(2) as [string, string, string, string, string];
const story = stories[name];
if (story === undefined) throw new Error(`no story "${name}"`);
const planned = await planStory(await story.build());
planned.world.nowMs += 60_000 * Number(minutes);
const next = await step(planned, openFile(path, Number(lines)), createRandom(Number(seed)));
if (next.do === 'decided') process.stdout.write(JSON.stringify(summarise(next.decision)));
