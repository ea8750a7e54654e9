import { type Json, parseJson, writeJson } from '../../json.ts';
import type { ValueChange } from '../../prompts/diff-values.ts';
import { clipLine } from '../../report/diff/clip-line.ts';
import { findChanges } from '../../report/diff/text-diff.ts';
import { cutText } from '../../report/escape.ts';
import type { Part, SettingChange } from '../../report/prompt-changes.ts';

const mostSettings = 60;
const longestValue = 160;
const longestPath = 160;

/** Settings as they are shown; a long value is cut to what is near its differences. */
export function showSettings(changes: readonly ValueChange[]): Part<SettingChange> {
  const shown = changes.slice(0, mostSettings).map(showSetting);
  return { shown, more: changes.length - shown.length };
}

function showSetting({ path, before, after }: ValueChange): SettingChange {
  const [from, to] = [writeValue(before), writeValue(after)];
  const isPair = from !== null && to !== null && Math.max(from.length, to.length) > longestValue;
  const [left, right] = isPair ? findChanges(from, to) : [[], []];
  return {
    path: cutText(path, longestPath),
    before: from && clip(from, left),
    after: to && clip(to, right),
  };
}

/** A text that looks like nothing else is shown without quotes. */
function writeValue(value: Json | undefined): string | null {
  if (value === undefined) return null;
  const isPlain = typeof value === 'string' && /^\S(.*\S)?$/s.test(value) && parseJson(value) === undefined;
  return isPlain ? value : writeJson(value);
}

function clip(text: string, spans: Parameters<typeof clipLine>[1]): string {
  return text.length > longestValue ? clipLine(text, spans, longestValue) : text;
}
