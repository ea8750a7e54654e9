import { describe, expect, it } from '@jest/globals';
import { defaultModel } from '../../src/config/default-config.ts';
import { UserError } from '../../src/errors.ts';
import { prepareSuite } from '../../src/plan/prepare-suite.ts';
import { parsePrompt } from '../helpers/parse-prompt.ts';
import { aPromptFile, aRow, someRows } from '../pipeline/story.ts';
import { aPlan, aSelection, aSide, aSuite, noLeave } from './builders.ts';

const rubric = 'Judge it.\n\n- polite: is it polite?\n';
const judged = () =>
  aSuite({
    top: 'judge: { model: { id: a-judge } }',
    checks: `      - { name: label, type: equals, expected: "{{ expected }}" }\n    judges:\n      - { name: helpful, type: checklist, rubric: evals/helpful.md }`,
  });
const withRubric = { files: new Map([['evals/helpful.md', { path: 'evals/helpful.md', text: rubric }]]) };

function problemsOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
  return [];
}

describe('metrics of a plan', () => {
  const metrics = (parts: Parameters<typeof aPlan>[0]) =>
    aPlan(parts).prompts[0]?.metrics.map(({ name, gates, held }) => ({ name, gates, held })) ?? [];
  const strict = aSuite();
  const other = aSuite({ checks: '      - { name: label, type: contains, expected: "{{ expected }}" }' });
  const added = aSuite({
    checks:
      '      - { name: label, type: equals, expected: "{{ expected }}" }\n      - { name: short, type: length, max: 9 }',
  });

  it.each([
    ['the same on both sides', strict, strict, true, [['label', true]]],
    [
      'a changed check is shown as proposed beside the one that gates',
      strict,
      other,
      true,
      [
        ['label', true],
        ['label (proposed)', false],
      ],
    ],
    [
      'an added check is proposed',
      strict,
      added,
      true,
      [
        ['label', true],
        ['short (proposed)', false],
      ],
    ],
    [
      'a removed check still gates',
      added,
      strict,
      true,
      [
        ['label', true],
        ['short', true],
      ],
    ],
    ['a suite that the candidate drops still gates', strict, null, true, [['label', true]]],
    ['first contact: none gates, none is proposed twice', strict, strict, false, [['label', false]]],
  ] as const)('%s', (_name, suite, proposed, mayGate, expected) => {
    expect(metrics({ selection: { suite, proposed, mayGate } }).map(({ name, gates }) => [name, gates])).toEqual(
      expected,
    );
  });

  it('a report check does not gate; an uncalibrated judge is held, with the reason', () => {
    const suite = judged();
    const judgeModel = { ...defaultModel, id: 'a-judge' };
    const rows = someRows(3);
    const plan = prepareSuite(
      aSelection({ suite }),
      judgeModel,
      aSide('v1', rows, withRubric),
      aSide('v2', rows, withRubric),
      noLeave,
    );
    const judge = plan.prompts[0]?.metrics[1];
    expect(judge).toMatchObject({ name: 'helpful', kind: 'judge', gates: false });
    expect(judge?.held).toContain('not calibrated');
  });

  it('another model of the judge is another metric', () => {
    const rows = someRows(3);
    const hash = (id: string) =>
      prepareSuite(
        aSelection({ suite: judged() }),
        { ...defaultModel, id },
        aSide('v1', rows, withRubric),
        aSide('v2', rows, withRubric),
        noLeave,
      ).prompts[0]?.metrics[1]?.hash;
    expect(hash('one')).toBe(hash('one'));
    expect(hash('one')).not.toBe(hash('two'));
  });

  it('a judge without any model is left out, named with its place, and the checks decide', () => {
    const { prompts, warnings } = aPlan({
      base: aSide('v1', someRows(3), withRubric),
      candidate: aSide('v2', someRows(3), withRubric),
      selection: { suite: judged() },
    });
    expect(prompts[0]?.metrics.map(({ name }) => name)).toEqual(['label']);
    expect(warnings).toEqual([
      expect.objectContaining({
        path: 'prompt-assay.yml',
        line: expect.any(Number),
        message: 'the judge "helpful" is left out: no model is named for judges.',
      }),
    ]);
  });

  it('a metric of the prompt file with the name of one of the suite is refused, at both places', () => {
    const text = `${aPromptFile('v2')}evaluators:\n  - name: label\n    string: { equals: "x" }\n`;
    const prompt = parsePrompt({ path: 'prompts/triage.prompt.yml', text });
    const side = aSide('v1', someRows(3), { prompts: [prompt] });
    const problems = problemsOf(() => aPlan({ base: side, candidate: side }));
    expect(problems[0]?.message).toBe('metric "label" is there twice.');
    expect(problems[0]?.hint).toContain('prompt-assay.yml:');
  });
});

