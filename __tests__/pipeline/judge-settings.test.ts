import { describe, expect, it } from '@jest/globals';
import { ModelConfigError } from '../../src/errors.ts';
import { calibrateVersion } from '../../src/pipeline/calibrate.ts';
import { rebaseline } from '../../src/pipeline/rebaseline.ts';
import type { ModelCall } from '../../src/ports.ts';
import { createLedger } from '../../src/run/ledger.ts';
import { createMemorySpool } from '../../src/run/spool.ts';
import { createFakeWorld, type Script } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, aRow, aTree, jsonl, numberOf, tell } from './story.ts';

const rubric = '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n';
const configOf = (...judges: readonly string[]) =>
  aConfigFile({
    top: 'judge: { model: { id: some-judge, parameters: { temperature: 0 } } }',
    suite: `    judges:\n${judges.map((judge) => `      - ${judge}\n`).join('')}`,
    checks: '      - { name: label, type: starts-with, expected: yes }',
  });
const helpful = '{ name: helpful, type: rubric, rubric: r.md, calibration: l.jsonl }';
const filesOf = (config: string, labels = '') => ({ 'prompt-assay.yml': config, 'r.md': rubric, 'l.jsonl': labels });
const right = (number: number) => `yes, order ${number} was sent on 3 May and arrives within 2 days`;

/** Likes only the right answer to the case that is asked about. */
function judge(call: ModelCall): string {
  const text = call.request.messages[1]?.content ?? '';
  const output = /<output-(\w+)>\n([\s\S]*?)\n<\/output-\1>/.exec(text)?.[2] ?? '';
  const number = /^yes, order (\d+) was sent on 3 May and arrives within 2 days$/.exec(output)?.[1];
  const isGood = number !== undefined && text.includes(`question q-${number.padStart(3, '0')}`);
  return JSON.stringify({ score: isGood ? 5 : 1, abstain: false, reason: 'because' });
}

/** Models of judges that refuse a temperature. */
const refusing =
  (...models: readonly string[]): Script =>
  (call) => {
    if (call.purpose !== 'judge') return right(numberOf(call));
    if (models.includes(call.request.model) && Object.hasOwn(call.request.parameters, 'temperature')) {
      throw new ModelConfigError('"temperature" is not supported.', 'Remove it.', 'temperature');
    }
    return judge(call);
  };

/** Labels that the judge agrees with once it is asked. */
const labels = jsonl(
  Array.from({ length: 40 }, (_, number) => ({
    item: `i${number}`,
    human: number % 2,
    case: aRow(number).id,
    output: number % 2 === 1 ? right(number) : 'no',
  })),
);

async function calibrated(script: Script): Promise<string> {
  const world = createFakeWorld(script);
  const { text } = await calibrateVersion(world, {
    tree: world.repository.plant(aTree(filesOf(configOf(helpful)))),
    configPath: null,
    name: { suite: 'triage', judge: 'helpful' },
    labels: { path: 'in.jsonl', text: labels },
    kind: null,
    out: null,
    anew: false,
    fresh: false,
    ledger: createLedger(createMemorySpool()),
  });
  return text;
}

describe('a calibration', () => {
  const judged = async (text: string, script: Script) => {
    const files = filesOf(configOf(helpful), text);
    const { report } = await tell({ base: aTree(files), candidate: aChangedTree(files), script });
    return report.metrics.find(({ metric }) => metric === 'helpful');
  };

  it('holds for the settings that the judge was asked with', async () => {
    const text = await calibrated(refusing('some-judge'));
    expect(JSON.parse(text.split('\n')[0] ?? '')).toMatchObject({ without: ['temperature'] });
    expect(await judged(text, refusing('some-judge'))).toMatchObject({ gates: true, held: null });
  });

  it('does not hold for others, and the comment says so', async () => {
    const then = await calibrated(refusing('some-judge'));
    expect(await judged(then, refusing())).toMatchObject({
      gates: false,
      refused: false,
      held: 'judge "helpful" was calibrated without temperature and answers with all its settings now: it cannot gate in this run',
    });
    const now = await calibrated(refusing());
    expect(await judged(now, refusing('some-judge'))).toMatchObject({
      gates: false,
      held: expect.stringContaining('was calibrated with all its settings and answers without temperature now'),
    });
  });
});

describe('a stored baseline', () => {
  const open = configOf('{ name: helpful, type: rubric, rubric: r.md, allow-uncalibrated: true }');
  const worldOf = async (script: Script) => {
    const world = createFakeWorld(script);
    const tree = world.repository.plant(aTree(filesOf(open)));
    const parts = {
      configPath: null,
      reason: null,
      onlyChanged: false,
      fresh: false,
      dryRun: false,
      noise: false,
      who: null,
    };
    expect((await rebaseline(world, { tree, label: 'main', ...parts })).green).toBe(true);
    world.model.calls.length = 0;
    return world;
  };
  const run = async (then: readonly string[], now: readonly string[]) => {
    let refused = then;
    const world = await worldOf((call, signal) => refusing(...refused)(call, signal));
    refused = now;
    const { report, calls } = await tell({ world, base: aTree(filesOf(open)), candidate: aChangedTree(filesOf(open)) });
    return { report, baseCalls: calls.filter((call) => call.arm === 'base').length };
  };

  it('screens where its judge was asked as in this run', async () => {
    const { report, baseCalls } = await run(['some-judge'], ['some-judge']);
    expect(report.metrics.map(({ baselineSource }) => baselineSource)).toEqual(['stored', 'stored']);
    expect(baseCalls).toBe(0);
  });

  it('does not where the judge takes other settings now', async () => {
    const { report, baseCalls } = await run(['some-judge'], []);
    expect(report.verdict).toBe('pass');
    expect(report.metrics.map(({ baselineSource }) => baselineSource)).toEqual(['fresh', 'fresh']);
    expect(report.suites[0]?.baseline).toContain('was judged with other settings');
    expect(baseCalls).toBe(100);
  });
});

describe('two judges of different models', () => {
  it('each leave out what their own model refuses', async () => {
    const judgeOf = (model: string) =>
      `{ name: ${model}, type: rubric, rubric: r.md, model: ${model}, allow-uncalibrated: true }`;
    const files = filesOf(configOf(judgeOf('cool'), judgeOf('warm')));
    const script = refusing('cool');
    const { report, calls } = await tell({ base: aTree(files), candidate: aChangedTree(files), script });
    const notesOf = (name: string) => report.metrics.find(({ metric }) => metric === name)?.notes.join() ?? '';
    expect(notesOf('cool')).toContain('answers without "temperature"');
    expect(notesOf('warm')).not.toContain('temperature');
    const warm = calls.filter(({ request }) => request.model === 'warm');
    expect(warm.every(({ request }) => request.parameters.temperature === 0)).toBe(true);
    // The answers of both arms, which are equal, and ten planted ones: nothing is asked again for what another model refuses.
    expect(warm).toHaveLength(110);
  });
});
