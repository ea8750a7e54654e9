import type { VariableUse } from '../dialect.ts';
import { pathOf, rootOf } from './evaluate.ts';
import type { Body, Expression, Node } from './syntax.ts';

/** Every name of a template that a row has to answer for, in order; names that loops and `set` give are none. */
export function listUses(body: Body): readonly VariableUse[] {
  const uses: VariableUse[] = [];
  visitBody(body, new Set(), uses);
  return uses;
}

function visitBody(body: Body, bound: Set<string>, uses: VariableUse[]): void {
  for (const node of body) visitNode(node, bound, uses);
}

function visitNode(node: Node, bound: Set<string>, uses: VariableUse[]): void {
  const note = (value: Expression, offset: number, inner = bound): void => {
    for (const name of namesIn(value)) if (!inner.has(rootOf(name))) uses.push({ name, offset });
  };
  if (node.kind === 'print') note(node.value, node.offset);
  else if (node.kind === 'if') {
    for (const { test, body } of node.branches) {
      if (test !== null) note(test.value, test.offset);
      visitBody(body, bound, uses);
    }
  } else if (node.kind === 'for') {
    note(node.list.value, node.list.offset);
    const inner = new Set([...bound, ...node.names, 'loop']);
    if (node.test !== null) note(node.test, node.list.offset, inner);
    visitBody(node.body, inner, uses);
    visitBody(node.otherwise, new Set(bound), uses);
  } else if (node.kind === 'set') {
    if (node.value !== null) note(node.value.value, node.value.offset);
    visitBody(node.body, new Set(bound), uses);
    for (const name of node.names) bound.add(name);
  }
}

/** The dotted names that an expression reads, as they are written. */
function namesIn(node: Expression): readonly string[] {
  const path = pathOf(node);
  if (path !== null) return [path];
  return childrenOf(node).flatMap(namesIn);
}

function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'member':
      return [node.of, node.key];
    case 'slice':
      return [node.of, ...node.bounds.filter((bound) => bound !== null)];
    case 'list':
      return node.items;
    case 'map':
      return node.entries.flat();
    case 'unary':
    case 'test':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'choice':
      return [node.chosen, node.test, ...(node.otherwise === null ? [] : [node.otherwise])];
    case 'call':
      return [...(node.of === null ? [] : [node.of]), ...node.given, ...node.named.values()];
  }
}
