import type { RecordedVerdict } from '../conclude/recorded-verdict.ts';
import type { Ground, GroundKind, WeighedGround } from '../gate/ground.ts';
import { isJsonObject, type Json } from '../json.ts';
import { cutText } from '../report/escape.ts';

/** Short forms of a record's parts: the whole line should not crowd a comment. */
const kinds: readonly GroundKind[] = [
  ...(['comparison', 'threshold', 'expense', 'rows', 'answer-key', 'prompt', 'unjudged'] as const),
];
const groundVerdicts = ['fail', 'inconclusive', 'invalid'] as const;
const verdicts = ['pass', 'fail', 'inconclusive'] as const;
const maxTitle = 120;
const headDigits = 12;

/** Grounds as `[kind, suite, prompt, subject, verdict, blocks]`. */
export function renderGrounds(grounds: readonly (Ground & { readonly blocks?: boolean })[]): Json {
  return grounds.map(({ kind, suite, prompt, subject, verdict, blocks = true }) => [
    ...[kind, suite, prompt, subject, verdict],
    blocks,
  ]);
}

/** The grounds of a list; one that is not whole is left out. */
export function parseGrounds(value: Json | undefined): readonly WeighedGround[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((line: Json) => parseGround(line) ?? []);
}

function parseGround(line: Json): WeighedGround | null {
  if (!Array.isArray(line)) return null;
  const kind = kinds.find((one) => one === line[0]);
  const verdict = groundVerdicts.find((one) => one === line[4]);
  if (kind === undefined || verdict === undefined) return null;
  const [suite, prompt, subject] = line.slice(1, 4).map((part: Json) => (typeof part === 'string' ? part : null));
  return {
    kind,
    suite: suite ?? null,
    prompt: prompt ?? null,
    subject: subject ?? null,
    verdict,
    blocks: line[5] !== false,
  };
}

/** One verdict of a record; its evidence, which the suites of a run share, is its place in `evidence`. */
export function renderVerdict(recorded: RecordedVerdict, evidence: readonly string[]): Json {
  const { suite, key, verdict, title, head, attempts, grounds, evidence: own, ...more } = recorded;
  const short = { title: cutText(title, maxTitle), head: head.slice(0, headDigits), grounds: renderGrounds(grounds) };
  return {
    suite,
    key,
    verdict,
    attempts,
    ...short,
    ...more,
    ...(own !== undefined && { evidence: evidence.indexOf(own) }),
  };
}

/** A verdict as it was rendered; null for one that is not whole. */
export function parseVerdict(line: Json, known: readonly Json[]): RecordedVerdict | null {
  if (!isJsonObject(line)) return null;
  const { suite, key, title, head, attempts, look, open, settled, evidence } = line;
  const verdict = verdicts.find((one) => one === line.verdict);
  if (typeof suite !== 'string' || typeof key !== 'string' || verdict === undefined) return null;
  if (typeof title !== 'string' || typeof head !== 'string' || typeof attempts !== 'number') return null;
  const hash = typeof evidence === 'number' ? known[evidence] : undefined;
  const more = {
    ...(typeof look === 'string' && { look }),
    ...(typeof open === 'string' && { open }),
    ...(settled === true && { settled }),
    ...(typeof hash === 'string' && { evidence: hash }),
  };
  return { suite, key, verdict, title, head, attempts, grounds: parseGrounds(line.grounds), ...more };
}
