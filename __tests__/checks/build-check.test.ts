import { describe, expect, it } from '@jest/globals';
import { buildCheck } from '../../src/checks/build-check.ts';
import type { CheckKind } from '../../src/checks/check.ts';
import { type Finding, found, unreadable } from '../../src/checks/finding.ts';
import type { JsonObject } from '../../src/json.ts';
import { aCheck } from './scoring.ts';

/** A kind with a template key of its own that sees what it is told. */
function aKind(finding: Finding): CheckKind {
  const measure = () => finding;
  const shared = { type: 'told', properties: {}, required: [], templates: ['reference'], dependencies: () => [] };
  return { ...shared, compile: () => ({ measure }) };
}

function scoreOf(finding: Finding, not: boolean) {
  const kind = aKind(finding);
  const config = aCheck('told', {}, { not });
  const output = { content: 'x', toolCalls: [], refusal: null, finishReason: 'stop' };
  return buildCheck(config, kind, kind.compile(config, new Map())).score({ output, variables: {} });
}

describe('a finding', () => {
  it.each<[string, Finding, number, number]>([
    ['that holds', found(true, 'why'), 1, 0],
    ['that does not', found(false, 'why'), 0, 1],
    ['in between', found(0.25, 'why'), 0.25, 0.75],
    ['of nothing to look at', unreadable('why'), 0, 0],
  ])('%s is graded, and inverted where it could be read', (_, finding, plain, inverted) => {
    expect(scoreOf(finding, false)).toEqual({ score: plain, reason: plain === 1 ? null : 'why' });
    expect(scoreOf(finding, true)).toEqual({ score: inverted, reason: inverted === 1 ? null : 'why' });
  });
});

it('fills in the keys that the kind declares, and no other', () => {
  const seen: JsonObject[] = [];
  const kind = aKind(found(true, ''));
  const config = aCheck('told', { reference: '{{ a }}', expected: '{{ a }}' });
  const measure = (_: unknown, options: JsonObject) => {
    seen.push(options);
    return found(true, '');
  };
  const output = { content: 'x', toolCalls: [], refusal: null, finishReason: 'stop' };
  buildCheck(config, kind, { measure }).score({ output, variables: { a: 4 } });
  expect(seen).toEqual([{ reference: 4, expected: '{{ a }}' }]);
});
