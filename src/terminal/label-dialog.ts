import { writeJson } from '../json.ts';
import type { Asking } from '../judges/labels/asking.ts';
import type { LabelItem } from '../judges/labels/items.ts';
import type { Label } from '../judges/labels/lines.ts';
import { revealText } from '../report/escape.ts';
import { escapeJson } from '../text/unseen.ts';
import { askEach, type Said, type Talk } from './ask-each.ts';

/** What stands above each thing that is shown. */
export const rule = '─'.repeat(72);

/** Shows what the judge is asked, asks about each item in turn, and returns how many were labelled. */
export async function askLabels(items: readonly LabelItem[], asking: Asking, talk: Talk<string>): Promise<number> {
  const prompt = `[${asking.keys}; r rubric, s skip, u undo, q quit] `;
  talk.show(renderBrief(asking));
  const question = {
    renderItem: (item: LabelItem, index: number) => renderItem(item, index, items.length, asking),
    renderPrompt: () => prompt,
    read: (word: string, item: LabelItem) => readLabel(word.toLowerCase(), item, asking),
  };
  return (await askEach(items, question, talk)).kept;
}

function readLabel(word: string, item: LabelItem, asking: Asking): Said<string> {
  if (word === 'q') return 'quit';
  const human = asking.read(word);
  if (human !== null) return { keep: renderLine(item, asking, human) };
  if (word === 'r') return { show: renderBrief(asking) };
  if (word === 's') return 'skip';
  if (word === 'u') return 'undo';
  return { show: `"${revealText(word)}" is no answer here.\n` };
}

function renderBrief({ brief, worth }: Asking): string {
  const note = worth === null ? '' : `\n${worth}\n`;
  return `\n${rule}\nWhat the judge is asked\n\n${revealText(brief.text)}\n${note}`;
}

function renderItem({ input, text }: LabelItem, index: number, total: number, { shows }: Asking): string {
  const shown = typeof input === 'string' ? input : writeJson(input, 2);
  const parts = [`${index + 1} of ${total}`, `Input\n${revealText(shown)}`, `${shows}\n${revealText(text)}`];
  return `\n${rule}\n${parts.join('\n\n')}\n\n`;
}

/** What was labelled goes with its label, so that another version of the judge can be asked about it. */
function renderLine(item: LabelItem, asking: Asking, human: Label): string {
  const judge = item.judge === null ? null : asking.labelOf(item.judge);
  const { id, prompt, case: caseId, kept, drawn } = item;
  return `${escapeJson(writeJson({ item: id, judge, human, prompt, case: caseId, ...kept, drawn }))}\n`;
}
