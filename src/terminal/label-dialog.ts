import { writeJson } from '../json.ts';
import type { Asking } from '../judges/labels/asking.ts';
import type { LabelItem } from '../judges/labels/items.ts';
import type { Label } from '../judges/labels/lines.ts';
import { revealText } from '../report/escape.ts';
import { escapeJson } from '../text/unseen.ts';

/** Whom the dialog talks to. */
export interface LabelTalk {
  /** What a person types, line by line; its end is as good as quitting. */
  readonly answers: AsyncIterator<string>;
  show(text: string): void;
  /** Keeps one line of the label file for good. */
  write(line: string): Promise<void>;
}

const line = '─'.repeat(72);

/**
 * Shows what the judge is asked, asks about each item in turn, and returns how many were labelled. `u` takes the label
 * before back, which is why a label is written when the next answer is given.
 */
export async function askLabels(items: readonly LabelItem[], asking: Asking, talk: LabelTalk): Promise<number> {
  const prompt = `[${asking.keys}; r rubric, s skip, u undo, q quit] `;
  let pending: string | null = null;
  let done = 0;
  const flush = async () => {
    if (pending === null) return;
    await talk.write(pending);
    pending = null;
    done += 1;
  };
  talk.show(renderBrief(asking));
  for (let index = 0, isShown = false; index < items.length; ) {
    const item = items[index] as LabelItem;
    talk.show(`${isShown ? '' : renderItem(item, index, items.length, asking)}${prompt}`);
    isShown = true;
    const { value, done: ended } = await talk.answers.next();
    const word = ended === true ? 'q' : value.trim().toLowerCase();
    if (word === 'q') break;
    const human = asking.read(word);
    if (human === null && !['r', 's', 'u'].includes(word)) {
      talk.show(`"${revealText(word)}" is no answer here.\n`);
    } else if (word === 'r') {
      talk.show(renderBrief(asking));
    } else if (word === 'u' && pending === null) {
      talk.show('There is no label to take back.\n');
    } else if (word === 'u') {
      pending = null;
      index -= 1;
      isShown = false;
    } else {
      await flush();
      if (human !== null) pending = renderLine(item, asking, human);
      index += 1;
      isShown = false;
    }
  }
  await flush();
  return done;
}

function renderBrief({ brief, worth }: Asking): string {
  const note = worth === null ? '' : `\n${worth}\n`;
  return `\n${line}\nWhat the judge is asked\n\n${revealText(brief.text)}\n${note}`;
}

function renderItem({ input, text }: LabelItem, index: number, total: number, { shows }: Asking): string {
  const shown = typeof input === 'string' ? input : writeJson(input, 2);
  const parts = [`${index + 1} of ${total}`, `Input\n${revealText(shown)}`, `${shows}\n${revealText(text)}`];
  return `\n${line}\n${parts.join('\n\n')}\n\n`;
}

/** What was labelled goes with its label, so that another version of the judge can be asked about it. */
function renderLine(item: LabelItem, asking: Asking, human: Label): string {
  const judge = item.judge === null ? null : asking.labelOf(item.judge);
  const { id, prompt, case: caseId, kept, drawn } = item;
  return `${escapeJson(writeJson({ item: id, judge, human, prompt, case: caseId, ...kept, drawn }))}\n`;
}
