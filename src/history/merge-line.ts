import type { RecordedVerdict } from '../conclude/recorded-verdict.ts';
import type { Ground } from '../gate/ground.ts';
import { isJsonObject, type Json } from '../json.ts';
import { cutText } from '../report/escape.ts';
import { renderJsonLine } from '../text/json-line.ts';

/** The file at the root of the baseline branch that has a line for each change of main. */
export const mergesPath = 'verdicts.jsonl';

/** What was known of one suite when a change of it became part of main. */
export interface MergedSuite {
  readonly suite: string;
  /** Null where nobody judged it. */
  readonly verdict: RecordedVerdict['verdict'] | null;
  readonly title: string | null;
  /** The first digits of the content key that was judged; of what was merged, where nothing was. */
  readonly key: string | null;
  /** The first digits of the head that was judged. */
  readonly head: string | null;
  /** True where what was judged is what was merged, false where main had gone on; null where that is not known. */
  readonly matches: boolean | null;
  /** True where nothing that blocks was left after what people accepted. */
  readonly green: boolean;
  /** Who accepted what blocked; null where nobody did. */
  readonly accepted: { readonly by: string; readonly grounds: readonly Ground[] } | null;
  /** SHA-256 of the score lines that the verdict rests on. */
  readonly evidence: string | null;
}

/** A change of main, and what was known of the suites that it touched. */
export interface Merge {
  readonly commit: string;
  /** The commit's own date, ISO 8601 in UTC. */
  readonly date: string;
  /** The key of the comment: one for each config. */
  readonly config: string;
  /** Null for what was pushed without a pull request. */
  readonly pull: { readonly number: number; readonly title: string; readonly url: string | null } | null;
  /** The head that was merged; null without a pull request. */
  readonly head: string | null;
  readonly suites: readonly MergedSuite[];
  readonly toolVersion: string;
}

const schema = 1;
const maxTitle = 200;

/** One line of the file; equal changes have equal lines. */
export function renderMergeLine({ pull, ...merge }: Merge): string {
  const named = pull && { ...pull, title: cutText(pull.title, maxTitle) };
  return renderJsonLine({ schema, ...merge, pull: named });
}

const verdicts = ['pass', 'fail', 'inconclusive'] as const;

/** A line as it was written; null for one that is not whole, `newer` for one of a later version. */
export function readMergeLine(value: Json | undefined): Merge | 'newer' | null {
  if (!isJsonObject(value)) return null;
  if (typeof value.schema === 'number' && value.schema > schema) return 'newer';
  const { commit, date, config, head, suites, toolVersion } = value;
  const pull = readPull(value.pull);
  if (value.schema !== schema || !isText(commit) || !isText(date) || !isText(config) || !isText(toolVersion))
    return null;
  if (Number.isNaN(Date.parse(date)) || pull === undefined || !Array.isArray(suites)) return null;
  const known = suites.map((suite: Json) => readSuite(suite));
  const whole = known.filter((suite) => suite !== null);
  if (whole.length < known.length) return null;
  const time = new Date(date).toISOString();
  return { commit, date: time, config, pull, head: textOrNull(head), suites: whole, toolVersion };
}

const isText = (value: Json | undefined): value is string => typeof value === 'string';
const textOrNull = (value: Json | undefined) => (isText(value) ? value : null);

/** Undefined for what is no pull request, and not its absence either. */
function readPull(value: Json | undefined): Merge['pull'] | undefined {
  if (value === null) return null;
  if (!isJsonObject(value) || typeof value.number !== 'number' || !Number.isSafeInteger(value.number)) return undefined;
  return { number: value.number, title: textOrNull(value.title) ?? '', url: textOrNull(value.url) };
}

function readSuite(value: Json): MergedSuite | null {
  if (!isJsonObject(value) || !isText(value.suite)) return null;
  const verdict = verdicts.find((word) => word === value.verdict) ?? null;
  if (verdict === null && value.verdict !== null) return null;
  return {
    suite: value.suite,
    verdict,
    title: textOrNull(value.title),
    key: textOrNull(value.key),
    head: textOrNull(value.head),
    matches: typeof value.matches === 'boolean' ? value.matches : null,
    green: value.green === true,
    accepted: readAccepted(value.accepted),
    evidence: textOrNull(value.evidence),
  };
}

function readAccepted(value: Json | undefined): MergedSuite['accepted'] {
  if (!isJsonObject(value) || !isText(value.by) || !Array.isArray(value.grounds)) return null;
  const grounds = value.grounds.filter((ground: Json) => isJsonObject(ground) && isText(ground.kind));
  return { by: value.by, grounds: grounds as unknown as readonly Ground[] };
}
