import { writeJson } from '../json.ts';
import type { LabelItem } from '../judges/labels/items.ts';
import { type ScoredKind, scoreToLabel } from '../judges/labels/scale.ts';
import { revealText } from '../report/escape.ts';

/** Whom the dialog talks to. */
export interface LabelTalk {
  /** What a person types, line by line; its end is as good as quitting. */
  readonly answers: AsyncIterator<string>;
  show(text: string): void;
  /** Keeps one line of the label file for good. */
  write(line: string): Promise<void>;
}

/**
 * Asks about each item in turn and returns how many were labelled. `u` takes the label before back, which is why a
 * label is written when the next answer is given.
 */
export async function askLabels(items: readonly LabelItem[], kind: ScoredKind, talk: LabelTalk): Promise<number> {
  let pending: string | null = null;
  let done = 0;
  const flush = async () => {
    if (pending === null) return;
    await talk.write(pending);
    pending = null;
    done += 1;
  };
  for (let index = 0; index < items.length; ) {
    const item = items[index] as LabelItem;
    talk.show(renderItem(item, index, items.length, kind));
    const { value, done: ended } = await talk.answers.next();
    const word = ended === true ? 'q' : value.trim().toLowerCase();
    if (word === 'q') break;
    if (word === 'u') {
      if (pending === null) talk.show('There is no label to take back.\n');
      else index -= 1;
      pending = null;
      continue;
    }
    const human = parseLabel(word, kind);
    if (human === null && word !== 's') {
      talk.show(`"${revealText(word)}" is no label.\n`);
      continue;
    }
    await flush();
    if (human !== null) pending = renderLine(item, kind, human);
    index += 1;
  }
  await flush();
  return done;
}

function renderItem({ input, text }: LabelItem, index: number, total: number, kind: ScoredKind): string {
  const shown = typeof input === 'string' ? input : writeJson(input, 2);
  const keys = kind === 'binary' ? 'y good, n bad' : '1 worst to 5 best';
  const line = '─'.repeat(72);
  return `\n${line}\n${index + 1} of ${total}\n\nInput\n${revealText(shown)}\n\nOutput\n${revealText(text)}\n\n[${keys}; s skip, u undo, q quit] `;
}

/** The output goes with its label, so that another version of the judge can be asked about it. */
function renderLine(item: LabelItem, kind: ScoredKind, human: number): string {
  const judge = item.judge === null ? null : scoreToLabel(item.judge, kind);
  const { id, prompt, case: caseId, output, drawn } = item;
  return `${writeJson({ item: id, judge, human, prompt, case: caseId, output, drawn })}\n`;
}

function parseLabel(word: string, kind: ScoredKind): number | null {
  if (kind === 'ordinal') return /^[1-5]$/.test(word) ? Number(word) : null;
  return { y: 1, '1': 1, n: 0, '0': 0 }[word] ?? null;
}