describe('variables of a plan', () => {
  it('a name that no row has is one mistake of the prompt', () => {
    const problems = problemsOf(() => aPlan({ candidate: aSide('{{inptu}}', someRows(30)) }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      path: 'prompts/triage.prompt.yml',
      line: 4,
      message: '{{inptu}} has no value.',
    });
    expect(problems[0]?.hint).toContain('Did you mean "input"?');
  });

  it.each([
    [9, '"tone" is missing.'],
    [8, '"tone" is missing (and in one more row).'],
    [1, '"tone" is missing (and in 8 more rows).'],
  ])('a name that some rows lack is one mistake, at the first of them: %d rows have it', (having, message) => {
    const rows = someRows(10, (number) => (number < having ? { tone: 'kind' } : {}));
    const problems = problemsOf(() => aPlan({ base: aSide('v1', rows), candidate: aSide('{{tone}}', rows) }));
    expect(problems).toEqual([expect.objectContaining({ path: 'evals/triage.jsonl', line: having + 1, message })]);
  });

  it('names the column that is probably meant', () => {
    const rows = someRows(10).map(({ expected, ...row }) => ({ ...row, gold_label: expected }));
    const [problem] = problemsOf(() => aPlan({ base: aSide('v1', rows), candidate: aSide('v2', rows) }));
    expect(problem?.hint).toContain('Did you mean the column "gold_label"?');
  });

  it('what a check needs is asked of the row that scores', () => {
    const [whole, bare] = [aRow(1), { id: 'q-001', input: 'question q-001' }];
    const missing = problemsOf(() => aPlan({ base: aSide('v1', [bare]), candidate: aSide('v2', [whole]) }));
    expect(missing[0]).toMatchObject({ message: '"expected" is missing.', line: 1 });
    expect(missing[0]?.hint).toContain('check "label"');
    expect(problemsOf(() => aPlan({ base: aSide('v1', [whole]), candidate: aSide('v2', [bare]) }))).toEqual([]);
  });
});

describe('what a plan refuses and notes', () => {
  it('a prompt without a case, without a metric', () => {
    const suite = { ...aSuite(), metrics: [] };
    const problems = problemsOf(() =>
      aPlan({ base: aSide(null, []), candidate: aSide('v2', []), selection: { suite, proposed: suite } }),
    );
    expect(problems.map((problem) => problem.message)).toEqual(['has no case to run.', 'has no metric.']);
  });

  it('a base prompt that cannot be sent is noted and not compared', () => {
    const base = aSide('{{gone}} v1', someRows(10));
    const plan = aPlan({ base });
    expect(plan.prompts[0]).toMatchObject({ base: null, change: 'new' });
    expect(plan.notes.join()).toContain('{{gone}} has no value.');
  });

  it('a row that the candidate adds and the base prompt cannot take runs on the candidate alone', () => {
    const rows = someRows(10, () => ({ tone: 'kind' }));
    const plan = aPlan({ base: aSide('{{tone}}', rows), candidate: aSide('v2', [...rows, aRow(20)]) });
    expect(plan.prompts[0]?.cases.at(-1)).toMatchObject({ id: 'q-020', added: true, base: null });
    expect(plan.addedCases).toEqual(['q-020']);
  });

  it('a model default that changed makes a changed prompt', () => {
    const rows = someRows(10);
    const plan = aPlan({
      base: aSide('v1', rows),
      candidate: aSide('v1', rows, { model: { ...defaultModel, id: 'other-model' } }),
    });
    expect(plan.prompts[0]?.change).toBe('changed');
  });

  it('needs no accept where nothing of the suite may gate yet', () => {
    const parts = { base: aSide('v1', someRows(10)), candidate: aSide('v1', someRows(5)) };
    expect(aPlan(parts).shrinks[0]?.sentence).toContain('accept that with the label');
    expect(aPlan({ ...parts, selection: { mayGate: false } }).shrinks).toEqual([]);
  });
});
