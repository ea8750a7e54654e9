import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeResults } from '../adapters/files/write-results.ts';
import type { LocalGit } from '../adapters/git/local-git.ts';
import { noOtherRuns } from '../conclude/other-runs.ts';
import { buildPage } from '../conclude/page.ts';
import { renderResultFiles } from '../conclude/result-files.ts';
import { buildFailedReport } from '../conclude/short-reports.ts';
import { tellWholeCases } from '../conclude/whole-cases.ts';
import { namesEndpoint } from '../config/base-url.ts';
import { UserError } from '../errors.ts';
import { acceptNames, listNames } from '../gate/acceptance.ts';
import { evaluate } from '../pipeline/evaluate.ts';
import type { EvaluateRequest, EvaluateResult } from '../pipeline/evaluate-request.ts';
import type { Origin } from '../pipeline/origin.ts';
import type { CasePart } from '../plan/subset.ts';
import type { Log } from '../ports.ts';
import { quoteWord } from '../report/compare-command.ts';
import type { PageLink } from '../report/console/page-link.ts';
import { renderTerminal } from '../report/console/terminal.ts';
import { redactReport } from '../report/redact.ts';
import { renderers } from '../report/renderers.ts';
import type { Report } from '../report/report.ts';
import { exitCodeOf, gateExitCodes } from '../report/result-document.ts';
import { explainAcceptance, nameGround } from '../report/words/ground-words.ts';
import { count } from '../text/prose.ts';
import { findConfigPath } from './clone-paths.ts';
import { type Command, type Flags, type FlagTable, type Io, listFlag, type Outcome, textFlag } from './command.ts';
import { reportInFlags } from './flag-words.ts';
import { integerFlag } from './flags.ts';
import { formatFailure, formatFlag, localComment, readFormat, renderFormat } from './format.ts';
import { knowsLinks } from './hyperlinks.ts';
import { inLocalWorld } from './local-world.ts';
import { configFlag, endpointFlags, keptAnswerFlags } from './model-flags.ts';
import { clearOwnReport, openPage } from './open-page.ts';

/** The flags of every command that evaluates a change. */
export const evaluateFlags: FlagTable = {
  base: {
    value: 'REF',
    help: 'what it would be merged into (default: origin/HEAD, else main, else master)',
  },
  head: { value: 'REF', help: 'evaluate this ref in place of the working tree' },
  ...configFlag,
  report: {
    value: 'DIR',
    help: 'write report.html, which shows every case, and the other result files',
  },
  open: { help: 'open report.html in the browser; without --report it is in this clone, in .git/prompt-assay/report' },
  ...endpointFlags,
  accept: {
    value: 'NAME',
    isRepeatable: true,
    help: 'take as given here what the pull request needs accept for: a dataset, prompt or column (repeatable)',
  },
  cases: { value: 'N', help: 'at most N cases a suite' },
  case: { value: 'ID', isRepeatable: true, help: 'only this case, and all that was answered to it (repeatable)' },
  ...keptAnswerFlags,
  ...formatFlag,
  json: { help: 'print the report as JSON' },
};

/** What such a command prints where it failed before it had a result. */
export const evaluateFailure: Pick<Command, 'buildFailure' | 'formatFailure'> = {
  buildFailure: buildFailedReport,
  formatFailure,
};

/** Evaluates the change of this clone for a command; `origin` says where its outputs come from. The outcome is that of the verdict, and `finish` may add to it. */
export async function evaluateHere(
  command: string,
  flags: Flags,
  io: Io,
  origin: (git: LocalGit, request: EvaluateRequest) => Promise<Origin>,
  finish: (result: EvaluateResult, outcome: Outcome) => Promise<Outcome> = async (_result, outcome) => outcome,
): Promise<Outcome> {
  const format = readFormat(flags);
  return inLocalWorld(flags, io, 'answers', async (world, git) => {
    const folder = textFlag(flags, 'report') ?? (flags.open === true ? await clearOwnReport(git) : null);
    // A folder that cannot be made is said before anything is paid for.
    if (folder !== null) await writeResults(folder, new Map());
    const request = await buildRequest(flags, git, io, world.log);
    const evaluated = await evaluate(world, request, await origin(git, request));
    const result = { ...evaluated, report: reportInFlags(evaluated.report) };
    if (folder !== null) await writeResults(folder, await renderResultFiles(result, localComment));
    const { report } = result;
    const words = explainWords(report, listFlag(flags, 'accept'));
    const cached = explainCache(report);
    if (flags.json === true) io.err([...words, ...cached].map((word) => `${word}\n`).join(''));
    if (flags.open === true && folder !== null) io.err(`${await openPage(join(folder, 'report.html'), io.env)}\n`);
    const { columns, colour } = io;
    const text = renderTerminal(
      { ...report, notes: [...report.notes, ...cached] },
      { columns, colour, links: knowsLinks(io) },
      {
        page: folder === null ? null : linkPage(folder, io),
        words,
        // A recording has no answers but those of its own run.
        look: flags.replay === undefined ? (id) => renderLook(command, flags, id) : null,
        whole: request.part?.kind === 'named' ? tellWholeCases(result) : null,
      },
    );
    const formatted = format === null ? null : await renderFormat(format, report, buildPage(result));
    const exitCode = exitCodeOf(gateExitCodes, report);
    return finish(result, { document: redactReport(report), text, formatted, exitCode });
  });
}

