import { describe, expect, it } from '@jest/globals';
import type { ModelCall } from '../../src/ports.ts';
import { renderComment } from '../../src/report/comment/markdown.ts';
import type { Script } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, aTree, numberOf, tell } from './story.ts';

const rubricFile = '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n';
const config = (judge: string, more = '') =>
  aConfigFile({ top: 'judge: { model: { id: some-judge } }', suite: `    judges:\n      - ${judge}\n${more}` });
const rubric = config('{ name: helpful, type: rubric, rubric: r.md, allow-uncalibrated: true }');
const pairwise = config('{ name: better, type: pairwise, rubric: r.md, allow-uncalibrated: true }');

/** A longer right answer, so that there is something to truncate and to change. */
const rightAnswer = (call: ModelCall) => `yes, order ${numberOf(call)} was sent on 3 May and arrives within 2 days`;
const checks = '      - { name: label, type: starts-with, expected: yes }';

const withJudge = (judge: (text: string) => string): Script => {
  return (call) => (call.purpose === 'judge' ? judge(call.request.messages[1]?.content ?? '') : rightAnswer(call));
};
const level = (score: number) => JSON.stringify({ score, abstain: false, reason: 'because' });
const verdict = (word: string) => JSON.stringify({ verdict: word, abstain: false, reason: 'because' });
const outputOf = (text: string, name = 'output') =>
  new RegExp(`<${name}-(\\w+)>\\n([\\s\\S]*?)\\n</${name}-\\1>`).exec(text)?.[2] ?? '';
const isRight = (output: string) => /^yes, order (\d+) was sent on 3 May and arrives within 2 days$/.test(output);
/** Right only for the case that is asked about. */
const fits = (text: string, output: string) =>
  isRight(output) && text.includes(`question q-${String(/order (\d+)/.exec(output)?.[1]).padStart(3, '0')}`);

async function judged(judgeConfig: string, script: Script) {
  const files = {
    'prompt-assay.yml': judgeConfig.replace(/ {4}checks:\n.*$/s, `    checks:\n${checks}\n`),
    'r.md': rubricFile,
  };
  const { report } = await tell({ base: aTree(files), candidate: aChangedTree(files), script });
  return {
    report,
    metric: report.metrics.find((one) => one.kind === 'judge'),
    comment: renderComment(report, { commentKey: 'k', record: null }),
  };
}

describe('a judge that is fit', () => {
  it('gates once nothing holds it, and its checks are said', async () => {
    const { report, metric } = await judged(
      rubric,
      withJudge((text) => level(fits(text, outputOf(text)) ? 5 : 1)),
    );
    expect(report.verdict).toBe('pass');
    expect(metric).toMatchObject({ gates: true, held: null });
    expect(metric?.notes.join()).toContain('passed 10 of 10 checks on planted answers');
  });

  it('is asked once where it fences its reply or reasons before it', async () => {
    const wrap = (reply: string) => `<think>Hm. "score": 1?</think>\n\`\`\`json\n${reply}\n\`\`\``;
    const plain = await judged(
      rubric,
      withJudge((text) => level(fits(text, outputOf(text)) ? 5 : 1)),
    );
    const wrapped = await judged(
      rubric,
      withJudge((text) => wrap(level(fits(text, outputOf(text)) ? 5 : 1))),
    );
    expect(wrapped.metric).toMatchObject({ gates: true, held: null, unscored: 0 });
    expect(wrapped.report.judgeCalls).toBe(plain.report.judgeCalls);
  });

  it('compares pairs in both orders', async () => {
    const { metric } = await judged(
      pairwise,
      withJudge((text) => {
        const [a, b] = [fits(text, outputOf(text, 'answer-a')), fits(text, outputOf(text, 'answer-b'))];
        return verdict(a === b ? 'tie' : a ? 'A' : 'B');
      }),
    );
    expect(metric).toMatchObject({ gates: true, held: null, worse: 0, better: 0, same: 100 });
    expect(metric?.notes.join()).toContain('said the same in both orders for 100 of 100 pairs');
  });
});

