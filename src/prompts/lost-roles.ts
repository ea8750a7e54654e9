import { posix } from 'node:path';
import { buildProblem, type Where } from '../errors.ts';
import { findCode } from './code-spans.ts';
import { takeMatches } from './foreign.ts';
import type { Sighting } from './suspect.ts';
import { sight } from './suspects.ts';

const heading = /^#{1,6}[ \t]*(system|developer|user|assistant)(?:[ \t]+(?:prompt|message))?[ \t]*$/gim;
const opening = /^\s*(system|developer|user|human|assistant|ai):[ \t]+\S/i;
const roles: Readonly<Record<string, string>> = { human: 'user', ai: 'assistant' };

/**
 * Finds lines of a body that were probably meant to start a message, and do not: a role as a heading without its colon, where the body has
 * other roles or begins so, and a role with text behind it at the very beginning. `marked` are the roles of the lines that do.
 */
export function sightLostRoles(
  body: string,
  marked: readonly string[],
  at: (offset: number) => Where,
): readonly Sighting[] {
  const isCode = findCode(body);
  const start = body.search(/\S/);
  const headings = takeMatches(body, heading).filter(({ index }) => !isCode(index));
  const known = new Set([...marked, ...headings.map(({ 1: role = '' }) => role.toLowerCase())]);
  const isMeant = known.size > 1 || headings[0]?.index === start;
  const first = opening.exec(body)?.[1];
  return [
    ...(first === undefined ? [] : [sightRole(`${first}:`, hintRole(first, ' on a line of its own'), at(start))]),
    ...(isMeant ? headings : []).map(({ 0: written, 1: role = '', index }) =>
      sightRole(written.trim(), hintRole(role, ''), at(index)),
    ),
  ];
}

function sightRole(written: string, hint: string, where: Where): Sighting {
  return sight({ style: 'a role line', written, name: null, hint, certainty: 'always' }, where);
}

function hintRole(word: string, more: string): string {
  const role = word.toLowerCase();
  return `Write "# ${roles[role] ?? role}:"${more}.`;
}

/** A file that holds the row's input, and is therefore read as one user message, though its name says that it is a system message. */
export function sightSystemName(path: string, where: Where): Sighting {
  const { name, ext } = posix.parse(path);
  const message =
    'This file is read as one user message, although its name says that it is a system message: it holds the input.';
  const hint = `Rename it to ${name.toLowerCase() === 'system' ? 'prompt' : name}.system${ext}: {{input}} then follows it. Or write a line "# system:" above the text, and "# user:" above what the user says.`;
  return { kind: 'a system message', name: null, certainty: 'always', problem: buildProblem(message, hint, where) };
}
