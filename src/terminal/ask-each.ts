/** What a line means: something to keep, a text to be shown before the question is asked again, or one of the words. */
export type Said<Kept> = { readonly keep: Kept } | { readonly show: string } | 'skip' | 'undo' | 'quit';

/** What is asked about each item, and how a line is understood. */
export interface Question<Item, Kept> {
  /** The item as it is shown, once. */
  renderItem(item: Item, index: number): string;
  renderPrompt(item: Item): string;
  /** `word` is what was typed, without blanks around it. */
  read(word: string, item: Item): Said<Kept>;
}

/** Whom the dialog talks to. */
export interface Talk<Kept> {
  /** What a person types, line by line; its end is as good as quitting. */
  readonly answers: AsyncIterator<string>;
  show(text: string): void;
  /** Keeps one answer for good. */
  keep(answer: Kept): Promise<void>;
}

/** What became of the items that were asked about. */
export interface Tally {
  readonly kept: number;
  readonly skipped: number;
}

/**
 * Asks about each item in turn. Undoing takes back the answer before, which is why an answer is kept when the next one is
 * given.
 */
export async function askEach<Item, Kept>(
  items: readonly Item[],
  question: Question<Item, Kept>,
  talk: Talk<Kept>,
): Promise<Tally> {
  const last = holdLast(talk);
  let [skipped, shown] = [0, -1];
  for (let index = 0; index < items.length; ) {
    const item = items[index] as Item;
    talk.show(`${shown === index ? '' : question.renderItem(item, index)}${question.renderPrompt(item)}`);
    shown = index;
    const { value, done } = await talk.answers.next();
    const said = done === true ? 'quit' : question.read(value.trim(), item);
    if (said === 'quit') break;
    if (said === 'undo') {
      if (last.takeBack()) index -= 1;
      else talk.show('There is nothing to take back.\n');
    } else if (said !== 'skip' && 'show' in said) {
      talk.show(said.show);
    } else {
      await last.keep();
      if (said === 'skip') skipped += 1;
      else last.hold(said.keep);
      index += 1;
    }
  }
  return { kept: await last.keep(), skipped };
}

/** The answer that can still be taken back. */
function holdLast<Kept>(talk: Talk<Kept>) {
  let held: readonly Kept[] = [];
  let kept = 0;
  return {
    hold(answer: Kept): void {
      held = [answer];
    },
    /** False where there is none. */
    takeBack(): boolean {
      const hadOne = held.length > 0;
      held = [];
      return hadOne;
    },
    /** Keeps it for good; returns how many were kept so far. */
    async keep(): Promise<number> {
      for (const answer of held) await talk.keep(answer);
      kept += held.length;
      held = [];
      return kept;
    },
  };
}
