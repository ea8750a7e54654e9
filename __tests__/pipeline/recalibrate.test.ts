import { describe, expect, it } from '@jest/globals';
import { recalibrate } from '../../src/pipeline/recalibrate.ts';
import { renderRecalibrationSummary } from '../../src/report/recalibration-text.ts';
import { createFakeWorld, type FakeFiles, type Script, unavailable } from '../helpers/fake-ports.ts';
import { aConfigFile, aRow, aTree, jsonl } from './story.ts';

const rubric = '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n';
const judge = (name: string, path: string | null) =>
  `      - { name: ${name}, type: rubric, rubric: r.md${path === null ? '' : `, calibration: ${path}`} }\n`;
const configOf = (...judges: readonly string[]) =>
  aConfigFile({ top: 'judge: { model: { id: some-judge } }', suite: `    judges:\n${judges.join('')}` });
const labels = jsonl(
  Array.from({ length: 40 }, (_, number) => ({
    item: `i${number}`,
    judge: number % 2,
    human: number % 2,
    case: aRow(number).id,
    output: number % 2 === 1 ? 'right' : 'wrong',
  })),
);
/** Gives 5 to "right"; a judge that drifted gives 5 to everything. */
const script =
  (hasDrifted = false): Script =>
  (call) => {
    const isRight = /<output-(\w+)>\nright\n/.test(call.request.messages[1]?.content ?? '');
    return JSON.stringify({ score: isRight || hasDrifted ? 5 : 1, abstain: false, reason: 'because' });
  };

async function asked(files: FakeFiles, answer: Script = script()) {
  const world = createFakeWorld(answer);
  const tree = world.repository.plant(aTree(files));
  const { report, files: written } = await recalibrate(world, { tree, configPath: null, fresh: false });
  return { report, written, world, calls: world.model.calls, summary: renderRecalibrationSummary(report) };
}

describe('recalibrate', () => {
  const files = {
    'prompt-assay.yml': configOf(judge('helpful', 'evals/l.jsonl')),
    'r.md': rubric,
    'evals/l.jsonl': labels,
  };

  it('asks every judge with labels anew, and writes its file as it would be now', async () => {
    const { report, written, calls, summary } = await asked(files);
    expect(report).toMatchObject({ verdict: 'pass', green: true, calls: 70, errors: [] });
    expect(calls).toHaveLength(70);
    expect(report.judges).toMatchObject([
      {
        suite: 'triage',
        judge: 'helpful',
        path: 'evals/l.jsonl',
        before: 'unbound',
        result: { state: 'gate', kappa: 1 },
      },
    ]);
    const again = await asked({ ...files, 'evals/l.jsonl': written.get('evals/l.jsonl') ?? '' });
    expect(again.report.judges[0]).toMatchObject({ before: 'gate', result: { state: 'gate' } });
    expect(summary.replace(/ +/g, ' ')).toContain('| triage / helpful | ✅ gate | unbound | 1.00 | 100 % | 40 |');
  });

  it('says where a model drifted since: no error, and another state', async () => {
    const bound = (await asked(files)).written.get('evals/l.jsonl') ?? '';
    const { report, summary } = await asked({ ...files, 'evals/l.jsonl': bound }, script(true));
    expect(report).toMatchObject({ green: true, judges: [{ before: 'gate', result: { state: 'refuse', kappa: 0 } }] });
    expect(summary.replace(/ +/g, ' ')).toContain('| triage / helpful | ❌ refuse | gate | 0.00 | 0 % | 40 |');
    expect(summary).toContain('is .00, below .40');
  });

  it('reads labels without outputs as they are', async () => {
    const plain = labels.replace(/,"output":"\w+"/g, '');
    const { report, calls } = await asked({ ...files, 'evals/l.jsonl': plain });
    expect(calls).toEqual([]);
    expect(report.judges[0]?.result).toMatchObject({ state: 'gate', retest: null });
  });

  it('goes on where one judge cannot be calibrated, and turns red', async () => {
    const two = configOf(judge('gone', 'evals/none.jsonl'), judge('helpful', 'evals/l.jsonl'), judge('plain', null));
    const { report, written, summary } = await asked({ ...files, 'prompt-assay.yml': two });
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
    expect(report.judges.map(({ judge: name, result }) => [name, result?.state ?? null])).toEqual([
      ['gone', null],
      ['helpful', 'gate'],
    ]);
    expect(report.errors[0]?.message).toContain('evals/none.jsonl of judge "gone" does not exist');
    expect([...written.keys()]).toEqual(['evals/l.jsonl']);
    expect(summary).toContain('⛔ not known');
  });

  it('knows nothing of a judge that is down, and writes nothing in place of what it said', async () => {
    const { report, written } = await asked(files, () => unavailable('503'));
    expect(report).toMatchObject({ green: false, judges: [{ result: null }] });
    expect(report.errors[0]?.message).toContain(
      'None of the first 10 calls to the judge\'s model "some-judge" came through: 503.',
    );
    expect(written.size).toBe(0);
  });

  it('counts a judge that abstains as one', async () => {
    const { report } = await asked(files, () => JSON.stringify({ score: 3, abstain: true, reason: 'unclear' }));
    expect(report).toMatchObject({ green: true, judges: [{ result: { state: 'report', abstained: 40 } }] });
  });

  it('spends one budget for all judges', async () => {
    const two = configOf(judge('helpful', 'evals/l.jsonl'), judge('kind', 'evals/k.jsonl'));
    const tight = two.replace('version: 1', 'version: 1\nbudget: { per-run-calls: 139 }');
    const { report, calls } = await asked({ ...files, 'prompt-assay.yml': tight, 'evals/k.jsonl': labels });
    expect(calls).toHaveLength(70);
    expect(report.errors[0]?.message).toMatch(/140 calls of at most 139/);
  });

  it('has nothing to do without labels', async () => {
    await expect(asked({ ...files, 'prompt-assay.yml': configOf(judge('plain', null)) })).rejects.toThrow(
      'No judge has labels',
    );
    await expect(asked({ 'a.txt': '' })).rejects.toThrow('No judge has labels');
  });
});
