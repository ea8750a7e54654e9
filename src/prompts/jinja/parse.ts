import { quoteName } from '../../text/problems.ts';
import type { TemplateFault } from '../dialect.ts';
import { readExpression } from './expressions.ts';
import { type Body, type Branch, type Expression, type Node, SyntaxFault, type Tagged } from './syntax.ts';
import { cutTag, type Token } from './tokens.ts';

/** A template as read; where it has faults its body lacks what they stand in. */
export interface Template {
  readonly body: Body;
  readonly faults: readonly TemplateFault[];
}

/** A block that is not closed yet; what follows goes to its `body`. */
interface Block {
  readonly keyword: string;
  readonly offset: number;
  body: Node[];
  /** Starts the part behind `elif` or `else`; null where there can be none. */
  branch: ((test: Tagged | null) => Node[]) | null;
}

const openings = /\{[{%#]/g;
const rawStart = /\{%[-+]?\s*raw\s*([-+]?)%\}/y;
const rawEnd = /\{%([-+]?)\s*endraw\s*([-+]?)%\}/g;
/** Blocks within blocks. */
const maxBlocks = 50;
const maxFaults = 1000;
const other = 'Only if, for, set, raw and comments are read.';
const hints: ReadonlyMap<string, string> = new Map([
  ...['include', 'import', 'from', 'extends', 'block'].map(
    (name) => [name, 'A template reads no other file: write what is to be sent into this one.'] as const,
  ),
  ...['macro', 'call'].map((name) => [name, 'Macros are not read: write out what they give.'] as const),
]);

/** Reads a template; takes time in proportion to its length. */
export function parseTemplate(template: string): Template {
  const reader = new TemplateReader(template);
  reader.readAll();
  return { body: reader.body, faults: reader.faults };
}

class TemplateReader {
  readonly body: Node[] = [];
  readonly faults: TemplateFault[] = [];
  readonly #template: string;
  readonly #open: Block[] = [];
  /** Where the text goes on, and whether white space before that is taken away. */
  #at = 0;
  #isTrimmed = false;

  constructor(template: string) {
    this.#template = template;
  }

  readAll(): void {
    while (this.#at < this.#template.length && this.faults.length < maxFaults) {
      openings.lastIndex = this.#at;
      const found = openings.exec(this.#template);
      const start = found?.index ?? this.#template.length;
      this.#addText(start, this.#template.charAt(start + 2) === '-');
      this.#at = start;
      if (found !== null && !this.#takeTag(found[0], start)) break;
    }
    for (const { keyword, offset } of this.#open) {
      if (keyword !== '') this.#fault(`has "${keyword}" without its end.`, `Write "{% end${keyword} %}".`, offset);
    }
  }

  #addText(end: number, isTrimmed: boolean): void {
    const text = this.#template.slice(this.#at, end);
    const behind = this.#isTrimmed ? text.trimStart() : text;
    this.#isTrimmed = false;
    this.#add({ kind: 'text', text: isTrimmed ? behind.trimEnd() : behind });
  }

  #add(node: Node): void {
    if (node.kind !== 'text' || node.text !== '') (this.#open.at(-1)?.body ?? this.body).push(node);
  }

  #fault(message: string, hint: string, offset: number): void {
    this.faults.push({ message, hint, offset });
  }

  /** Reads what starts with these braces; false where it has no end, so that nothing can follow. */
  #takeTag(opening: string, start: number): boolean {
    if (opening === '{#') return this.#takeComment(start);
    rawStart.lastIndex = start;
    const raw = opening === '{%' ? rawStart.exec(this.#template) : null;
    if (raw !== null) return this.#takeRaw(start, raw);
    const isPrint = opening === '{{';
    const sign = /[-+]/.test(this.#template.charAt(start + 2)) ? 1 : 0;
    try {
      const { tokens, end, sign: last } = cutTag(this.#template, isPrint ? '{{' : '{%', start + 2 + sign);
      this.#at = end;
      this.#isTrimmed = last === '-';
      const close = end - 2 - last.length;
      if (isPrint) this.#add({ kind: 'print', ...this.#tagged(tokens, close, start) });
      else this.#takeStatement(tokens, close, start);
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error;
      this.#fault(error.message, error.hint, error.offset ?? start);
      // A tag that could not be cut ends where its braces next close.
      if (this.#at > start) return true;
      const end = this.#template.indexOf(isPrint ? '}}' : '%}', start);
      this.#at = end + 2;
      return end !== -1;
    }
    return true;
  }

  #takeComment(start: number): boolean {
    const end = this.#template.indexOf('#}', start + 2);
    if (end === -1) this.#fault('has a comment that is never closed.', 'Close it by "#}".', start);
    this.#at = end + 2;
    this.#isTrimmed = this.#template.charAt(end - 1) === '-';
    return end !== -1;
  }

  #takeRaw(start: number, raw: RegExpExecArray): boolean {
    const from = start + raw[0].length;
    rawEnd.lastIndex = from;
    const found = rawEnd.exec(this.#template);
    if (found === null) this.#fault('has "raw" without its end.', 'Write "{% endraw %}".', start);
    this.#at = from;
    this.#isTrimmed = raw[1] === '-';
    this.#addText(found?.index ?? from, found?.[1] === '-');
    this.#at = rawEnd.lastIndex;
    this.#isTrimmed = found?.[2] === '-';
    return found !== null;
  }

  #tagged(tokens: readonly Token[], end: number, offset: number): Tagged {
    return { value: readExpression(tokens, end), source: this.#template.slice(offset, this.#at), offset };
  }

  #takeStatement([first, ...tokens]: readonly Token[], end: number, offset: number): void {
    const keyword = first?.type === 'Identifier' ? first.value : '';
    if (keyword === 'if' || keyword === 'for' || keyword === 'set') {
      if (this.#open.length === maxBlocks) {
        throw new SyntaxFault(`has more than ${maxBlocks} blocks in each other.`, 'Write it with fewer.');
      }
      if (keyword === 'if') this.#openIf(tokens, end, offset);
      else if (keyword === 'for') this.#openFor(tokens, end, offset);
      else this.#takeSet(tokens, end, offset);
    } else if (keyword === 'elif' || keyword === 'else') this.#branch(keyword, tokens, end, offset);
    else if (/^end(if|for|set)$/.test(keyword)) this.#close(keyword.slice(3));
    else if (!keyword.startsWith('end') || !hints.has(keyword.slice(3))) {
      const hint = hints.get(keyword) ?? other;
      throw new SyntaxFault(`has the statement ${quoteName(keyword)}, which is not read.`, hint);
    }
  }

  #push(keyword: string, offset: number, body: Node[], branch: Block['branch'] = null): void {
    this.#open.push({ keyword, offset, body, branch });
  }

  /** A tag's expression; where it cannot be read its block is still one, so that its end fits. */
  #readOr<T>(read: () => T, open: () => void): T {
    try {
      return read();
    } catch (error) {
      open();
      throw error;
    }
  }

  #openIf(tokens: readonly Token[], end: number, offset: number): void {
    const test = this.#readOr(
      () => this.#tagged(tokens, end, offset),
      () => this.#push('if', offset, [], () => []),
    );
    const branches: Branch[] = [];
    this.#add({ kind: 'if', branches });
    const start = (next: Tagged | null): Node[] => {
      const body: Node[] = [];
      branches.push({ test: next, body });
      return body;
    };
    this.#push('if', offset, start(test), start);
  }

  #openFor(tokens: readonly Token[], end: number, offset: number): void {
    const { names, list, test } = this.#readOr(
      () => this.#readFor(tokens, end, offset),
      () => this.#push('for', offset, [], () => []),
    );
    const [body, otherwise]: [Node[], Node[]] = [[], []];
    this.#add({ kind: 'for', names, list, test, body, otherwise });
    this.#push('for', offset, body, () => otherwise);
  }

  #readFor(tokens: readonly Token[], end: number, offset: number) {
    const at = tokens.findIndex(({ type, value }) => type === 'Identifier' && value === 'in');
    const names = at === -1 ? null : readNames(tokens.slice(0, at));
    if (names === null) throw new SyntaxFault('has a "for" without its names.', 'Write "{% for item in items %}".');
    if (tokens.some(({ value, type }) => type === 'Identifier' && value === 'recursive')) {
      throw new SyntaxFault('has a recursive loop.', 'Write one loop into the other.');
    }
    const { value, ...tag } = this.#tagged(tokens.slice(at + 1), end, offset);
    const isChosen = value.kind === 'choice' && value.otherwise === null;
    const [list, test]: [Expression, Expression | null] = isChosen ? [value.chosen, value.test] : [value, null];
    return { names, list: { value: list, ...tag }, test };
  }

  #takeSet(tokens: readonly Token[], end: number, offset: number): void {
    const equals = tokens.findIndex(({ type }) => type === 'Equals');
    const names = readNames(equals === -1 ? tokens : tokens.slice(0, equals));
    if (names === null || (equals === -1 && names.length > 1)) {
      throw new SyntaxFault('has a "set" without a name.', 'Write "{% set name = value %}".');
    }
    if (equals !== -1) {
      const value = this.#tagged(tokens.slice(equals + 1), end, offset);
      this.#add({ kind: 'set', names, value, body: [] });
      return;
    }
    const body: Node[] = [];
    this.#add({ kind: 'set', names, value: null, body });
    this.#push('set', offset, body);
  }

  #branch(keyword: string, tokens: readonly Token[], end: number, offset: number): void {
    const block = this.#open.at(-1);
    if (block?.branch == null || (keyword === 'elif' && block.keyword !== 'if')) {
      throw new SyntaxFault(`has "${keyword}" without an "if" before it.`, 'Write "{% if … %}" first.');
    }
    block.body = block.branch(keyword === 'elif' ? this.#tagged(tokens, end, offset) : null);
    if (keyword === 'else') block.branch = null;
  }

  #close(keyword: string): void {
    const block = this.#open.at(-1);
    if (block?.keyword !== keyword) {
      const found = block === undefined ? 'nothing is open' : `"${block.keyword}" is open`;
      throw new SyntaxFault(
        `has "end${keyword}" where ${found}.`,
        `Close in the order of opening, "{% ${keyword} %}" first.`,
      );
    }
    this.#open.pop();
  }
}

/** The names that `a, b` lists; null for anything else. */
function readNames(tokens: readonly Token[]): readonly string[] | null {
  const isList = tokens.every(({ type }, index) => type === (index % 2 === 0 ? 'Identifier' : 'Comma'));
  return isList && tokens.length % 2 === 1
    ? tokens.filter((_, index) => index % 2 === 0).map(({ value }) => value)
    : null;
}
