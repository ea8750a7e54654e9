import { describe, expect, it } from '@jest/globals';
import { rebaseline } from '../../src/pipeline/rebaseline.ts';
import type { ModelCall, ModelResult } from '../../src/ports.ts';
import { renderComment } from '../../src/report/comment/markdown.ts';
import { createFakeWorld, type Script, unavailable } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, aTree, numberOf, tell } from './story.ts';

const rubricFile = '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n';
const right = (number: number) => `yes, order ${number} was sent on 3 May and arrives within 2 days`;
const level = (score: number) => JSON.stringify({ score, abstain: false, reason: 'because' });
const outputOf = (text: string) => /<output-(\w+)>\n([\s\S]*?)\n<\/output-\1>/.exec(text)?.[2] ?? '';
/** Likes only the right answer to the case that is asked about. */
const fair = (text: string) => {
  const number = /^yes, order (\d+) was sent on 3 May and arrives within 2 days$/.exec(outputOf(text))?.[1];
  return number !== undefined && text.includes(`question q-${number.padStart(3, '0')}`) ? 5 : 1;
};

type Judge = (text: string) => number | null;

/** A suite with three rubric judges, each of its own model, and a panel of them; `judges` are what the models say. */
async function heard(parts: {
  readonly judges: { readonly [model: string]: Judge };
  readonly panel?: string;
  readonly member?: (model: string) => string;
  readonly answer?: (call: ModelCall) => string;
}) {
  const { judges, panel = '{ name: helpful, members: [a, b, c], combine: majority }' } = parts;
  const member =
    parts.member ??
    ((model) => `{ name: ${model}, type: rubric, rubric: r.md, model: ${model}, allow-uncalibrated: true }`);
  const suite = `    judges:\n${['a', 'b', 'c'].map((model) => `      - ${member(model)}\n`).join('')}    panels:\n      - ${panel}\n`;
  const checks = '      - { name: label, type: starts-with, expected: yes }';
  const files = {
    'prompt-assay.yml': aConfigFile({ top: 'judge: { model: { id: some-judge } }', suite, checks }),
    'r.md': rubricFile,
  };
  const script = (call: ModelCall) => {
    if (call.purpose !== 'judge') return (parts.answer ?? ((one) => right(numberOf(one))))(call);
    const said = judges[call.request.model]?.(call.request.messages[1]?.content ?? '');
    return said == null ? JSON.stringify({ score: 3, abstain: true, reason: 'unclear' }) : level(said);
  };
  const { report, calls } = await tell({ base: aTree(files), candidate: aChangedTree(files), script });
  const find = (name: string) => report.metrics.find(({ metric }) => metric === name);
  return {
    report,
    calls,
    find,
    panel: find('helpful'),
    comment: renderComment(report, { commentKey: 'k', record: null }),
  };
}

/** Wrong on the candidate's side for every third case. */
const worseAnswer = (call: ModelCall) => {
  const number = numberOf(call);
  return call.arm === 'candidate' && number % 3 === 0 ? `yes, order ${number + 1} was lost` : right(number);
};

describe('a panel of judges that qualify', () => {
  it('gates in their place, at no call of its own', async () => {
    const { report, panel, find, calls } = await heard({ judges: { a: fair, b: fair, c: fair }, answer: worseAnswer });
    expect(report.verdict).toBe('fail');
    expect(panel).toMatchObject({ kind: 'panel', gates: true, held: null, verdict: 'fail', worse: 34, better: 0 });
    expect(['a', 'b', 'c'].map((name) => find(name)?.gates)).toEqual([false, false, false]);
    expect(new Set(calls.filter(({ purpose }) => purpose === 'judge').map(({ request }) => request.model))).toEqual(
      new Set(['a', 'b', 'c']),
    );
  });

  it('is not led astray by one member, and says where it is of two minds', async () => {
    // c likes nothing that says "order 7", on either side; its planted answers are of other cases.
    const odd: Judge = (text) => (outputOf(text).includes('order 7 ') ? 1 : fair(text));
    const { panel, find, comment } = await heard({ judges: { a: fair, b: fair, c: odd } });
    expect(find('c')?.baselineMean).toBe(0.99);
    expect(panel).toMatchObject({ verdict: 'pass', baselineMean: 1, candidateMean: 1 });
    const words = 'is half the scale or more apart on 2 of 200 answers, of the candidate most clearly on "q-007"';
    expect(panel?.notes).toEqual(['takes the majority of "a", "b", "c"', words]);
    expect(comment).toContain('The panel takes the majority of');
  });

  it('has no score where a member abstains: that is never green', async () => {
    const { report, panel } = await heard({ judges: { a: fair, b: fair, c: () => null } });
    expect(panel).toMatchObject({ unscored: 100 });
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
  });

  it('takes part in a threshold of the user', async () => {
    const { report, panel } = await heard({
      judges: { a: fair, b: fair, c: fair },
      panel: '{ name: helpful, members: [a, b, c], min-score: 0.9 }',
      answer: (call) => (numberOf(call) % 4 === 0 ? 'yes, it was lost' : right(numberOf(call))),
    });
    expect(panel).toMatchObject({ candidateMean: 0.75, belowMinScore: true });
    expect(report.verdict).toBe('fail');
  });
});

