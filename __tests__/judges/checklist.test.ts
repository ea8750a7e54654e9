import { describe, expect, it } from '@jest/globals';
import { aJudge, aSubject, compileOutputJudge, filesOf } from './judge-builders.ts';

function judgeOf(text: string) {
  return compileOutputJudge(aJudge({ type: 'checklist', rubric: 'c.md' }), filesOf({ 'c.md': text }));
}

const judge = judgeOf('- next: Says what to do next.\n- limit: Names the limit.\n- polite: Is polite.');
const subject = aSubject({ output: { content: 'Send it back  within\n“30 days”.' } });

function reply(criteria: unknown, rest = {}): string {
  return JSON.stringify({ criteria, abstain: false, reason: 'so', ...rest });
}

const next = { id: 'next', evidence: 'send it back within "30 days"', met: true };
const limit = { id: 'limit', evidence: '30 days', met: true };
const polite = { id: 'polite', evidence: '', met: false };

describe('a reply to a checklist', () => {
  it('scores the share that is met, and says what was not', () => {
    expect(judge.parseReply(reply([next, limit, polite]), subject)).toEqual({
      score: 2 / 3,
      reason: 'not met: polite. so',
      abstained: false,
      malformed: null,
    });
  });

  it('may have its criteria in any order', () => {
    expect(judge.parseReply(reply([polite, next, limit]), subject).score).toBe(2 / 3);
  });

  it('marks a quote that the output does not hold, and leaves the score alone', () => {
    const judgement = judge.parseReply(
      reply([next, { ...limit, evidence: '14 days' }, { ...polite, met: true }]),
      subject,
    );
    expect(judgement).toMatchObject({ score: 1, reason: 'quote not in the output: limit. so' });
  });

  it('may quote a refusal or a tool call', () => {
    const output = {
      content: '',
      refusal: 'I cannot do that.',
      toolCalls: [{ name: 'refund', arguments: { order: 7 } }],
    };
    const criteria = [{ ...next, evidence: 'I cannot' }, { ...limit, evidence: 'refund(order: 7)' }, polite];
    expect(judge.parseReply(reply(criteria), aSubject({ output })).reason).toBe('not met: polite. so');
  });

  it.each([
    ['one missing', [next, limit], 'lacks polite'],
    ['one twice', [next, limit, polite, polite], 'too many'],
    ['one twice in place of another', [next, limit, limit], 'lacks polite'],
    ['one unknown', [next, limit, polite, { ...polite, id: 'extra' }], 'too many'],
    ['met as text', [next, limit, { ...polite, met: 'false' }], 'needs "id"'],
    ['no evidence', [next, limit, { id: 'polite', met: true }], 'needs "id"'],
    ['a key too many', [next, limit, { ...polite, score: 1 }], 'nothing else'],
    ['no list', { next: true }, 'must be a list'],
  ])('is malformed with %s', (_name, criteria, word) => {
    const judgement = judge.parseReply(reply(criteria), subject);
    expect(judgement).toMatchObject({ score: null, malformed: expect.stringContaining(word) });
  });

  it('that abstains has no score', () => {
    expect(judge.parseReply(reply([], { abstain: true }), subject)).toMatchObject({ score: null, abstained: true });
  });
});

describe('a checklist file', () => {
  it.each([
    ['no list', 'Be nice.', /c\.md:1 has no criteria/],
    ['an item without id', '- ok: yes\n- be nice', /c\.md:2 this criterion has no id/],
    ['an id that is no word', '- be nice: please', /c\.md:1 this criterion has no id/],
    ['an id without text', '- nice:', /c\.md:1 this criterion has no id/],
    ['an id twice', '- a: x\n\n- a: y', /c\.md:3 the criterion "a" is there twice.*line 1/s],
    ['too many', Array.from({ length: 21 }, (_, index) => `- c${index}: x`).join('\n'), /21 criteria/],
  ])('with %s says so, with the line', (_name, text, message) => {
    expect(() => judgeOf(text)).toThrow(message);
  });

  it('offers exactly its ids in the form, in the order of the protocol', () => {
    const { responseFormat } = judge.buildQuestion(subject, 'abcd1234');
    const schema = JSON.parse(JSON.stringify(responseFormat.schema));
    expect(Object.keys(schema.properties)).toEqual(['criteria', 'abstain', 'reason']);
    expect(Object.keys(schema.properties.criteria.items.properties)).toEqual(['id', 'evidence', 'met']);
    expect(schema.properties.criteria.items.properties.id.enum).toEqual(['next', 'limit', 'polite']);
    expect(JSON.stringify(schema)).not.toMatch(/maxLength|minItems|maxItems|minimum|maximum/);
    expect(responseFormat.strict).toBe(true);
  });
});
