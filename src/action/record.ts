import type { RecordedVerdict } from '../conclude/recorded-verdict.ts';
import { hashScores } from '../conclude/result-files.ts';
import { type BrokenAtHead, listBroken } from '../conclude/since.ts';
import { type AskedRows, addQuestion, digestContent } from '../gate/asked.ts';
import type { Ground, WeighedGround } from '../gate/ground.ts';
import type { ScreenUse } from '../gate/renewal.ts';
import { contentHash, isJsonObject, type Json } from '../json.ts';
import type { EvaluateResult } from '../pipeline/evaluate-request.ts';
import { shortenKey } from '../pipeline/recorded.ts';
import type { Report } from '../report/report.ts';
import { parseAsked, renderAsked } from './asked-lines.ts';
import { parseBroken, renderBroken } from './broken-lines.ts';
import { parseGrounds, parseVerdict, renderGrounds, renderVerdict } from './record-lines.ts';

/** What a person accepted, on which head and base branch. */
export interface AcceptedGrounds {
  readonly by: string;
  readonly head: string;
  readonly base: string;
  readonly grounds: readonly Ground[];
}

/** What a comment shows: the head and base branch it is about, the question, and what its verdict rests on. */
export interface ShownVerdict {
  readonly head: string;
  readonly base: string;
  /** Identity of the content keys that were judged; null where nothing was. */
  readonly question: string | null;
  readonly grounds: readonly WeighedGround[];
}

/** What a comment's hidden line keeps for the next run. */
export interface CommentRecord {
  readonly shown: ShownVerdict | null;
  /** The newest first. */
  readonly verdicts: readonly RecordedVerdict[];
  readonly accepted: AcceptedGrounds | null;
  readonly asked: readonly AskedRows[];
  readonly screens: readonly ScreenUse[];
  /** Of the last head that was judged; null where it is not known, or too much to keep. */
  readonly broken: BrokenAtHead | null;
}

export const emptyRecord: CommentRecord = {
  ...{ shown: null, verdicts: [], accepted: null, asked: [], screens: [], broken: null },
};

const maxVerdicts = 20;
const maxCharacters = 4096;
const format = 2;

/** The record of a hidden line; empty for none, one that is broken, and one of another format. */
export function parseCommentRecord(value: Json | null): CommentRecord {
  if (!isJsonObject(value) || value.format !== format) return emptyRecord;
  const { shown, verdicts, accepted, evidence } = value;
  const known: readonly Json[] = Array.isArray(evidence) ? evidence : [];
  return {
    shown: parseShown(shown),
    verdicts: Array.isArray(verdicts) ? verdicts.flatMap((line: Json) => parseVerdict(line, known) ?? []) : [],
    accepted: parseAccepted(accepted),
    asked: parseAsked(value),
    screens: parseScreenUses(value),
    broken: parseBroken(value.broken),
  };
}

/** The line of a record, with as many verdicts as it may hold; those of `shown` always stay. */
export function renderCommentRecord(record: CommentRecord, kept: number): Json {
  const { shown, verdicts, accepted, asked, screens, broken } = record;
  const left = verdicts.slice(0, Math.max(maxVerdicts, kept));
  const evidence = [...new Set(left.flatMap((one) => one.evidence ?? []))];
  const lines = left.map((one) => renderVerdict(one, evidence));
  while (lines.length > kept && JSON.stringify(lines).length > maxCharacters) lines.pop();
  return {
    format,
    shown: shown && { ...shown, grounds: renderGrounds(shown.grounds) },
    verdicts: lines,
    evidence,
    accepted: accepted && { ...accepted, grounds: renderGrounds(accepted.grounds) },
    asked: renderAsked(asked),
    screens: screens.map((use) => ({ ...use })),
    broken: renderBroken(broken),
  };
}

/** Identity of what a report answers; null where it judged nothing. */
export function identifyQuestion({ verdict, contentKeys }: Report): string | null {
  const isJudged = verdict !== 'invalid' && Object.keys(contentKeys).length > 0;
  return isJudged ? contentHash(contentKeys).slice(0, 24) : null;
}

/**
 * What a run leaves for the next one: the verdict of each suite that was asked, before anybody accepted it. An invalid
 * one is never final and changes none.
 */
export function extendRecord(
  earlier: CommentRecord,
  result: EvaluateResult,
  { head, base, accepted }: { readonly head: string; readonly base: string; readonly accepted: AcceptedGrounds | null },
): CommentRecord {
  const { report, isIdle, isRepublished } = result;
  const fresh = isRepublished ? [] : describeVerdicts(result, head, earlier.verdicts);
  const isSame = (one: RecordedVerdict, other: RecordedVerdict) => one.suite === other.suite && one.key === other.key;
  return {
    shown: isIdle ? null : { head, base, question: identifyQuestion(report), grounds: report.grounds },
    verdicts: [...fresh, ...earlier.verdicts.filter((one) => !fresh.some((other) => isSame(one, other)))],
    accepted,
    asked: extendAsked(earlier.asked, report, fresh),
    screens: report.screenUses.length > 0 ? report.screenUses : earlier.screens,
    broken: extendBroken(earlier.broken, result, head),
  };
}

