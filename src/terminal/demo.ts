import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeResults } from '../adapters/files/write-results.ts';
import { openLocalGit } from '../adapters/git/local-git.ts';
import { createThrowAwayRepository, type ThrowAwayRepository } from '../adapters/git/throw-away.ts';
import { noOtherRuns } from '../conclude/other-runs.ts';
import { renderResultFiles } from '../conclude/result-files.ts';
import { evaluate } from '../pipeline/evaluate.ts';
import { type Command, type Flags, type Io, type Outcome, textFlag } from './command.ts';
import {
  changeToOpen,
  type DemoChange,
  numberOf,
  pageOf,
  renderDemoChange,
  renderDemoEnd,
  renderDemoIntro,
} from './demo-text.ts';
import { openLocalWorld } from './local-world.ts';
import { listOpeners, openPage } from './open-page.ts';
import { findOwnPath } from './own-path.ts';

/** `demo`: the real pipeline on the bundled example, with answers recorded from a small model. */
export const demo: Command = {
  name: 'demo',
  usage: '[--full] [--report DIR]',
  about: `Builds a throw-away git repository from the bundled example and evaluates each proposed change against main. Says of each
what came of it, and writes the page and the comment that a pull request would get. The model's answers were recorded from
a real small model; no key and no network are needed.`,
  flags: {
    full: { help: 'print the comments, too' },
    report: { value: 'DIR', help: 'where the result files go (default: prompt-assay-demo)' },
    json: { help: 'print the reports as JSON' },
    record: { value: 'FILE', help: null },
    'base-url': { value: 'URL', help: null },
  },
  positionals: [],
  run: runDemo,
  buildFailure: (errors) => ({ changes: [], errors }),
};

/** Wider lines are harder to read. */
const mostColumns = 80;

async function runDemo(flags: Flags, _positionals: readonly string[], io: Io): Promise<Outcome> {
  const source = findOwnPath('fixtures/demo');
  const folder = textFlag(flags, 'report') ?? 'prompt-assay-demo';
  const look = { width: Math.min(mostColumns, io.columns ?? mostColumns), colour: io.colour };
  const tell = flags.json === true ? () => {} : io.out;
  const repository = await createThrowAwayRepository();
  const changes: DemoChange[] = [];
  tell(renderDemoIntro(look));
  try {
    const base = await repository.commit('main', join(source, 'main'), 'The prompt as it is on main');
    for (const name of (await readdir(join(source, 'changes'))).sort()) {
      const story = (await readFile(join(source, 'changes', name, 'change.txt'), 'utf8')).trim();
      const head = await repository.commit(name, join(source, 'changes', name, 'files'), story.split('\n')[0] ?? name);
      const { report, comment } = await evaluateChange(repository, { base, head, name, folder, source }, flags, io);
      changes.push({ name, story, report });
      tell(renderDemoChange({ name, story, report }, look));
      if (flags.full === true) tell(`${comment}\n`);
    }
  } finally {
    await repository.remove();
  }
  tell(renderDemoEnd(changes, folder, look));
  if (flags.json !== true) await offerPage(changes, folder, io);
  return {
    document: { changes: changes.map(({ name, report }) => ({ change: name, report })) },
    text: '',
    exitCode: 0,
  };
}

/** Asks a person who sees the text whether to open the page that says most, where there is a browser. */
async function offerPage(changes: readonly DemoChange[], folder: string, io: Io): Promise<void> {
  if (io.ask === null || io.columns === null || listOpeners(io.env).length === 0) return;
  const name = changeToOpen(changes);
  const answer = await io.ask(`\nOpen the page of change ${numberOf(name)}? [y/N] `);
  if (/^y(es)?$/i.test(answer.trim())) io.err(`${await openPage(pageOf(name, folder), io.env)}\n`);
}

interface Change {
  readonly base: string;
  readonly head: string;
  readonly name: string;
  readonly folder: string;
  readonly source: string;
}

async function evaluateChange(repository: ThrowAwayRepository, change: Change, flags: Flags, io: Io) {
  const git = await openLocalGit(repository.folder);
  const record = textFlag(flags, 'record');
  const replay = record === null ? join(change.source, 'recording.jsonl') : null;
  // A recording run takes minutes and shows where it stands; a replay takes none, and its lines would drown the story.
  const world = await openLocalWorld(
    git,
    { baseUrl: textFlag(flags, 'base-url'), allowedHosts: [], replay, record, cache: null },
    record === null ? { ...io, err: () => {}, liveLine: null } : io,
  );
  try {
    const tree = await git.readTree(change.base);
    const result = await evaluate(world, {
      base: { label: 'main', tree },
      candidate: { label: 'this change', tree: await git.readTree(change.head) },
      decidingTree: tree,
      defaultTree: tree,
      configPath: null,
      namesEndpoint: true,
      part: null,
      fresh: false,
      dryRun: false,
      onNoKey: 'block',
      hear: async () => ({ acceptance: null, blockedCalls: null, settles: null }),
      recorded: [],
      askedBefore: null,
      brokenBefore: null,
      readOthers: async () => noOtherRuns,
      reproduce: null,
      runUrl: null,
      github: null,
    });
    const note =
      'The answers were recorded from SmolLM2-135M-Instruct, a very small model; they are real, and so are its mistakes. Its prices are invented.';
    const report = { ...result.report, notes: [...result.report.notes, note] };
    const rendered = await renderResultFiles({ ...result, report }, { commentKey: 'demo', record: null });
    await writeResults(join(change.folder, change.name), rendered);
    return { report, comment: [...(rendered.get('comment.md') ?? '')].join('') };
  } finally {
    await world.finish();
    await git.close();
  }
}
