import { UserError } from '../errors.ts';
import { fileWhere } from '../text/json-text.ts';
import type { SourceFile } from '../text/source-file.ts';

/** A text file cut where its body starts; the front matter is empty where it has none. */
export interface FrontMatter {
  /** With its opening line, so that its line numbers are those of the file. */
  readonly frontMatter: string;
  readonly bodyStart: number;
}

const fences = {
  '---': { opening: /^---[ \t]*(?:\n|$)/, closing: /\n---[ \t]*(?:\n|$)/ },
  '+++': { opening: /^\+\+\+[ \t]*(?:\n|$)/, closing: /\n\+\+\+[ \t]*(?:\n|$)/ },
};

/** Cuts a file at the end of its front matter, what stands between lines `---`, or such as `fence` says, at its start; throws a UserError where that is not closed. */
export function splitFrontMatter(file: SourceFile, fence: keyof typeof fences = '---'): FrontMatter {
  if (!fences[fence].opening.test(file.text)) return { frontMatter: '', bodyStart: 0 };
  const closing = fences[fence].closing.exec(file.text);
  if (closing !== null) {
    const frontMatter = `---${file.text.slice(fence.length, closing.index + 1)}`;
    return { frontMatter, bodyStart: closing.index + closing[0].length };
  }
  const hint = `Close it with a line "${fence}", or start the text with an empty line if the rule is part of it.`;
  throw UserError.of('The front matter is not closed.', hint, { ...fileWhere(file), line: 1, column: 1 });
}