describe('a panel that is not fit', () => {
  const uncalibrated = (model: string) => `{ name: ${model}, type: rubric, rubric: r.md, model: ${model} }`;

  it('is shown and cannot gate where its members are not calibrated', async () => {
    const { report, panel } = await heard({ judges: { a: fair, b: fair, c: fair }, member: uncalibrated });
    expect(panel).toMatchObject({ gates: false, baselineMean: 1 });
    expect(panel?.held).toContain('none of its 3 judges may');
    expect(report.verdict).toBe('pass');
  });

  it('leaves out a member that is not calibrated', async () => {
    const member = (model: string) =>
      uncalibrated(model).replace(' }', model === 'b' ? ' }' : ', allow-uncalibrated: true }');
    const { panel } = await heard({ judges: { a: fair, b: () => 1, c: fair }, member });
    expect(panel).toMatchObject({ gates: true, baselineMean: 1 });
    expect(panel?.notes).toContain('leaves out "b", which may not gate');
  });

  it('turns nothing where one of its members fails its checks in this run', async () => {
    const { report, panel, find } = await heard({
      judges: { a: fair, b: fair, c: () => 5 },
      panel: '{ name: helpful, members: [a, b, c] }',
      answer: worseAnswer,
    });
    expect(find('c')).toMatchObject({ refused: true });
    expect(panel).toMatchObject({ gates: false, refused: false });
    expect(panel?.held).toMatch(/^panel "helpful" cannot gate: judge "c" passed \d of its 10 checks/);
    expect(report.verdict).toBe('pass');
  });
});

describe('a panel in a baseline', () => {
  const judge = (name: string) =>
    `      - { name: ${name}, type: rubric, rubric: r.md, model: ${name}, allow-uncalibrated: true }\n`;
  const files = {
    'prompt-assay.yml': aConfigFile({
      top: 'judge: { model: { id: some-judge } }',
      suite: `    judges:\n${judge('a')}${judge('b')}    panels:\n      - { name: both, members: [a, b] }\n`,
      checks: '      - { name: label, type: starts-with, expected: yes }',
    }),
    'r.md': rubricFile,
  };
  const keep = async (b: (text: string) => number | null | ModelResult) => {
    const script: Script = (call) => {
      if (call.purpose !== 'judge') return right(numberOf(call));
      const text = call.request.messages[1]?.content ?? '';
      const said = call.request.model === 'b' ? b(text) : fair(text);
      if (said !== null && typeof said === 'object') return said;
      return said === null ? JSON.stringify({ score: 3, abstain: true, reason: 'unclear' }) : level(said);
    };
    const world = createFakeWorld(script);
    const tree = world.repository.plant(aTree(files));
    const parts = {
      configPath: null,
      reason: null,
      who: null,
      onlyChanged: false,
      fresh: false,
      dryRun: false,
      noise: false,
    };
    return { world, report: await rebaseline(world, { tree, label: 'main', ...parts }) };
  };
  const isSeventh = (text: string) => outputOf(text).includes('order 7 ');

  it('screens a later change by what its members said, at no judgement of main', async () => {
    const { world, report } = await keep(fair);
    expect(report.suites[0]).toMatchObject({ status: 'written', means: { 'triage / both': 1 } });
    world.model.calls.length = 0;
    const later = await tell({ world, base: aTree(files), candidate: aChangedTree(files) });
    expect(later.report.verdict).toBe('pass');
    expect(later.report.metrics.find(({ metric }) => metric === 'both')).toMatchObject({
      baselineSource: 'stored',
      gates: true,
    });
    expect(later.calls.filter(({ arm }) => arm === 'base')).toEqual([]);
  });

  it('is written where a member abstained: nothing failed', async () => {
    const { report } = await keep((text) => (isSeventh(text) ? null : fair(text)));
    expect(report).toMatchObject({ green: true, suites: [{ status: 'written' }] });
  });

  it('is kept as it was where a member was down', async () => {
    const { report } = await keep((text) => (isSeventh(text) ? unavailable('503') : fair(text)));
    expect(report).toMatchObject({ green: false, suites: [{ status: 'kept' }] });
  });

  it('is heard anew where another member sits: nothing of main is asked again', async () => {
    const { world } = await keep(fair);
    world.model.calls.length = 0;
    const majority = {
      ...files,
      'prompt-assay.yml': files['prompt-assay.yml'].replace('members: [a, b]', 'members: [a, b], combine: majority'),
    };
    const later = await tell({ world, base: aTree(majority), candidate: aChangedTree(majority) });
    expect(later.report.metrics.find(({ metric }) => metric === 'both')).toMatchObject({
      baselineSource: 'stored',
      baselineMean: 1,
    });
    expect(later.calls.filter(({ arm }) => arm === 'base')).toEqual([]);
  });
});

