import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** So many code units hold a cell in any text that people write; what goes beyond is cut unseen. */
const unitsPerCell = 16;

/** The cells that a text takes in a terminal: two for a wide character or an emoji, none for a mark that joins the one before. */
export function measure(text: string): number {
  return stringWidth(text);
}

/** Text of at most so many cells; a longer one ends in `…`. */
export function cutEnd(text: string, width: number): string {
  const start = text.slice(0, unitsPerCell * width);
  if (start.length === text.length && measure(text) <= width) return text;
  return width < 1 ? '' : `${take(graphemesOf(start), width - 1)}…`;
}

/** The same for a name that is told by both its ends, such as a path: a longer one has `…` in its middle. */
export function cutMiddle(text: string, width: number): string {
  const room = unitsPerCell * width;
  if (text.length <= room && measure(text) <= width) return text;
  if (width < 3) return cutEnd(text, width);
  const start = take(graphemesOf(text.slice(0, room)), Math.ceil((width - 1) / 2));
  const end = takeLast(graphemesOf(text.slice(-room)), Math.floor((width - 1) / 2));
  return `${start}…${end}`;
}

/** A text with blanks behind it, or before it, until it takes so many cells. */
export function pad(text: string, width: number, side: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - measure(text)));
  return side === 'left' ? text + blanks : blanks + text;
}

/** Blanks at which a line may end: a number keeps its unit. */
const breaks = / (?!(?:%|pts?|ms|s|min)(?![\p{L}\p{N}]))/u;

/**
 * One line of text as lines of at most `width` cells, broken at blanks, and within a word only where it is longer than a line. The
 * first begins with `first`, the others with `rest`. Never empty.
 */
export function wrap(text: string, width: number, first = '', rest = first): readonly string[] {
  const [firstRoom, restRoom] = [first, rest].map((begin) => Math.max(2, width - measure(begin))) as [number, number];
  const lines: string[] = [];
  let [line, cells] = ['', -1];
  const begin = () => (lines.length === 0 ? first : rest);
  const room = () => (lines.length === 0 ? firstRoom : restRoom);
  const add = (word: string, taken: number) => {
    line = cells < 0 ? word : `${line} ${word}`;
    cells += 1 + taken;
  };
  const close = () => {
    lines.push((begin() + line).trimEnd());
    [line, cells] = ['', -1];
  };
  for (const word of text.split(breaks)) {
    let left = word;
    for (let taken = measure(left); cells + 1 + taken > room(); taken = measure(left)) {
      // A word that no line holds fills this one.
      if (taken > restRoom) {
        const pieces = graphemesOf(left.slice(0, unitsPerCell * room()));
        const piece = take(pieces, room() - cells - 1) || (cells < 0 ? (pieces[0] ?? left) : '');
        if (piece !== '') add(piece, measure(piece));
        left = left.slice(piece.length);
      }
      close();
    }
    if (left !== '' || word === '') add(left, measure(left));
  }
  if (cells >= 0 || lines.length === 0) close();
  return lines;
}

function graphemesOf(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

function take(pieces: readonly string[], width: number): string {
  let [taken, cells] = ['', 0];
  for (const piece of pieces) {
    cells += measure(piece);
    if (cells > width) break;
    taken += piece;
  }
  return taken;
}

function takeLast(pieces: readonly string[], width: number): string {
  let [taken, cells] = ['', 0];
  for (const piece of [...pieces].reverse()) {
    cells += measure(piece);
    if (cells > width) break;
    taken = piece + taken;
  }
  return taken;
}
