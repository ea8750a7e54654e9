import type { Where } from '../errors.ts';
import type { SourceFile } from './source-file.ts';

/** Indexes a file once and returns a lookup from an offset in its text to line and column; offsets outside the text give its nearest end. */
export function buildPlaces(file: SourceFile): (offset: number) => Where {
  const starts = [0];
  for (let end = file.text.indexOf('\n'); end !== -1; end = file.text.indexOf('\n', end + 1)) starts.push(end + 1);
  return (offset) => {
    const inside = Math.max(0, Math.min(offset, file.text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] as number) <= inside) low = middle;
      else high = middle - 1;
    }
    return { path: file.path, line: low + 1, column: inside - (starts[low] as number) + 1 };
  };
}