describe('a panel of judges of pairs', () => {
  const verdict = (word: string) => JSON.stringify({ verdict: word, abstain: false, reason: 'because' });
  const answerOf = (text: string, name: string) =>
    new RegExp(`<${name}-(\\w+)>\\n([\\s\\S]*?)\\n</${name}-\\1>`).exec(text)?.[2] ?? '';
  /** Prefers the right answer to the case that is asked about. */
  const prefer = (text: string): string => {
    const number = /question q-(\d+)/.exec(text)?.[1];
    const isGood = (name: string) => answerOf(text, name) === right(Number(number));
    const [a, b] = [isGood('answer-a'), isGood('answer-b')];
    return a === b ? 'tie' : a ? 'A' : 'B';
  };
  const pairwise = (model: string) =>
    `{ name: ${model}, type: pairwise, rubric: r.md, model: ${model}, allow-uncalibrated: true }`;
  const told = async (second: (text: string) => string, answer?: (call: ModelCall) => string) => {
    const suite = `    judges:\n      - ${pairwise('a')}\n      - ${pairwise('b')}\n    panels:\n      - { name: both, members: [a, b] }\n`;
    const checks = '      - { name: label, type: starts-with, expected: yes }';
    const files = {
      'prompt-assay.yml': aConfigFile({ top: 'judge: { model: { id: some-judge } }', suite, checks }),
      'r.md': 'The right one.',
    };
    const script = (call: ModelCall) => {
      if (call.purpose !== 'judge') return (answer ?? ((one) => right(numberOf(one))))(call);
      const text = call.request.messages[1]?.content ?? '';
      return verdict(call.request.model === 'b' ? second(text) : prefer(text));
    };
    const { report } = await tell({ base: aTree(files), candidate: aChangedTree(files), script });
    return { report, panel: report.metrics.find(({ metric }) => metric === 'both') };
  };

  it('prefers as its members do, on the mean', async () => {
    const { report, panel } = await told(prefer, worseAnswer);
    expect(panel).toMatchObject({ kind: 'panel', gates: true, verdict: 'fail', worse: 34, better: 0, same: 66 });
    // A consistent preference of both is a difference of 1 on 34 of 100 cases.
    expect(panel?.difference).toBeCloseTo(-0.34, 12);
    expect(report.verdict).toBe('fail');
  });

  it('is held where a member always prefers the first', async () => {
    const { report, panel } = await told(() => 'A', worseAnswer);
    expect(panel).toMatchObject({ gates: false });
    expect(panel?.held).toContain('panel "both" cannot gate: judge "b" passed');
    expect(report.verdict).toBe('pass');
  });
});

describe('a panel that a pull request proposes', () => {
  const judge = (name: string, more = '') =>
    `      - { name: ${name}, type: rubric, rubric: r.md, model: ${name}, role: report, allow-uncalibrated: true${more} }\n`;
  const filesOf = (panels: string, more = '') => ({
    'prompt-assay.yml': aConfigFile({
      top: 'judge: { model: { id: some-judge } }\nbudget: { per-run-calls: 20000 }',
      suite: `    judges:\n${judge('a')}${judge('b', more)}${panels}`,
      checks: '      - { name: label, type: starts-with, expected: yes }',
    }),
    'r.md': rubricFile,
  });
  const panel = '    panels:\n      - { name: both, members: [a, b] }\n';
  const script: Script = (call) =>
    call.purpose === 'judge' ? level(fair(call.request.messages[1]?.content ?? '')) : worseAnswer(call);

  it('is shown beside what decides, and turns nothing', async () => {
    const { report } = await tell({ base: aTree(filesOf('')), candidate: aChangedTree(filesOf(panel)), script });
    expect(report.verdict).toBe('pass');
    const proposed = report.metrics.find(({ metric }) => metric === 'both (proposed)');
    expect(proposed).toMatchObject({ kind: 'panel', gates: false, worse: 34, better: 0 });
  });

  it('hears the proposed version of a member, and the other as it is', async () => {
    const base = aTree(filesOf(panel));
    const { report } = await tell({ base, candidate: aChangedTree(filesOf(panel, ', samples: 2')), script });
    // Main's panel decides.
    expect(report.verdict).toBe('fail');
    const notes = report.metrics.find(({ metric }) => metric === 'both (proposed)')?.notes ?? [];
    expect(notes).toContain('takes the mean of "a", "b (proposed)"');
  });

  it('does not go away by being removed', async () => {
    const { report } = await tell({ base: aTree(filesOf(panel)), candidate: aChangedTree(filesOf('')), script });
    expect(report.verdict).toBe('fail');
    expect(report.notices.join()).toContain(
      'Metric "both" of suite "triage" is removed; it decides until that is merged.',
    );
  });
});
