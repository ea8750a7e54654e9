import type { Where } from '../errors.ts';
import type { KeyPath, YamlFile } from './yaml-file.ts';

/** So far a letter is looked for in the written form: an indentation, or the mark of an escape. */
const maxAhead = 256;

/** Where the offsets of the text at a path of a file stand; its beginning where the file does not write it as a text. `at` knows the places of the file. */
export function placeText(
  yaml: Pick<YamlFile, 'source' | 'where'>,
  path: KeyPath,
  text: string,
  at: (offset: number) => Where,
): (offset: number) => Where {
  const source = yaml.source(path);
  if (source === null) return () => yaml.where(path);
  const inside = alignText(text, source.text);
  return (offset) => at(source.offset + inside(offset));
}

/**
 * Makes a lookup from an offset in a value to one in the text that it is written as, with quotes, escapes and indentation there; a letter
 * that is written in another way (`\u00e9`) has the place of the next that is not.
 */
export function alignText(value: string, written: string): (offset: number) => number {
  let places: Uint32Array | null = null;
  return (offset) => {
    places ??= align(value, written);
    return places[Math.min(offset, places.length - 1)] ?? 0;
  };
}

function align(value: string, written: string): Uint32Array {
  const places = new Uint32Array(value.length);
  let next = 0;
  for (let index = 0; index < value.length; index += 1) {
    const letter = value.charAt(index);
    if (written.charAt(next) !== letter) {
      if (letter === '\n' && written.startsWith('\\n', next)) next += 2;
      else if (letter.trim() !== '') next += Math.max(0, written.slice(next, next + maxAhead).indexOf(letter));
    }
    places[index] = next;
    if (written.charAt(next) === letter) next += 1;
  }
  return places;
}