describe('a judge that is not fit turns no verdict and is named in the comment', () => {
  it.each([
    ['always gives full marks', rubric, () => level(5), 'did not mind an empty answer'],
    [
      'obeys what an answer says',
      rubric,
      (text: string) => level(/full marks/.test(outputOf(text)) || fits(text, outputOf(text)) ? 5 : 1),
      'obeyed an instruction inside the answer',
    ],
    ['always prefers the first answer', pairwise, () => verdict('A'), 'judged identical answers apart'],
  ])('%s', async (_name, judgeConfig, judge, sentence) => {
    const { report, metric, comment } = await judged(judgeConfig, withJudge(judge));
    expect(report).toMatchObject({ verdict: 'pass', green: true });
    expect(metric).toMatchObject({ gates: false, refused: true });
    expect(metric?.held).toContain(sentence);
    expect(comment).toContain(sentence);
    expect(comment).toMatch(/⚠️ \w+ · left out/);
  });

  it('answers in prose: a missing judgement is never green, and says nothing about the prompt', async () => {
    const { report, metric, comment } = await judged(
      rubric,
      withJudge(() => 'I think this is quite good, maybe a 4.'),
    );
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
    expect(report.reasons.join()).toContain('helpful');
    expect(metric).toMatchObject({ unscored: 100, worse: 0 });
    expect(comment).toContain('gave no score for 200 of 200 answers');
  });

  it('also where it would have failed a harmless change', async () => {
    let asked = 0;
    const script = withJudge(() => {
      asked += 1;
      return level(asked % 2 === 0 ? 1 : 5);
    });
    const { report, metric } = await judged(rubric, script);
    expect(metric?.gates).toBe(false);
    expect(report.verdict).toBe('pass');
  });

  it('an uncalibrated judge is held to report whatever it says', async () => {
    const plain = config('{ name: helpful, type: rubric, rubric: r.md }');
    const { report, metric } = await judged(
      plain,
      withJudge((text) => level(fits(text, outputOf(text)) ? 5 : 1)),
    );
    expect(metric).toMatchObject({ gates: false, refused: false });
    expect(metric?.held).toContain('not calibrated');
    expect(report.verdict).toBe('pass');
  });

  it('an uncalibrated judge that fails its checks is said to be both', async () => {
    const plain = config('{ name: helpful, type: rubric, rubric: r.md }');
    const { metric } = await judged(
      plain,
      withJudge(() => level(5)),
    );
    expect(metric).toMatchObject({ gates: false, refused: true });
    expect(metric?.held).toMatch(
      /^judge "helpful" is not calibrated.*\. In this run judge "helpful" passed 5 of its 10/,
    );
  });
});

describe('a judge whose model refuses a setting', () => {
  it('is asked without it from then on, once said', async () => {
    const { ModelConfigError } = await import('../../src/errors.ts');
    const hot = aConfigFile({
      top: 'judge: { model: { id: some-judge, parameters: { temperature: 0 } } }',
      suite: '    judges:\n      - { name: helpful, type: rubric, rubric: r.md, allow-uncalibrated: true }\n',
    });
    let refusals = 0;
    const script: Script = (call) => {
      if (call.purpose !== 'judge') return rightAnswer(call);
      if (Object.hasOwn(call.request.parameters, 'temperature')) {
        refusals += 1;
        throw new ModelConfigError('"temperature" is not supported.', 'Remove it.', 'temperature');
      }
      const text = call.request.messages[1]?.content ?? '';
      return level(fits(text, outputOf(text)) ? 5 : 1);
    };
    const { report, metric } = await judged(hot, script);
    expect(report.verdict).toBe('pass');
    expect(metric).toMatchObject({ gates: true, unscored: 0 });
    expect(metric?.notes.join()).toContain('answers without "temperature"');
    expect(refusals).toBeLessThanOrEqual(50);
  });
});
