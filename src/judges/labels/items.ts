import { contentHash, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { isTrajectory } from '../../run/result-codec.ts';
import { numberSteps, tellSteps } from '../../run/story.ts';
import type { Drawn } from './weights.ts';

/** One output as a result file has it. */
export interface LabelSource {
  readonly suite: string;
  readonly prompt: string;
  readonly case: string;
  readonly arm: 'base' | 'candidate';
  readonly sample: number;
  readonly input: Json;
  readonly output: Json;
  /** The judge's score in 0..1; null where it abstained. */
  readonly judge: number | null;
}

/** One output, or two of a case, to be labelled by a person, who sees neither its arm nor what a judge made of it. */
export interface LabelItem {
  /** 12 hex digits over suite, prompt, case and output: equal outputs of both arms are one item. Of a pair it is over both. */
  readonly id: string;
  readonly prompt: string;
  readonly case: string;
  readonly input: Json;
  /** What the line of the label file keeps of what was labelled: `output`, or `A` and `B`. */
  readonly kept: JsonObject;
  /** What a person is shown of it. */
  readonly text: string;
  /** The judge's score in 0..1; of two outputs that of the first. */
  readonly judge: number | null;
  /** How it was chosen; null where it was picked by hand. */
  readonly drawn: Drawn | null;
}

const strata = 5;

/** Chooses what to label next: items without a label, as many from each fifth of the judge's scale as there are, so that bad outputs are among them. Wherever a person stops the fifths are even, and nothing in the order tells which one an item is of. The same files give the same items in the same order. */
export function chooseLabelItems(
  sources: readonly LabelSource[],
  labelled: ReadonlySet<string>,
  count: number,
): readonly LabelItem[] {
  const items = sources.flatMap((source) => buildLabelItem(source) ?? []);
  return drawEvenly(items, labelled, count);
}

/** Draws items as `chooseLabelItems` does, of those with equal ids the last. */
export function drawEvenly(
  listed: readonly LabelItem[],
  labelled: ReadonlySet<string>,
  count: number,
): readonly LabelItem[] {
  const items = new Map(listed.map((item) => [item.id, item]));
  const sizes = new Map<number, number>();
  for (const item of items.values()) sizes.set(stratumOf(item), (sizes.get(stratumOf(item)) ?? 0) + 1);
  const turns = new Map<number, number>();
  return [...items.values()]
    .filter((item) => !labelled.has(item.id))
    .map((item) => ({ item, rank: contentHash(item.id) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ item, rank }) => {
      const stratum = stratumOf(item);
      const turn = turns.get(stratum) ?? 0;
      turns.set(stratum, turn + 1);
      const name = stratum === strata ? 'no score' : `fifth ${stratum + 1}`;
      return { item: { ...item, drawn: { stratum: name, of: sizes.get(stratum) ?? 0 } }, turn, stratum, rank };
    })
    .sort((a, b) => a.turn - b.turn || a.stratum - b.stratum)
    .slice(0, count)
    .sort((a, b) => a.turn - b.turn || (a.rank < b.rank ? -1 : 1))
    .map(({ item }) => item);
}

function stratumOf({ judge }: LabelItem): number {
  return judge === null ? strata : Math.min(strata - 1, Math.floor(judge * strata));
}

/** An output's item in a label file; null where there was no answer. */
export function identifyOutput(source: Pick<LabelSource, 'suite' | 'prompt' | 'case' | 'output'>): string | null {
  const text = readText(source.output);
  return text === null ? null : contentHash([source.suite, source.prompt, source.case, text]).slice(0, 12);
}

/** The item of an output; null where there was no answer. */
export function buildLabelItem(source: LabelSource): LabelItem | null {
  const { prompt, case: caseId, input, output, judge } = source;
  const [id, text] = [identifyOutput(source), readText(output)];
  return id === null || text === null
    ? null
    : { id, prompt, case: caseId, input, kept: { output }, text, judge, drawn: null };
}

/** What a person is shown of an output; null where there was no answer. */
export function readText(output: Json): string | null {
  if (!isJsonObject(output) || typeof output.content !== 'string') return null;
  const { content, toolCalls, trajectory } = output;
  const told = numberSteps(
    tellSteps({
      ...{ content, refusal: null, finishReason: 'stop' },
      toolCalls: Array.isArray(toolCalls) ? toolCalls : [],
      ...(trajectory !== undefined && isTrajectory(trajectory) && { trajectory }),
    }),
  );
  const refusal = typeof output.refusal === 'string' ? `[refused] ${output.refusal}` : '';
  return [told, refusal].filter((part) => part !== '').join('\n');
}
