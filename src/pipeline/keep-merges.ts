import { builtInConfig } from '../config/default-config.ts';
import { UserError } from '../errors.ts';
import { describeSuites, type JudgedPull, type TouchedSuite } from '../history/describe-merge.ts';
import type { MergedChange, MergedPull } from '../history/group-merges.ts';
import { type Merge, mergesPath, renderMergeLine } from '../history/merge-line.ts';
import type { Tree } from '../ports.ts';
import { readOwnConfig } from '../read/sides.ts';
import type { MergesReport } from '../report/history/merges-report.ts';
import { buildResult, decideWork } from '../report/result-document.ts';
import { noCalls } from '../run/totals.ts';
import { closeSentence, count } from '../text/prose.ts';
import { toolVersion } from '../version.ts';
import { askedModels, type Origin } from './origin.ts';
import { shortenKey } from './recorded.ts';
import { createSuppliedOrigin } from './supplied-origin.ts';
import type { World } from './world.ts';

/** What our comment says of a merged pull request; `note` is a clause on why it says nothing. */
export interface HeardPull extends JudgedPull {
  readonly note: string | null;
}

/** A way in which pull requests are judged, and the key of its comment. */
export interface JudgedWay {
  readonly config: string;
  readonly outputs: 'drawn' | 'supplied';
}

/** What is to be kept of a push to the default branch. */
export interface MergesRequest {
  /** The commit that was pushed. */
  readonly tree: Tree;
  readonly configPath: string | null;
  /** The oldest first. */
  readonly changes: readonly MergedChange[];
  readonly ways: readonly JudgedWay[];
  /** The address of a pull request; null where that is not known. */
  readonly urlOf: (pull: MergedPull) => string | null;
  /** Reads what our own comment says. What cannot be read is thrown: it is not absent. */
  readonly hear: (pull: MergedPull, way: JudgedWay) => Promise<HeardPull>;
  /** True: says what would be kept, and writes nothing. */
  readonly dryRun: boolean;
}

/**
 * Keeps what was known of each change when it became part of main, one line a change and config, on the baseline branch.
 * No model is asked. A change that touches nothing that is gated has no line.
 */
export async function keepMerges(world: World, request: MergesRequest): Promise<MergesReport> {
  const { tree, changes, dryRun } = request;
  const { baselines: store } = world;
  if (store === null) throw UserError.of('There is no place to keep a history.', 'Run this inside a git repository.');
  const { config, broken } = await readOwnConfig(world.repository, tree, request.configPath);
  if (broken !== null) throw broken;
  const { branch } = (config ?? builtInConfig).baseline;
  const merges: Merge[] = [];
  const notes: string[] = [];
  for (const change of changes) {
    const told = await tellChange(world, request, change);
    merges.push(...told.merges);
    notes.push(...told.notes.map(closeSentence));
  }
  const lines = merges.map(renderMergeLine).join('');
  const tip =
    lines === '' || dryRun
      ? null
      : await store.write(branch, new Map(), describeCommit(merges), new Map([[mergesPath, lines]]));
  return { ...decideWork([]), ...buildResult(noCalls, []), commit: tree.commit, branch, tip, merges, notes };
}

interface ToldChange {
  readonly merges: readonly Merge[];
  readonly notes: readonly string[];
}

async function tellChange(world: World, request: MergesRequest, change: MergedChange): Promise<ToldChange> {
  const name = nameChange(change);
  const merges: Merge[] = [];
  const notes: string[] = [];
  for (const way of request.ways) {
    const heard = change.pull === null ? null : await request.hear(change.pull, way);
    // Where nobody supplies outputs any change of the application's code would look as if it had not been judged.
    if (way.outputs === 'supplied' && (heard === null || heard.verdicts.length === 0)) continue;
    const { touched, fault } = await findTouched(world, request, change, way);
    const suites = describeSuites(touched, change.pull, heard);
    if (fault !== null) notes.push(`${name}: whether main is what was judged is not known: ${fault}`);
    if (suites.length > 0) merges.push(buildMerge(request, change, way, suites));
    if (suites.length > 0 && (heard === null || heard.note !== null)) {
      notes.push(`${name} was not judged: ${heard?.note ?? 'it came without a pull request'}`);
    }
  }
  if (merges.length === 0 && notes.length === 0) notes.push(`${name} touches nothing that is gated`);
  return { merges, notes };
}

function nameChange({ commit, pull }: MergedChange): string {
  return `${pull === null ? '' : `#${pull.number}, `}commit ${commit.slice(0, 12)}`;
}

/** The suites that a change touched, with the keys under which a pull request that was up to date was judged. A mistake in main's own files is a clause. */
async function findTouched(
  world: World,
  { configPath }: MergesRequest,
  { base, commit }: MergedChange,
  { outputs }: JudgedWay,
): Promise<{ readonly touched: readonly TouchedSuite[] | null; readonly fault: string | null }> {
  const [before, after] = await Promise.all([
    base === null ? emptyTree : world.repository.readTree(base),
    world.repository.readTree(commit),
  ]);
  const origin: Origin = outputs === 'drawn' ? askedModels : suppliedToNobody;
  const sides = { base: { label: 'main', tree: before }, candidate: { label: 'main', tree: after } };
  const rest = { decidingTree: before, defaultTree: before, configPath, namesEndpoint: true };
  try {
    const { selections } = await origin.selectChange(world, { ...sides, ...rest });
    const affected = selections.filter((selection) => selection.affected);
    return {
      touched: affected.map(({ suite, contentKey }) => ({ suite: suite.name, key: shortenKey(contentKey) })),
      fault: null,
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { touched: null, fault: error.message };
  }
}

const emptyTree: Tree = { commit: '', entries: new Map() };
const suppliedToNobody = createSuppliedOrigin({ candidate: null, baseline: null }, { candidate: [], baseline: [] });

function buildMerge(
  { urlOf }: MergesRequest,
  { commit, date, pull }: MergedChange,
  { config }: JudgedWay,
  suites: Merge['suites'],
): Merge {
  const named = pull && { number: pull.number, title: pull.title, url: urlOf(pull) };
  return { commit, date, config, pull: named, head: pull?.headSha ?? null, suites, toolVersion };
}

function describeCommit(merges: readonly Merge[]): string {
  const pulls = [...new Set(merges.flatMap(({ pull }) => (pull === null ? [] : [`#${pull.number}`])))];
  const commits = count(new Set(merges.map(({ commit }) => commit)).size, 'change');
  return `History of ${commits} of main${pulls.length === 0 ? '' : ` (${pulls.slice(0, 10).join(', ')})`}`;
}
