import type { SourceFile } from '../../text/source-file.ts';
import { splitFrontMatter } from '../front-matter.ts';

/** What may stand before the front matter: comments, as of a licence. */
const comments = /^(?:[ \t]*(?:#[^\n]*)?\n)*(?=---[ \t]*(?:\n|$))/;

/** A prompt file of Dotprompt in its parts. */
export interface SplitDotprompt {
  /** With all that stands before it, so that its lines are those of the file; empty where there is none. */
  readonly frontMatter: string;
  /** The template: without the blanks around it below front matter, else the whole file. */
  readonly text: string;
  /** The offset of the template in the file. */
  readonly start: number;
}

/** Cuts a file at the end of its front matter; throws a UserError where that is not closed. */
export function splitDotprompt(file: SourceFile): SplitDotprompt {
  const before = comments.exec(file.text)?.[0] ?? '';
  const { frontMatter, bodyStart } = splitFrontMatter({ ...file, text: file.text.slice(before.length) });
  if (frontMatter === '') return { frontMatter, text: file.text, start: 0 };
  const body = file.text.slice(before.length + bodyStart);
  const blank = body.length - body.trimStart().length;
  return { frontMatter: before + frontMatter, text: body.trim(), start: before.length + bodyStart + blank };
}
