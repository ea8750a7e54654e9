import { type PromptPair, pairPrompts } from '../prompts/pair.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { sharesLines } from '../prompts/recognise.ts';
import { addressOf, identifyPrompt } from '../prompts/resolve.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import { inCode } from '../text/prose.ts';
import type { Shrink, SuiteContent } from './suite-plan.ts';

/** A pair under the id that no other pair of its suite has. */
export interface NamedPair {
  readonly id: string;
  readonly pair: PromptPair;
}

/** The pairs of a suite, and beside them each new prompt with the one that goes: those are only shown. */
export interface SuitePairs {
  readonly pairs: readonly NamedPair[];
  readonly shown: readonly NamedPair[];
}

/** Pairs the prompts of a suite. Where one of main's is no longer gated, the new ones are set against it too. */
export function pairSuite(
  { mayGate, dropped }: SuiteSelection,
  base: SuiteContent | null,
  candidate: SuiteContent,
): SuitePairs {
  const pairs = nameAll(pairPrompts(base?.prompts ?? [], candidate.prompts));
  const isDropped = (prompt: Prompt) => dropped.includes(prompt.path) || dropped.includes(addressOf(prompt));
  const going = pairs.flatMap(({ pair }) =>
    pair.base !== null && (pair.candidate === null || isDropped(pair.base)) ? [pair.base] : [],
  );
  if (!mayGate || going.length === 0) return { pairs, shown: [] };
  const shown = pairs.flatMap(({ id, pair }): readonly NamedPair[] => {
    if (pair.change !== 'new') return [];
    const origin = findNearest(going, pair.candidate);
    return [
      { id: `${id} against ${identifyPrompt(origin)}`, pair: { ...pair, change: 'renamed', base: origin } as const },
    ];
  });
  return { pairs, shown };
}

function findNearest(going: readonly Prompt[], { messages }: Prompt): Prompt {
  const text = messages.map(({ content }) => content).join('\n');
  return going.find((prompt) => sharesLines(prompt, text)) ?? (going[0] as Prompt);
}

/** A prompt that was split, or left behind as a copy, may share its name: then the path tells the parts apart. */
function nameAll(pairs: readonly PromptPair[]): readonly NamedPair[] {
  const taken = new Set<string>();
  return pairs.map((pair) => {
    const prompt = (pair.candidate ?? pair.base) as Prompt;
    const name = identifyPrompt(prompt);
    const id = taken.has(name) ? addressOf(prompt) : name;
    taken.add(id);
    return { id, pair };
  });
}

/** What of the gate goes with the prompts that nothing continues. */
export interface LostPrompts {
  readonly shrinks: readonly Shrink[];
  readonly notices: readonly string[];
}

/** Says what is lost: a prompt that is merely retired is told, one that something may have come in place of needs a person. */
export function findLostPrompts({ suite, lost }: SuiteSelection, pairs: readonly NamedPair[]): LostPrompts {
  const deleted = pairs.flatMap(({ id, pair }) =>
    pair.change === 'deleted'
      ? [{ id, path: addressOf(pair.base), isApplication: pair.base.application !== undefined }]
      : [],
  );
  const shrinks = deleted.flatMap(({ id, path, isApplication }): readonly Shrink[] => {
    if (isApplication) return [explainUnanswered(id)];
    const substitute = lost.get(path) ?? null;
    if (substitute === null) return [];
    const title = `the gated prompt ${inCode(id)} goes and nothing is known to take its place; accept it`;
    const sentence = `the gated prompt ${inCode(path)} goes while ${inCode(substitute)} comes. What takes its place says so by ${inCode(`renamed-from: ${path}`)}; where nothing does, accept it with the label prompt-assay:accept.`;
    return [{ kind: 'prompt', prompt: id, subject: null, title, sentence }];
  });
  const retired = deleted.filter(({ path, isApplication }) => !isApplication && (lost.get(path) ?? null) === null);
  const notices = retired.map(
    ({ id }) =>
      `Suite ${inCode(suite.name)} loses the prompt ${inCode(id)}: nothing takes its place, and its cases are no longer checked.`,
  );
  return { shrinks, notices };
}

/** Nobody can tell an application that asks no longer from outputs that were left out. */
function explainUnanswered(id: string): Shrink {
  const title = `no output of the gated prompt ${inCode(id)} was supplied; accept it`;
  const sentence = `no output of the gated prompt ${inCode(id)} was supplied, which main answers. Supply its outputs; where the application asks it no longer, accept it with the label prompt-assay:accept.`;
  return { kind: 'prompt', prompt: id, subject: null, title, sentence };
}
