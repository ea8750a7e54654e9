import { writeResults } from '../adapters/files/write-results.ts';
import type { LocalGit } from '../adapters/git/local-git.ts';
import { renderResultFiles } from '../conclude/result-files.ts';
import { namesEndpoint } from '../config/base-url.ts';
import { acceptNames, explainAcceptance, listNames } from '../gate/acceptance.ts';
import { nameGround } from '../gate/ground.ts';
import { verdictExitCode } from '../gate/verdict.ts';
import { evaluate } from '../pipeline/evaluate.ts';
import type { EvaluateRequest } from '../pipeline/evaluate-request.ts';
import { redactReport } from '../report/redact.ts';
import type { Report } from '../report/report.ts';
import { renderTerminal } from '../report/terminal.ts';
import type { Command, Flags, Io } from './command.ts';
import { listFlag, textFlag } from './command.ts';
import { integerFlag } from './flags.ts';
import { inLocalWorld, modelOptions } from './local-world.ts';

/** `run`: evaluates the working tree, or a ref, against its base. */
export const run: Command = {
  name: 'run',
  help: `Usage: prompt-assay run [--base REF] [--head REF] [options]

Evaluates the working tree (untracked, not ignored files included), or --head, against the base.

  --base REF         compare with this (default: merge base with origin/HEAD, else main, else master)
  --head REF         evaluate this ref in place of the working tree
  --config PATH      config file (default: prompt-assay.yml, at the root or in .github/)
  --report DIR       write comment.md, report.html, results.json, scores.jsonl, outputs.jsonl, calls.jsonl, junit.xml
  --base-url URL     OpenAI-compatible endpoint; the key is read from OPENAI_API_KEY
  --allow-host HOST  let the config send requests, and the key, to this host (repeatable)
  --accept NAME      take as given here what the pull request needs accept for: a dataset, prompt or column (repeatable)
  --cases N          at most N cases a suite
  --dry-run          say what would run and what it would cost
  --fresh            draw anew: leave stored baseline and cache aside
  --cache DIR        keep answers here and take known ones from it
  --replay FILE      answer from a recording
  --record FILE      add all answers to a recording
  --json             print the report as JSON
`,
  options: {
    ...modelOptions,
    base: { type: 'string' },
    head: { type: 'string' },
    report: { type: 'string' },
    accept: { type: 'string', multiple: true },
    cases: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  positionals: [],
  run: runLocally,
  buildFailure: (errors) => ({ verdict: 'invalid', metrics: [], calls: 0, cacheHits: 0, costUsd: 0, errors }),
};

async function runLocally(flags: Flags, _positionals: readonly string[], io: Io): Promise<number> {
  return inLocalWorld(flags, io, async (world, git) => {
    const folder = textFlag(flags, 'report');
    // A folder that cannot be made is said before anything is paid for.
    if (folder !== null) await writeResults(folder, new Map());
    const result = await evaluate(world, await buildRequest(flags, git, io));
    const files =
      folder === null
        ? []
        : await writeResults(folder, await renderResultFiles(result, { commentKey: 'local', record: null }));
    const { report } = result;
    io.out(
      flags.json === true
        ? `${JSON.stringify(redactReport(report), null, 2)}\n`
        : renderTerminal(report, { colour: io.colour, files }),
    );
    for (const line of explainWords(report, listFlag(flags, 'accept'))) (flags.json === true ? io.err : io.out)(line);
    return verdictExitCode(report.verdict, report.green);
  });
}

/** What was taken as given, and what the pull request will need a person for. */
function explainWords({ grounds }: Report, names: readonly string[]): readonly string[] {
  const acceptance = acceptNames('--accept', names);
  const given = explainAcceptance(acceptance, grounds);
  const known = new Set(grounds.flatMap(listNames));
  const open = grounds.filter((ground) => listNames(ground).length > 0 && !acceptance.covers(ground));
  return [
    ...(given === null ? [] : [`taken as given, ${given}\n`]),
    ...names.filter((name) => !known.has(name)).map((name) => `--accept ${name}: nothing of this name needs it\n`),
    ...open.map(
      (ground) => `needs accept on the pull request: ${nameGround(ground)} (here: --accept ${listNames(ground)[0]})\n`,
    ),
  ];
}

async function buildRequest(flags: Flags, git: LocalGit, io: Io): Promise<EvaluateRequest> {
  const [baseRef, headRef] = [textFlag(flags, 'base'), textFlag(flags, 'head')];
  const base = baseRef === null ? await git.defaultBase() : await git.resolveRef(baseRef);
  const baseTree = await git.readTree(base);
  const candidate =
    headRef === null
      ? { label: 'working tree', tree: await git.readWorkingTree() }
      : { label: headRef, tree: await git.readTree(await git.resolveRef(headRef)) };
  return {
    base: { label: baseRef ?? 'base', tree: baseTree },
    candidate,
    decidingTree: baseTree,
    defaultTree: baseTree,
    configPath: textFlag(flags, 'config'),
    namesEndpoint: namesEndpoint(textFlag(flags, 'base-url'), io.env.OPENAI_BASE_URL) || flags.replay !== undefined,
    caseLimit: integerFlag(flags, 'cases', 1, 1_000_000),
    fresh: flags.fresh === true,
    dryRun: flags['dry-run'] === true,
    onNoKey: 'block',
    acceptance: acceptNames('--accept', listFlag(flags, 'accept')),
    blockedCalls: null,
    recorded: [],
    readScreenUses: async () => [],
    reproduce:
      headRef === null
        ? null
        : `prompt-assay run --base ${base.slice(0, 12)} --head ${candidate.tree.commit.slice(0, 12)}`,
    runUrl: null,
  };
}
