import { describe, expect, it } from '@jest/globals';
import { builtinRubrics } from '../../src/judges/rubrics/builtin.ts';
import { aJudge, aSubject, compileOutputJudge, filesOf } from './judge-builders.ts';

const levels = ['1: a', '2: b', '3: c', '4: d', '5: e'];
const good = levels.join('\n');

function judgeOf(text: string) {
  return compileOutputJudge(aJudge({ rubric: 'r.md' }), filesOf({ 'r.md': text }));
}

/** The problems of a rubric as `line message` each. */
function problemsOf(text: string): readonly string[] {
  try {
    judgeOf(text);
    return [];
  } catch (error) {
    return (error as { problems: { line: number; message: string }[] }).problems.map(
      ({ line, message }) => `${line} ${message}`,
    );
  }
}

describe('a reply to a rubric', () => {
  it.each([
    [1, 0],
    [2, 0.25],
    [3, 0.5],
    [4, 0.75],
    [5, 1],
  ])('of %i scores %d', (score, expected) => {
    const judgement = judgeOf(good).parseReply(JSON.stringify({ score, abstain: false, reason: 'so' }), aSubject());
    expect(judgement).toEqual({ score: expected, reason: 'so', abstained: false, malformed: null });
  });

  it('that abstains has no score, whatever number is beside it', () => {
    const judgement = judgeOf(good).parseReply('{"score":5,"abstain":true,"reason":"no facts"}', aSubject());
    expect(judgement).toEqual({ score: null, reason: 'no facts', abstained: true, malformed: null });
  });

  it.each([
    ['empty', ' '],
    ['prose', 'I give it a 5.'],
    ['fenced with prose before it', 'Here:\n```json\n{"score":5,"abstain":false,"reason":""}\n```'],
    ['reasoning without an end', '<think>{"score":5,"abstain":false,"reason":""}'],
    ['reasoning after the form', '{"score":5,"abstain":false,"reason":""}<think>so</think>'],
    ['JSON with prose after it', '{"score":5,"abstain":false,"reason":""} because'],
    ['a list', '[{"score":5,"abstain":false,"reason":""}]'],
    ['a level that is none', '{"score":6,"abstain":false,"reason":""}'],
    ['a level between two', '{"score":4.5,"abstain":false,"reason":""}'],
    ['a level as text', '{"score":"5","abstain":false,"reason":""}'],
    ['without abstain', '{"score":5,"reason":""}'],
    ['with abstain as text', '{"score":5,"abstain":"false","reason":""}'],
    ['without reason', '{"score":5,"abstain":false}'],
    ['with a key of its own', '{"score":5,"abstain":false,"reason":"","confidence":1}'],
    ['cut off', '{"score":5,"abstain":false,"rea'],
  ])('that is %s is malformed, never a score', (_name, reply) => {
    const judgement = judgeOf(good).parseReply(reply, aSubject());
    expect(judgement).toMatchObject({ score: null, abstained: false, malformed: expect.stringMatching(/./) });
  });

  it.each([
    ['in a fence', '```json\n{"score":5,"abstain":false,"reason":""}\n```'],
    ['after reasoning', '<think>{"score":1} or 5?</think>\n{"score":5,"abstain":false,"reason":""}'],
    ['after both', '<thinking>5</thinking>\n```\n{"score":5,"abstain":false,"reason":""}\n```\n'],
  ])('is read %s', (_name, reply) => {
    expect(judgeOf(good).parseReply(reply, aSubject())).toMatchObject({ score: 1, malformed: null });
  });

  it('has its reason cut and put on one line', () => {
    const reason = `a\nb\u0007 ${'x'.repeat(1000)}`;
    const judgement = judgeOf(good).parseReply(JSON.stringify({ score: 5, abstain: false, reason }), aSubject());
    expect(judgement.reason).toMatch(/^a b x+…$/);
    expect(judgement.reason?.length).toBe(300);
  });
});

describe('a rubric file', () => {
  it.each([
    ['lines', good],
    ['list items', levels.map((line) => `- ${line}`).join('\n')],
    ['bold numbers', levels.map((line) => line.replace(/(\d):/, '**$1**:')).join('\n')],
    ['any order, with text around', `# Title\n\nSome words at 10:30.\n${[...levels].reverse().join('\n\n')}\nEnd.`],
  ])('may have its levels as %s', (_name, text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it.each([
    ['empty', ' \n', ['1 is empty.']],
    ['without levels', 'Be nice.', ['1 has no level 1, 2, 3, 4, 5.']],
    ['with some levels', '1: a\n5: e', ['1 has no level 2, 3, 4.']],
    ['with a level twice', `${good}\n3: again`, ['6 level 3 is there twice.']],
    ['with a level outside', `0: z\n${good}\n10: y`, ['1 level 0 is outside 1 to 5.', '7 level 10 is outside 1 to 5.']],
    ['with an empty level', '1: a\n2:\n3: c\n4: d\n5: e', ['2 level 2 is empty.']],
  ])('that is %s says so, with the line', (_name, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it('that is missing is named at the line of the config', () => {
    expect(() => compileOutputJudge(aJudge({ rubric: 'r.md' }), filesOf({}))).toThrow(/^prompt-assay.yml:7:9 .*r\.md/);
    expect(() => compileOutputJudge(aJudge({ rubric: null }), filesOf({}))).toThrow('has no "rubric"');
    expect(() => compileOutputJudge(aJudge({ rubric: 'builtin:nice' }), filesOf({}))).toThrow(/"nice".*helpfulness/s);
  });
});

describe('a built-in rubric', () => {
  it.each(builtinRubrics.map(({ name, text }) => [name, text]))('%s has all its levels', (_name, text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it.each([
    ['factuality', { expected: null }, '"expected"'],
    ['similarity', { expected: null }, '"expected"'],
    ['groundedness', { expected: null, context: null }, '"context"'],
    ['relevance', { input: null }, '"input"'],
  ])('%s refuses a row without what it needs', (name, variables, word) => {
    const judge = compileOutputJudge(aJudge({ rubric: `builtin:${name}` }), filesOf({}));
    expect(() => judge.buildQuestion(aSubject({ variables }), 'abcd1234')).toThrow(word);
  });

  it('groundedness takes "expected" for the context where there is no other', () => {
    const judge = compileOutputJudge(aJudge({ rubric: 'builtin:groundedness' }), filesOf({}));
    const { messages } = judge.buildQuestion(aSubject(), 'abcd1234');
    expect(messages[1]?.content).toContain('<context-abcd1234>\nYes, within 30 days.\n</context-abcd1234>');
    expect(messages[1]?.content).not.toContain('<reference-');
  });
});

describe('the hash of a judge', () => {
  it('follows its rubric and not its name, role or place', () => {
    const one = judgeOf(good);
    const renamed = compileOutputJudge(
      aJudge({ name: 'other', role: 'report', rubric: 'x.md' }),
      filesOf({ 'x.md': good }),
    );
    expect(renamed.hash).toBe(one.hash);
    expect(judgeOf(good.replace('a', 'z')).hash).not.toBe(one.hash);
  });
});
