import { createHash } from 'node:crypto';
import { type Json, writeJson } from '../../json.ts';
import type { Message, Output } from '../../ports.ts';
import { messageText } from '../../prompts/message-text.ts';
import { renderJsonText, renderOutputText } from '../diff/output-text.ts';
import { cutText } from '../escape.ts';
import type { Report } from '../report.ts';
import type {
  AnswerData,
  CaseData,
  MetricData,
  MetricName,
  PromptName,
  SideData,
  TextRef,
} from './browse/page-data.ts';
import { linkToRow } from './links.ts';
import type { PageCase, PageSide } from './page-run.ts';

/** Characters of one answer, and of all answers and messages of a page: a browser has to open it. */
const maxAnswer = 1_000_000;
const maxPage = 64_000_000;

/** Makes the data of cases one after another; the prompts are known once the last case is. */
export interface CaseWriter {
  write(entry: PageCase): CaseData;
  prompts(): readonly PromptName[];
}

/** A writer of a page. A text that stood in it before becomes its number; what is beyond the page's size is counted or left out. */
export function createCaseWriter(report: Report): CaseWriter {
  const texts = createTexts();
  const prompts = new Map<
    string,
    { readonly place: number; readonly name: PromptName; readonly metrics: MetricName[] }
  >();
  const promptOf = ({ suite, prompt }: PageCase) => {
    const key = JSON.stringify([suite, prompt]);
    const metrics: MetricName[] = [];
    const found = prompts.get(key) ?? { place: prompts.size, name: { suite, prompt, metrics }, metrics };
    prompts.set(key, found);
    return found;
  };
  return {
    write: (entry) => {
      const { place, metrics } = promptOf(entry);
      const placeOf = (metric: string) => {
        const known = metrics.findIndex(({ name }) => name === metric);
        return known >= 0 ? known : metrics.push(nameMetric(report, entry, metric)) - 1;
      };
      return writeCase(report, entry, place, placeOf, texts);
    },
    prompts: () => [...prompts.values()].map(({ name }) => name),
  };
}

function nameMetric(report: Report, { suite, prompt }: PageCase, name: string): MetricName {
  const row = report.metrics.find((one) => one.suite === suite && one.prompt === prompt && one.metric === name);
  return { name, binary: row?.binary ?? null, direction: row?.direction ?? 'higher' };
}

function writeCase(
  report: Report,
  entry: PageCase,
  of: number,
  placeOf: (metric: string) => number,
  texts: Texts,
): CaseData {
  const { place, input, expected, tags, metrics } = entry;
  const url = linkToRow(report, place);
  const baseline = entry.baseline && writeSide(entry.baseline, entry.baselineOutput, texts);
  return {
    of,
    id: entry.case,
    label: entry.label,
    position: entry.position,
    place: place.line === null ? place.path : `${place.path}:${place.line}`,
    ...(url !== null && { url }),
    ...(entry.critical && { critical: true }),
    ...(tags.length > 0 && { tags }),
    ...(input !== null && { input: writeField(input, texts) }),
    ...(expected !== null && { expected: writeField(expected, texts) }),
    metrics: metrics.map((metric): MetricData => {
      const { label, drop, baselineScores, candidateScores, baselineReason, candidateReason } = metric;
      const hasReason = baselineReason !== null || candidateReason !== null;
      return {
        at: placeOf(metric.metric),
        label,
        drop: drop === null ? null : Math.round(drop * 1e6) / 1e6,
        scores: [baselineScores, candidateScores],
        ...(hasReason && { reasons: [baselineReason, candidateReason] }),
      };
    }),
    sides: [baseline, entry.candidate && writeSide(entry.candidate, entry.candidateOutput, texts)],
  };
}

function writeField(value: Json, texts: Texts): string {
  const text = cutText(renderJsonText(value), Math.min(maxAnswer, texts.room()));
  texts.spend(text.length);
  return text;
}

function writeSide({ answers, fault, messages }: PageSide, output: Output | null, texts: Texts): SideData {
  const answer = output && writeAnswer(output, texts);
  return {
    answers,
    ...(answer !== null && { answer }),
    ...(fault !== null && { fault }),
    ...(messages !== null && { messages: writeMessages(messages, texts) }),
  };
}

function writeAnswer(output: Output, texts: Texts): AnswerData {
  const { content, toolCalls, refusal, finishReason, trajectory } = output;
  const calls = toolCalls.length === 0 ? '' : writeJson(toolCalls);
  const steps = trajectory === undefined ? '' : writeJson(trajectory);
  // What is done in very many steps is told as far as there is room.
  if (calls.length + steps.length > Math.min(maxAnswer, texts.room())) {
    return cutAnswer(renderOutputText(output), texts);
  }
  texts.spend(calls.length + steps.length);
  return {
    ...cutAnswer(content, texts),
    ...(calls !== '' && { calls }),
    ...(refusal !== null && { refusal }),
    ...(finishReason !== 'stop' && { finish: finishReason }),
    ...(trajectory !== undefined && { steps: trajectory }),
  };
}

function cutAnswer(text: string, texts: Texts): AnswerData {
  const shown = text.slice(0, Math.min(maxAnswer, texts.room()));
  const content = texts.put(shown);
  return shown.length === text.length ? { content } : { content, more: text.length - shown.length };
}

function writeMessages(messages: readonly Message[], texts: Texts): NonNullable<SideData['messages']> {
  const all = messages.map((message) => [message.role, messageText(message)] as const);
  const length = all.reduce((sum, [, text]) => sum + text.length, 0);
  return length > texts.room() ? 'left' : all.map(([role, text]) => [role, texts.put(text)] as const);
}

/** The texts that stand in a page already, and the room that is left in it. */
interface Texts {
  room(): number;
  /** Takes the room of something that is there once for each case. */
  spend(characters: number): void;
  put(text: string): TextRef;
}

/** Hashes stand for texts: a large page would else be in memory as a whole. */
function createTexts(): Texts {
  const numbers = new Map<string, number>();
  let room = maxPage;
  const spend = (characters: number) => {
    room = Math.max(0, room - characters);
  };
  return {
    room: () => room,
    spend,
    put: (text) => {
      const key = createHash('sha256').update(text).digest('base64');
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, numbers.size);
      spend(text.length);
      return text;
    },
  };
}
