import { findCode } from './code-spans.ts';
import { type Marker, roleOf, type Section, splitSections } from './sections.ts';

/** The messages of a text that marks them in the way of another tool. */
export interface GuessedTurns {
  readonly sections: readonly Section[];
  /** How it marks them, as the end of a sentence: `ChatML says`. */
  readonly notation: string;
}

const chatTemplates = [
  {
    notation: 'ChatML says',
    begin: /<\|im_start\|>/g,
    marker: /<\|im_start\|>[ \t]*(system|user|assistant)[ \t]*(?:\n|$)/g,
    end: '<|im_end|>',
  },
  {
    notation: 'the chat template of Llama says',
    begin: /<\|start_header_id\|>/g,
    marker: /<\|start_header_id\|>[ \t]*(system|user|assistant)[ \t]*<\|end_header_id\|>/g,
    end: '<|eot_id|>',
  },
] as const;
const startOfText = /^(?:<s>|<\|begin_of_text\|>)?$/;
const anyHeading = /^(#{1,6})[ \t]+(.*)$/gm;
const roleHeading =
  /^(?:the[ \t]+)?(system|developer|user|human|assistant)(?:[ \t]+(?:prompt|message|instructions?))?[ \t]*$/i;
const spoken = /^(system|user|human|assistant|ai):(?=[ \t]|$)/gim;

/** The messages of a text that surely marks them in the way of another tool; null where it does not, and where there is doubt. `roleLines` are the markers of our own. */
export function guessTurns(body: string, roleLines: readonly Marker[]): GuessedTurns | null {
  const isCode = findCode(body);
  const headings = roleLines.length > 0 ? null : guessHeadings(body, isCode);
  return guessChatTemplate(body, isCode) ?? headings ?? guessSpoken(body, isCode, roleLines);
}

/** All of the text stands between its marks; a last one that opens the answer is left out. */
function guessChatTemplate(body: string, isCode: (offset: number) => boolean): GuessedTurns | null {
  for (const { notation, begin, marker, end } of chatTemplates) {
    const found = [...body.matchAll(marker)];
    if (found.length === 0 || found.length !== [...body.matchAll(begin)].length) continue;
    const [before, ...marked] = splitSections(body, found.map(toMarker));
    const sections = dropAnswer(marked.map((section) => ({ ...section, text: cutEnd(section.text, end) })));
    const isWhole = startOfText.test(before.text.trim()) && !found.some(({ index }) => isCode(index));
    return isWhole && sections.every(({ text }) => text !== '' && !text.includes('<|')) ? { sections, notation } : null;
  }
  return null;
}

/** `# System` and `# User` from the very beginning, and no other heading as high. */
function guessHeadings(body: string, isCode: (offset: number) => boolean): GuessedTurns | null {
  const headings = [...body.matchAll(anyHeading)].filter(({ index }) => !isCode(index));
  const [first] = headings;
  if (first === undefined || body.slice(0, first.index).trim() !== '') return null;
  const level = first[1]?.length ?? 0;
  const highest = headings.filter(({ 1: marks = '' }) => marks.length <= level);
  const markers = highest.flatMap((heading): readonly Marker[] => {
    const word = roleHeading.exec(heading[2] ?? '')?.[1];
    return word === undefined || heading[1]?.length !== level
      ? []
      : [{ role: roleOf(word), start: heading.index, end: heading.index + heading[0].length }];
  });
  const sections = dropAnswer(splitSections(body, markers).slice(1));
  const isChat = markers.length === highest.length && isConversation(sections);
  return isChat && sections[0]?.role !== 'user' ? { sections, notation: 'the headings say' } : null;
}

/** `System: …`, `User: …` or `Human: …` at the beginning of lines, from the very beginning; without a system message only up to `Assistant:` at the end. */
function guessSpoken(
  body: string,
  isCode: (offset: number) => boolean,
  roleLines: readonly Marker[],
): GuessedTurns | null {
  const found = [...body.matchAll(spoken)].filter(({ index }) => !isCode(index));
  if (found.length === roleLines.length) return null;
  const sections = splitSections(body, found.map(toMarker)).map(dropIndent);
  const [before, ...marked] = sections;
  if (before?.text !== '') return null;
  const kept = dropAnswer(marked);
  const isSure = isConversation(kept) && (kept[0]?.role === 'system' || kept.length < marked.length);
  return isSure ? { sections: kept, notation: 'its lines say' } : null;
}

/** Perhaps a system message, then turns of user and assistant, of which the user has the first and the last. */
function isConversation(sections: readonly Section[]): boolean {
  const turns = sections.filter(({ role }, index) => index > 0 || (role !== 'system' && role !== 'developer'));
  const isTurn = ({ role, text }: Section, index: number) =>
    text !== '' && role === (index % 2 === 0 ? 'user' : 'assistant');
  return turns.length % 2 === 1 && turns.every(isTurn) && sections[0]?.text !== '';
}

/** Without a last message that is left to the model. */
function dropAnswer(sections: readonly Section[]): readonly Section[] {
  const last = sections.at(-1);
  return last?.role === 'assistant' && last.text === '' ? sections.slice(0, -1) : sections;
}

function toMarker({ 0: written, 1: word = '', index }: RegExpExecArray): Marker {
  return { role: roleOf(word), start: index, end: index + written.length };
}

function cutEnd(text: string, end: string): string {
  return text.endsWith(end) ? text.slice(0, -end.length).trimEnd() : text;
}

/** The text behind `User:` on its line begins after the blank. */
function dropIndent(section: Section): Section {
  const blank = /^[ \t]*/.exec(section.text)?.[0].length ?? 0;
  return section.role === null
    ? section
    : { ...section, text: section.text.slice(blank), offset: section.offset + blank };
}
