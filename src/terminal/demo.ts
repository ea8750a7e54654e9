import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeResults } from '../adapters/files/write-results.ts';
import { openLocalGit } from '../adapters/git/local-git.ts';
import { createThrowAwayRepository, type ThrowAwayRepository } from '../adapters/git/throw-away.ts';
import { noOtherRuns } from '../conclude/other-runs.ts';
import { renderResultFiles } from '../conclude/result-files.ts';
import { evaluate } from '../pipeline/evaluate.ts';
import type { Report } from '../report/report.ts';
import { type Command, type Flags, type Io, type Outcome, textFlag } from './command.ts';
import { openLocalWorld } from './local-world.ts';
import { findOwnPath } from './own-path.ts';

/** `demo`: the real pipeline on the bundled example, with answers recorded from a small model. */
export const demo: Command = {
  name: 'demo',
  usage: '[--report DIR]',
  about: `Builds a throw-away git repository from the bundled example, evaluates each proposed change against main and prints
its comment. The model's answers were recorded from a real small model; no key and no network are needed.`,
  flags: {
    report: { value: 'DIR', help: 'where the result files go (default: prompt-assay-demo)' },
    json: { help: 'print the reports as JSON' },
    record: { value: 'FILE', help: null },
    'base-url': { value: 'URL', help: null },
  },
  positionals: [],
  run: runDemo,
  buildFailure: (errors) => ({ changes: [], errors }),
};

async function runDemo(flags: Flags, _positionals: readonly string[], io: Io): Promise<Outcome> {
  const source = findOwnPath('fixtures/demo');
  const folder = textFlag(flags, 'report') ?? 'prompt-assay-demo';
  const repository = await createThrowAwayRepository();
  const reports: { readonly change: string; readonly report: Report }[] = [];
  try {
    const base = await repository.commit('main', join(source, 'main'), 'The prompt as it is on main');
    for (const change of (await readdir(join(source, 'changes'))).sort()) {
      const story = (await readFile(join(source, 'changes', change, 'change.txt'), 'utf8')).trim();
      const head = await repository.commit(
        change,
        join(source, 'changes', change, 'files'),
        story.split('\n')[0] ?? change,
      );
      const { report, comment, files } = await evaluateChange(
        repository,
        { base, head, change, folder, source },
        flags,
        io,
      );
      reports.push({ change, report });
      if (flags.json !== true) io.out(renderChange(change, story, report, comment, files));
    }
  } finally {
    await repository.remove();
  }
  return { document: { changes: reports }, text: renderOverview(reports, folder), exitCode: 0 };
}

interface Change {
  readonly base: string;
  readonly head: string;
  readonly change: string;
  readonly folder: string;
  readonly source: string;
}

async function evaluateChange(repository: ThrowAwayRepository, change: Change, flags: Flags, io: Io) {
  const git = await openLocalGit(repository.folder);
  const record = textFlag(flags, 'record');
  const replay = record === null ? join(change.source, 'recording.jsonl') : null;
  const world = await openLocalWorld(
    git,
    { baseUrl: textFlag(flags, 'base-url'), allowedHosts: [], replay, record, cache: null },
    { ...io, err: quiet(io, record) },
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
      readOthers: async () => noOtherRuns,
      reproduce: null,
      runUrl: null,
      github: null,
    });
    const note =
      'The answers were recorded from SmolLM2-135M-Instruct, a very small model; they are real, and so are its mistakes.';
    const report = { ...result.report, notes: [...result.report.notes, note] };
    const rendered = await renderResultFiles({ ...result, report }, { commentKey: 'demo', record: null });
    const files = await writeResults(join(change.folder, change.change), rendered);
    return { report, comment: [...(rendered.get('comment.md') ?? '')].join(''), files };
  } finally {
    await world.finish();
    await git.close();
  }
}

/** The plan's lines would drown five comments; a recording run takes minutes and shows them. */
function quiet(io: Io, record: string | null): Io['err'] {
  return record === null ? () => {} : io.err;
}

function renderChange(
  change: string,
  story: string,
  report: Report,
  comment: string,
  files: readonly string[],
): string {
  const line = '═'.repeat(100);
  return `${line}\n${change}: ${story}\n→ ${report.verdict}, ${report.green ? 'green' : 'red'}; ${dirname(files[0] ?? '.')}/comment.md\n${line}\n${comment}\n`;
}

function renderOverview(
  reports: readonly { readonly change: string; readonly report: Report }[],
  folder: string,
): string {
  const width = Math.max(...reports.map(({ change }) => change.length));
  const rows = reports.map(
    ({ change, report }) => `  ${change.padEnd(width)}  ${report.verdict.padEnd(12)}  ${report.title}`,
  );
  return `${rows.join('\n')}\n\nEach comment above is what a pull request would get; the files are in ${folder}/. \n`;
}
