import type { Direction } from '../../../gate/comparison.ts';
import type { Json } from '../../../json.ts';
import { parseJson } from '../../../json.ts';
import type { Message, Output } from '../../../ports.ts';
import type { PageCase } from '../page-run.ts';

/** A text, or the number of one that stands earlier in the page: what many cases share is there once. Numbers count the texts of answers and messages. */
export type TextRef = string | number;

/** An answer without what most answers do not have. */
export interface AnswerData {
  readonly content: TextRef;
  /** The calls of tools as a JSON text, since a number of it may have more digits than a double. */
  readonly calls?: string;
  readonly refusal?: string;
  readonly finish?: string;
  readonly steps?: readonly Message[];
  /** Characters of the content that are left out. */
  readonly more?: number;
}

/** One side of a case. */
export interface SideData {
  readonly answers: number;
  readonly answer?: AnswerData;
  readonly fault?: string;
  /** Role and text of what was sent; `left` where a page of this size has no room for it. */
  readonly messages?: readonly (readonly [role: string, text: TextRef])[] | 'left';
}

/** What one metric says: its place among the metrics of its prompt, and what differs from case to case. */
export interface MetricData {
  readonly at: number;
  readonly label: PageCase['label'];
  readonly drop: number | null;
  readonly scores: readonly [baseline: readonly (number | null)[], candidate: readonly (number | null)[]];
  readonly reasons?: readonly [baseline: string | null, candidate: string | null];
}

/** One case as the page carries it. */
export interface CaseData {
  /** Its place among the prompts of the page. */
  readonly of: number;
  readonly id: string;
  readonly label: PageCase['label'];
  readonly position: number;
  readonly critical?: true;
  readonly tags?: readonly string[];
  /** Where its row stands, and the address of that. */
  readonly place: string;
  readonly url?: string;
  readonly input?: string;
  readonly expected?: string;
  readonly metrics: readonly MetricData[];
  readonly sides: readonly [baseline: SideData | null, candidate: SideData | null];
}

/** A metric as cases are shown under it; `binary` null where nothing compared it. */
export interface MetricName {
  readonly name: string;
  readonly binary: boolean | null;
  readonly direction: Direction;
}

/** One prompt of one suite. */
export interface PromptName {
  readonly suite: string;
  readonly prompt: string;
  readonly metrics: readonly MetricName[];
}

/** All that the viewer reads. */
export interface PageData {
  /** In the order of need. */
  readonly cases: readonly CaseData[];
  readonly prompts: readonly PromptName[];
  /** What people call the two sides. */
  readonly sides: readonly [baseline: string, candidate: string];
}

/** Puts back every text that stands in the page as a number. */
export function fillTexts(data: PageData): PageData {
  const texts: string[] = [];
  const fill = (ref: TextRef): string => {
    if (typeof ref === 'number') return texts[ref] ?? '';
    texts.push(ref);
    return ref;
  };
  const fillSide = (side: SideData | null): SideData | null => {
    if (side === null) return null;
    const { answer, messages, ...rest } = side;
    return {
      ...rest,
      ...(answer !== undefined && { answer: { ...answer, content: fill(answer.content) } }),
      ...(messages !== undefined && {
        messages: messages === 'left' ? messages : messages.map(([role, text]) => [role, fill(text)] as const),
      }),
    };
  };
  const cases = data.cases.map((entry) => {
    const [baseline, candidate] = entry.sides;
    const before = fillSide(baseline);
    return { ...entry, sides: [before, fillSide(candidate)] as const };
  });
  return { ...data, cases };
}

/** The answer of a side as it was given; null where none came. Its text must be filled in. */
export function readAnswer({ answer }: SideData): Output | null {
  if (answer === undefined) return null;
  const { content, calls, refusal = null, finish = 'stop', steps } = answer;
  const toolCalls = calls === undefined ? [] : ((parseJson(calls) ?? []) as readonly Json[]);
  const said = { content: String(content), toolCalls, refusal, finishReason: finish };
  return steps === undefined ? said : { ...said, trajectory: steps };
}
