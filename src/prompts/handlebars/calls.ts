import { parseTemplate } from './parse.ts';
import type { RawNode } from './syntax.ts';

/** A call of a partial that a template does not define itself. */
export interface OpenCall {
  readonly name: string;
  readonly offset: number;
}

/** The partials that a template calls and does not define, in order; none of one that cannot be parsed. */
export function listCalls(template: string): readonly OpenCall[] {
  const parsed = parseTemplate(template);
  if ('fault' in parsed) return [];
  const calls: OpenCall[] = [];
  const defined = new Set<string>();
  const visit = (node: RawNode): void => {
    const [param] = node.params ?? [];
    if (node.type === 'DecoratorBlock') defined.add(String(param?.value));
    if (node.type === 'PartialStatement' && node.name?.type !== 'SubExpression') {
      calls.push({ name: String(node.name?.original), offset: parsed.offsetOf(node) });
    }
    for (const inner of [...(node.program?.body ?? []), ...(node.inverse?.body ?? [])]) visit(inner);
  };
  for (const node of parsed.program.body) visit(node);
  return calls.filter(({ name }) => !defined.has(name));
}