/** Suites whose verdict stands keep what was broken under the same content. Where nothing was judged it is still what was broken last. */
function extendBroken(
  earlier: BrokenAtHead | null,
  { report, plans, isIdle, isRepublished }: EvaluateResult,
  head: string,
): BrokenAtHead | null {
  if (isIdle || report.verdict === 'invalid') return earlier;
  const own = isRepublished ? [] : listBroken(report, plans);
  if (own === null) return null;
  const ran = new Set(own.map(({ suite }) => suite));
  const standing = (earlier?.prompts ?? []).filter(
    ({ suite, content }) => !ran.has(suite) && digestContent(report.contentKeys[suite] ?? '') === content,
  );
  const prompts = [...own, ...standing];
  return prompts.length === 0 ? null : { head, prompts };
}

/** Counted anew from the record as it stands now: another run may have asked in the meantime. */
function extendAsked(
  earlier: readonly AskedRows[],
  { asked, suites }: Report,
  fresh: readonly RecordedVerdict[],
): readonly AskedRows[] {
  const names = new Set(suites.map(({ name }) => name));
  const questions = fresh.flatMap(({ suite, key }) => {
    const rows = asked.find((one) => one.suite === suite)?.rows;
    return rows === undefined ? [] : [{ suite, rows, content: digestContent(key) }];
  });
  return questions.reduce((before, question) => addQuestion(before, question, names), earlier);
}

function describeVerdicts(
  result: EvaluateResult,
  head: string,
  known: readonly RecordedVerdict[],
): readonly RecordedVerdict[] {
  const { report } = result;
  const ran = report.suites.filter(({ status }) => status === 'run');
  const evidence = hashScores(result);
  return ran.flatMap(({ name: suite, verdict: own }) => {
    const contentKey = report.contentKeys[suite];
    const grounds = report.grounds.filter((ground) => ground.suite === suite || ground.suite === null);
    // Nothing speaks against a suite that no finding concerns.
    const verdict = own ?? 'pass';
    if (contentKey === undefined || verdict === 'invalid') return [];
    const key = shortenKey(contentKey);
    const before = known.find((one) => one.suite === suite && one.key === key);
    const attempts = before?.attempts ?? 0;
    const metric = report.metrics.find((one) => one.suite === suite && one.gates && one.verdict === verdict);
    const title = verdict === report.verdict ? report.title : (metric?.sentence ?? `${suite}: ${verdict}`);
    const looks = describeLooks(result, suite, before);
    return [{ suite, key, verdict, title, head, attempts: attempts + 1, grounds, evidence, ...looks }];
  });
}

/** What is still to come of a verdict. A round that settles is spent once its first request may have been sent, whatever became of it, and stays so. */
function describeLooks(
  { looks, open, ledger }: EvaluateResult,
  suite: string,
  before: RecordedVerdict | undefined,
): Pick<RecordedVerdict, 'look' | 'open' | 'settled'> {
  const look = looks.get(suite);
  const wanted = look === undefined ? {} : { look };
  const isSpent = look === undefined && ledger.hasBegun('settle');
  if (isSpent || before?.settled === true) return { ...wanted, settled: true };
  const seen = open.get(suite) ?? (look === undefined ? undefined : before?.open);
  return seen === undefined ? wanted : { ...wanted, open: seen };
}

function parseShown(value: Json | undefined): ShownVerdict | null {
  if (!isJsonObject(value)) return null;
  const { head, base, question } = value;
  if (typeof head !== 'string' || typeof base !== 'string') return null;
  return { head, base, question: typeof question === 'string' ? question : null, grounds: parseGrounds(value.grounds) };
}

function parseAccepted(value: Json | undefined): AcceptedGrounds | null {
  if (!isJsonObject(value)) return null;
  const { by, head, base } = value;
  if (typeof by !== 'string' || typeof head !== 'string' || typeof base !== 'string') return null;
  return { by, head, base, grounds: parseGrounds(value.grounds).map(({ blocks: _blocks, ...ground }) => ground) };
}

/** How the run behind a record used its stored baselines; empty for a record without any. */
export function parseScreenUses(value: Json | null): readonly ScreenUse[] {
  if (!isJsonObject(value) || !Array.isArray(value.screens)) return [];
  const screens: readonly Json[] = value.screens;
  return screens.flatMap((screen) => {
    if (!isJsonObject(screen) || typeof screen.baseline !== 'string') return [];
    const outcome = screen.outcome === 'fresh' ? 'fresh' : 'stored';
    return [{ baseline: screen.baseline, outcome }];
  });
}