function linkPage(folder: string, { cwd }: Io): PageLink {
  const path = join(folder, renderers.html.file);
  return { path, address: pathToFileURL(resolve(cwd, path)).href };
}

/** Flags without which the same case would be another question. */
const repeatedFlags = ['candidate', 'baseline', 'base', 'head', 'config', 'base-url', 'allow-host', 'cache'];

/** The command that looks at one case again, as a shell takes it. */
function renderLook(command: string, flags: Flags, id: string): string {
  const given = repeatedFlags.flatMap((name) => {
    const value = flags[name];
    const values = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
    return values.flatMap((one) => [`--${name}`, one]);
  });
  const last = id.startsWith('-') ? [`--case=${id}`] : ['--case', id];
  return ['prompt-assay', command, ...given, ...last].map(quoteWord).join(' ');
}

function explainCache({ cacheHits }: Report): readonly string[] {
  return cacheHits === 0 ? [] : [`${count(cacheHits, 'answer')} came from the cache; --no-cache draws anew.`];
}

/** What was taken as given, and what the pull request will need a person for. */
function explainWords({ grounds }: Report, names: readonly string[]): readonly string[] {
  const acceptance = acceptNames('--accept', names);
  const given = explainAcceptance(acceptance, grounds);
  const known = new Set(grounds.flatMap(listNames));
  const open = grounds.filter((ground) => listNames(ground).length > 0 && !acceptance.covers(ground));
  return [
    ...(given === null ? [] : [`Taken as given, ${given}.`]),
    ...names.filter((name) => !known.has(name)).map((name) => `--accept ${name}: nothing of this name needs it.`),
    ...open.map(
      (ground) => `Needs accept on the pull request: ${nameGround(ground)} (here: --accept ${listNames(ground)[0]}).`,
    ),
  ];
}

/** Which cases are asked; null for all. */
function readPart(flags: Flags): CasePart | null {
  const ids = listFlag(flags, 'case');
  const most = integerFlag(flags, 'cases', 1, 1_000_000);
  if (ids.length > 0 && most !== null) {
    throw UserError.of('--case names cases, and --cases chooses some.', 'Give one of the two.');
  }
  if (ids.length > 0) return { kind: 'named', ids };
  return most === null ? null : { kind: 'most', most };
}

async function buildRequest(flags: Flags, git: LocalGit, io: Io, log: Log): Promise<EvaluateRequest> {
  const forgets = ['fresh', 'no-cache'].find((name) => flags[name] === true);
  if (flags.settle === true && forgets !== undefined) {
    throw UserError.of(`--settle keeps what was drawn, and --${forgets} leaves it aside.`, 'Give one of the two.');
  }
  const [baseRef, headRef] = [textFlag(flags, 'base'), textFlag(flags, 'head')];
  const { baseName, base, candidate, tip, note } = await git.readSides(baseRef, headRef);
  log.info(note);
  return {
    base: { label: nameRef(baseName, 'base'), tree: base },
    candidate: { label: nameRef(headRef ?? 'working tree', 'this change'), tree: candidate },
    decidingTree: tip,
    defaultTree: tip,
    configPath: await findConfigPath(flags, git),
    namesEndpoint: namesEndpoint(textFlag(flags, 'base-url'), io.env.OPENAI_BASE_URL) || flags.replay !== undefined,
    part: readPart(flags),
    fresh: flags.fresh === true,
    dryRun: flags['dry-run'] === true,
    onNoKey: 'block',
    hear: async () => ({
      acceptance: acceptNames('--accept', listFlag(flags, 'accept')),
      blockedCalls: null,
      settles: flags.settle === true ? 'known-answers' : null,
    }),
    recorded: [],
    askedBefore: null,
    brokenBefore: null,
    readOthers: async () => noOtherRuns,
    reproduce:
      headRef === null
        ? null
        : `prompt-assay run --base ${tip.commit.slice(0, 12)} --head ${candidate.commit.slice(0, 12)}`,
    runUrl: null,
    github: null,
  };
}

/** A ref as people call it: the digits of a commit, which stand beside it, are no name. */
function nameRef(ref: string, otherwise: string): string {
  return /^[0-9a-f]{7,64}$/.test(ref) ? otherwise : ref;
}
