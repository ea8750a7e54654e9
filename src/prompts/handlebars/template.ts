import type { TemplateFault } from '../dialect.ts';
import type { Helpers } from './helpers.ts';
import type { Program } from './nodes.ts';
import { parseTemplate } from './parse.ts';
import { readProgram } from './read.ts';

/** A template as it was read; of one with faults only what could be read. */
export interface Template {
  readonly program: Program;
  readonly faults: readonly TemplateFault[];
}

/** The most characters of templates that are kept read: a suite fills the same few with every row. */
const maxKept = 1024 * 1024;

/** A reader of templates with these helpers, which reads one that it has read lately only once. */
export function createReader(helpers: Helpers): (template: string) => Template {
  const kept = new Map<string, Template>();
  let length = 0;
  return (template) => {
    const found = kept.get(template) ?? readTemplate(template, helpers);
    if (!kept.delete(template)) length += template.length;
    kept.set(template, found);
    for (const oldest of kept.keys()) {
      if (length <= maxKept) break;
      kept.delete(oldest);
      length -= oldest.length;
    }
    return found;
  };
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
