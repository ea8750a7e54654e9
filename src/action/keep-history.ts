import { findTip } from '../adapters/github/branch-store.ts';
import { findComments } from '../adapters/github/comment.ts';
import { readDefaultBranch } from '../adapters/github/commits.ts';
import { readPullRequest } from '../adapters/github/pull-request.ts';
import { listPushedCommits } from '../adapters/github/pushed-commits.ts';
import { createSelf, type Self } from '../adapters/github/self.ts';
import { groupMerges, type MergedPull } from '../history/group-merges.ts';
import { type HeardPull, type JudgedWay, keepMerges } from '../pipeline/keep-merges.ts';
import { readHistory } from '../pipeline/read-history.ts';
import type { Tree } from '../ports.ts';
import { parseRecord, renderMarker } from '../report/comment/marker.ts';
import type { MergesReport } from '../report/history/merges-report.ts';
import { hearPeople } from './approvals.ts';
import type { Scene } from './mode.ts';
import { emptyRecord, parseCommentRecord } from './record.ts';
import { nameSignals } from './signals.ts';
import { storeResults, tryTo } from './write-out.ts';

/** Keeps what was known of each change that a push made of main: our own comments say what was judged, and nothing is asked of a model. */
export async function keepHistory(tree: Tree, scene: Scene): Promise<MergesReport> {
  const { event, client, world, inputs, runner } = scene;
  const branch = event.defaultBranch ?? (await readDefaultBranch(client));
  const pushed = await listPushedCommits(client, { tip: event.sha, before: event.before, branch });
  const self = createSelf(client, inputs.commentAuthor);
  const report = await keepMerges(world, {
    tree,
    configPath: inputs.config,
    changes: groupMerges(pushed.commits),
    ways: listWays(scene),
    urlOf: ({ number }) => (event.repositoryUrl === null ? null : `${event.repositoryUrl}/pull/${number}`),
    hear: (pull, way) => hearComment(scene, self, pull, way),
    dryRun: inputs.dryRun,
  });
  for (const note of report.notes) runner.log.info(note);
  if (pushed.isWhole) return report;
  const note = `Only the newest ${pushed.commits.length} commits of this push were looked at.`;
  runner.log.info(note);
  return { ...report, notes: [...report.notes, note] };
}

/** Outputs that others made are judged in a comment of their own, but where a key was given. */
function listWays({ inputs }: Scene): readonly JudgedWay[] {
  const keyOf = (mode: string | null) => nameSignals({ ...inputs, mode }).commentKey;
  const [drawn, supplied] = [keyOf(null), keyOf('outputs')];
  const own: JudgedWay = { config: drawn, outputs: 'drawn' };
  return supplied === drawn ? [own] : [own, { config: supplied, outputs: 'supplied' }];
}

/** What our own comment says of a pull request. What others wrote is no word of ours, and what may not be read is thrown. */
async function hearComment(scene: Scene, self: Self, pull: MergedPull, way: JudgedWay): Promise<HeardPull> {
  const { own, strangers } = await findComments(scene.client, self, pull.number, renderMarker(way.config));
  const silent = { verdicts: [], acceptance: null };
  const [comment] = own;
  if (comment === undefined) {
    const others = strangers.length === 0 ? '' : `, and that of @${strangers.join(', @')} counts for nothing`;
    return { ...silent, note: `it has no comment of ours${others}` };
  }
  const record = parseCommentRecord(parseRecord(comment.body));
  if (record === emptyRecord) return { ...silent, note: 'the record in our comment cannot be read' };
  const acceptance = record.accepted === null ? null : await hearAcceptance(scene, self, pull, way, record);
  return { verdicts: record.verdicts, acceptance, note: null };
}

/** Whose word counts is asked as it is before a merge: the record alone is no proof. */
async function hearAcceptance(
  { client, event, inputs, world: { repository }, runner: { log } }: Scene,
  self: Self,
  merged: MergedPull,
  way: JudgedWay,
  record: ReturnType<typeof parseCommentRecord>,
): Promise<HeardPull['acceptance']> {
  const names = nameSignals({ ...inputs, mode: way.outputs === 'supplied' ? 'outputs' : null });
  const now = await readPullRequest(client, merged.number);
  // What a fork may send concerns nobody any more.
  const pull = { ...now, headSha: merged.headSha, isFork: false };
  const place = { client, self, repository, event, inputs, names, pull, record, log, mayWrite: false };
  return (await hearPeople(place)).acceptance;
}

/** Puts the page of the history beside the other result files. What cannot be written is said, and changes nothing. */
export async function storeHistory({ client, world, inputs, runner }: Scene, branch: string): Promise<void> {
  await tryTo('make the page of the history', runner, async () => {
    const tip = await findTip(client, branch);
    if (tip === null) return;
    const { renderHistoryFiles } = await import('../report/history/files.ts');
    const files = renderHistoryFiles(await readHistory(world.repository, { branch, commit: tip }));
    const below = [...files].map(([name, text]) => [`history/${name}`, text] as const);
    await storeResults(inputs.reportPath, new Map(below), runner);
  });
}
