import type { TemplateFault } from '../dialect.ts';
import { keepRead } from '../keep-read.ts';
import type { Helpers } from './helpers.ts';
import type { Program } from './nodes.ts';
import { parseTemplate } from './parse.ts';
import { readProgram } from './read.ts';

/** A template as it was read; of one with faults only what could be read. */
export interface Template {
  readonly program: Program;
  readonly faults: readonly TemplateFault[];
}

/** A reader of templates with these helpers. */
export function createReader(helpers: Helpers): (template: string) => Template {
  return keepRead((template) => readTemplate(template, helpers));
}

function readTemplate(template: string, helpers: Helpers): Template {
  const parsed = parseTemplate(template);
  if ('fault' in parsed) return { program: { nodes: [], params: [], partials: new Map() }, faults: [parsed.fault] };
  const faults: TemplateFault[] = [];
  const program = readProgram(parsed.program, { helpers, offsetOf: parsed.offsetOf, faults });
  return { program, faults: faults.sort((one, other) => one.offset - other.offset) };
}

/** The texts of a template between its tags, with the blanks that are left of them. */
export function listTexts(program: Program): readonly string[] {
  const inner = program.nodes.flatMap((node): readonly string[] => {
    if (node.kind === 'text') return [node.text];
    if (node.kind !== 'block') return [];
    return [...listTexts(node.body), ...(node.inverse === null ? [] : listTexts(node.inverse))];
  });
  return [...inner, ...[...program.partials.values()].flatMap(listTexts)];
}
