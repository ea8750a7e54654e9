import type { Json } from '../../json.ts';
import type { Arguments, Callable } from './arguments.ts';
import { type Budget, RenderFault, writeValue } from './values.ts';

/** The first letter large, all others small. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
}

/** Every word capitalised. */
export function title(text: string): string {
  return text.replace(/[^-\s({[<]+/g, capitalise);
}

/** Takes white space, or the characters of the argument, off both ends. */
export const trim: Callable = (value, args, budget) => {
  const text = writeValue(value, budget);
  return args.find(0, 'chars') === undefined ? text.trim() : stripEnds(text, args.text(0, 'chars'), true, true);
};

/** A text without the characters at its ends. */
export function stripEnds(text: string, characters: string, atStart: boolean, atEnd: boolean): string {
  const set = new Set(characters);
  let start = 0;
  let end = text.length;
  while (atStart && start < end && set.has(text.charAt(start))) start += 1;
  while (atEnd && end > start && set.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Replaces a text by another, everywhere or so many times. */
export const replace: Callable = (value, args, budget) => {
  const text = writeValue(value, budget);
  const [before, after] = [args.text(0, 'old'), args.text(1, 'new')];
  const most = args.whole(2, 'count', -1);
  if (before === '') throw new RenderFault('replaces nothing by a text.', 'Name what is to be replaced.');
  const parts = text.split(before);
  const times = Math.min(parts.length - 1, most < 0 ? parts.length : most);
  budget.spend(times * after.length + text.length);
  return (
    parts.slice(0, times + 1).join(after) +
    parts
      .slice(times + 1)
      .map((part) => before + part)
      .join('')
  );
};

/** Puts blanks before every line but the first and blank ones. */
export const indent: Callable = (value, args, budget) => {
  const lines = writeValue(value, budget).split('\n');
  const given = args.find(0, 'width') ?? 4;
  budget.spend(lines.length * (typeof given === 'string' ? given.length : Math.max(0, args.whole(0, 'width', 4))));
  const blanks = typeof given === 'string' ? given : ' '.repeat(Math.max(0, args.whole(0, 'width', 4)));
  const isIndented = (line: string, index: number) =>
    (index > 0 || args.isOn(1, 'first')) && (line !== '' || args.isOn(2, 'blank'));
  return lines.map((line, index) => (isIndented(line, index) ? blanks + line : line)).join('\n');
};

/** Joins items as texts, with the first argument between them. */
export function join(items: readonly Json[], args: Arguments, budget: Budget): string {
  const separator = args.text(0, 'd', '');
  budget.spend(items.length * (separator.length + 1));
  return items.map((item) => writeValue(item, budget)).join(separator);
}
