import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rebaseline } from '../../src/pipeline/rebaseline.ts';
import { createFakeWorld, unavailable } from '../helpers/fake-ports.ts';
import {
  aChangedTree,
  aConfigFile,
  answering,
  aPromptFile,
  aTree,
  jsonl,
  type Story,
  type StoryRow,
  someRows,
  tell,
} from './story.ts';

const files = 'prompt-assay compare --baseline baseline-scores.jsonl --candidate scores.jsonl';

/** A story of one suite: settings of it, rows, and which numbers the candidate gets wrong. */
const aStory = (parts: {
  readonly suite?: string;
  readonly checks?: string;
  readonly rows?: readonly StoryRow[];
  readonly isWrong?: (number: number, sample: number) => boolean;
}): Story => {
  const tree = {
    'prompt-assay.yml': aConfigFile({ suite: parts.suite ?? '', ...(parts.checks && { checks: parts.checks }) }),
    'evals/triage.jsonl': jsonl(parts.rows ?? someRows(100)),
  };
  const { isWrong = () => false } = parts;
  const script = answering((arm, number, sample) => arm === 'base' || !isWrong(number, sample));
  return { base: aTree(tree), candidate: aChangedTree(tree), script };
};

const two = '--design two-look';
const vital = (count: number, isCritical: (number: number) => boolean) =>
  someRows(count, (number) => (isCritical(number) ? { critical: true } : {}));

describe('the command of a run gives the run’s verdict', () => {
  it.each<[string, Parameters<typeof aStory>[0], string, string]>([
    ['nothing set', {}, 'pass', two],
    ['a drop that a re-run proves', { isWrong: (number) => number < 5 }, 'fail', two],
    ['a drop that comes and goes', { isWrong: (n, k) => n < 6 && k % 2 === 0 }, 'fail', two],
    ['a drop that heals', { isWrong: (n, k) => n < 3 && k === 0 }, 'inconclusive', two],
    ['a margin', { suite: '    gate: { margin: 0.2 }', isWrong: (n) => n < 5 }, 'pass', `--margin 0.2 ${two}`],
    ['an alpha', { suite: '    gate: { alpha: 0.1 }', isWrong: (n) => n < 4 }, 'fail', `--alpha 0.1 ${two}`],
    [
      'a guard',
      { suite: '    gate: { min-drop: 0.06 }', isWrong: (n) => n < 5 },
      'inconclusive',
      `--min-drop 0.06 ${two}`,
    ],
    ['no re-run', { suite: '    gate: { resample: off }', isWrong: (n) => n < 5 }, 'fail', ''],
    [
      'a red that is not proven',
      { suite: '    gate: { strict: true }', isWrong: (n) => n < 3 },
      'inconclusive',
      `--on-inconclusive block ${two}`,
    ],
    ['three samples', { suite: '    samples: 3', isWrong: (n, k) => n < 20 && k === 0 }, 'fail', '--samples 3'],
    [
      'these cases',
      { suite: '    gate: { target: cases }', rows: someRows(40), isWrong: (n, k) => n < 5 && k < 4 },
      'fail',
      '--target cases --samples 5',
    ],
    ['a small set that breaks', { rows: someRows(6), isWrong: (n) => n === 3 }, 'fail', two],
    ['a small set that holds', { rows: someRows(6), isWrong: (n, k) => n === 3 && k > 2 }, 'pass', two],
    [
      'a small set by the user',
      { suite: '    gate: { min-cases: 60 }', rows: someRows(50), isWrong: (n) => n === 3 },
      'fail',
      `--min-cases 60 ${two}`,
    ],
    [
      'questions asked twice',
      { rows: someRows(14, (n) => ({ input: `question q-${n % 7}` })), isWrong: (n) => n === 3 },
      'fail',
      two,
    ],
    ['a critical case that breaks', { rows: vital(60, (n) => n === 3), isWrong: (n) => n === 3 }, 'fail', two],
    [
      'a critical case that is unstable',
      { rows: vital(60, (n) => n === 3), isWrong: (n, k) => n === 3 && k < 3 },
      'inconclusive',
      two,
    ],
    [
      'a critical case beside a re-run',
      { rows: vital(100, (n) => n === 3), isWrong: (n, k) => n < 6 && k < 2 },
      'fail',
      two,
    ],
    [
      'a critical case without re-runs',
      { suite: '    gate: { resample: off }', rows: vital(60, (n) => n === 3), isWrong: (n) => n === 3 },
      'fail',
      '',
    ],
    ['critical cases alone', { rows: vital(60, () => true), isWrong: (n, k) => n < 3 && k === 0 }, 'inconclusive', two],
    [
      'critical cases alone, without re-runs',
      { suite: '    gate: { resample: off }', rows: vital(60, () => true), isWrong: (n, k) => n < 6 && k === 0 },
      'fail',
      '',
    ],
    [
      'critical cases alone, two samples each',
      { suite: '    samples: 2', rows: vital(60, () => true), isWrong: (n, k) => n < 20 && k === 0 },
      'fail',
      '--samples 2',
    ],
    ['a small set of critical cases', { rows: vital(8, () => true), isWrong: (n, k) => n < 3 && k === 0 }, 'pass', two],
    [
      'clusters',
      {
        suite: '    cluster-by: topic',
        rows: someRows(60, (n) => ({ topic: `t${n % 20}` })),
        isWrong: (n) => n % 20 < 8,
      },
      'fail',
      two,
    ],
    [
      'a metric where lower is better, one that reports and one that may not be turned',
      {
        checks: [
          '      - { name: label, type: equals, expected: "{{ expected }}" }',
          '      - { name: "it\'s \\"no\\"", type: equals, expected: no, direction: lower }',
          '      - { name: -shown, type: equals, expected: no, role: report }',
        ].join('\n'),
        isWrong: (n) => n < 6,
      },
      'fail',
      `--metric 'it'\\''s "no"' --metric label --direction 'it'\\''s "no"=lower' ${two}`,
    ],
  ])('%s', async (_name, parts, verdict, flags) => {
    const { report } = await tell(aStory(parts));
    expect(report).toMatchObject({ verdict, compare: [files, flags].filter((part) => part !== '').join(' ') });
  });

  it('says by suite what differs between suites, and by prompt what gates there alone', async () => {
    const suite = (name: string, more: string, checks: string) =>
      `  - name: ${name}\n    prompts: prompts/${name}.prompt.yml\n    dataset: evals/triage.jsonl\n${more}    checks:\n${checks}`;
    const label = (role: string) => `      - { name: label, type: equals, expected: "{{ expected }}"${role} }\n`;
    const tree = (text: string) =>
      aTree({
        'prompt-assay.yml': [
          'version: 1\nmodel: { id: some-model }\nsuites:\n',
          suite('triage', '', label('')),
          suite('loose', '    gate: { margin: 0.3, resample: off }\n', label('')),
          suite('shown', '', label(', role: report') + label('').replace('label', 'other')),
        ].join(''),
        'prompts/triage.prompt.yml': aPromptFile(text),
        'prompts/loose.prompt.yml': aPromptFile(`${text} please`, 'loose'),
        'prompts/shown.prompt.yml': aPromptFile(`${text} now`, 'shown'),
      });
    const script = answering((arm, number) => arm === 'base' || number >= 12);
    const { report } = await tell({ base: tree('v1'), candidate: tree('v2'), script });
    const names = '--metric loose/loose/label --metric other --metric triage/triage/label';
    const rules = '--design triage=two-look --margin loose=0.3 --design shown=two-look';
    expect(report).toMatchObject({ verdict: 'fail', compare: `${files} ${names} ${rules}` });
    expect(report.metrics.map(({ metric, verdict }) => `${metric} ${verdict}`)).toEqual([
      'label fail',
      'label pass',
      'label inconclusive',
      'other fail',
    ]);
  });

  it('leaves a new prompt out that was scored beside a changed one', async () => {
    const fresh = { 'prompts/new.prompt.yml': aPromptFile('hello', 'new') };
    const { report } = await tell({ candidate: aChangedTree(fresh) });
    expect(report).toMatchObject({ verdict: 'pass', compare: `${files} --metric triage/triage/label ${two}` });
  });

  it('has none where nothing gates', async () => {
    const checks = '      - { name: label, type: equals, expected: "{{ expected }}", role: report }';
    const { report } = await tell(aStory({ checks }));
    expect(report.compare).toBeNull();
  });
});

describe('the command of a run that stored samples decided', () => {
  it.each([
    ['nothing fell', '', () => true, 'pass', two],
    [
      'the user stops at the screen',
      ', after-screen: stop, margin: 0.05',
      (n: number) => n > 0,
      'inconclusive',
      `--margin 0.05 ${two}`,
    ],
    [
      'drift is allowed for',
      ', drift-allowance: 0.05',
      () => true,
      'pass',
      `--margin 0.1 --drift-allowance 0.05 ${two}`,
    ],
  ] as const)('%s', async (_name, gate, isRight, verdict, flags) => {
    const rows = someRows(100, (number) => (number === 7 ? { critical: true } : {}));
    const config = aConfigFile({
      suite: `    gate: { ${(`margin: 0.1${gate}`).replace('margin: 0.1, after', 'after')} }`,
    });
    const tree = { 'prompt-assay.yml': config, 'evals/triage.jsonl': jsonl(rows) };
    const world = createFakeWorld(answering((arm, number) => arm !== 'candidate' || isRight(number)));
    const request = { configPath: null, reason: null, who: null, onlyChanged: false, fresh: false, dryRun: false };
    await rebaseline(world, { ...request, tree: world.repository.plant(aTree(tree)), label: 'main', noise: false });
    const { report } = await tell({ world, base: aTree(tree), candidate: aChangedTree(tree) });
    expect(report.metrics[0]).toMatchObject({ baselineSource: 'stored' });
    expect(report).toMatchObject({ verdict, compare: expect.stringContaining(flags) });
  });
});

describe('any run', () => {
  /** A number in 0..1 of some others. */
  const mix = (...parts: readonly number[]): number => {
    const mixed = parts.reduce((sum, part) => Math.imul(sum ^ (part + 40503), 0x85ebca6b) ^ (sum >>> 13), 17);
    return (Math.imul(mixed ^ (mixed >>> 16), 0xc2b2ae35) >>> 0) / 2 ** 32;
  };
  const shape = fc.record({
    seed: fc.nat(1000),
    size: fc.constantFrom(4, 8, 12, 30, 60),
    critical: fc.constantFrom(0, 0, 0.1, 0.5, 1),
    share: fc.constantFrom(1, 1, 2, 3),
    reach: fc.constantFrom(1, 1, 0.5, 0.1),
    gate: fc.constantFrom('', 'resample: off', 'target: cases', 'margin: 0.2', 'min-cases: 20', 'min-drop: 0.01'),
    samples: fc.constantFrom('', '', '    samples: 2\n', '    samples: 3\n'),
    cluster: fc.constantFrom('', '    cluster-by: topic\n'),
    drop: fc.constantFrom(0, 0.03, 0.1, 0.4),
    noise: fc.constantFrom(0, 0.1, 0.3),
    lost: fc.constantFrom(0, 0, 0.02, 0.1),
    isStored: fc.boolean(),
  });

  it('is decided again by its own files as it was', async () => {
    await fc.assert(
      fc.asyncProperty(shape, async ({ seed, size, share, reach, gate, samples, cluster, isStored, ...rates }) => {
        const rows = someRows(size, (number) => ({
          input: `question q-${Math.floor(number / share)}`,
          topic: `t${number % 7}`,
          tone: mix(seed, 1, Math.floor(number / share)) < reach ? ' politely' : '',
          ...(mix(seed, 2, number) < rates.critical && { critical: true }),
        }));
        const own = gate === '' ? '' : `    gate: { ${gate} }`;
        const suite = `${gate === 'target: cases' ? '' : samples}${cluster}${own}`;
        const tree = { 'prompt-assay.yml': aConfigFile({ suite }), 'evals/triage.jsonl': jsonl(rows) };
        let calls = 0;
        const script = answering((arm, number, sample) => {
          calls += 1;
          if (mix(seed, 3, calls) < rates.lost) return unavailable('down');
          const isRight = mix(seed, 4, number, sample, arm === 'candidate' ? 1 : 2) >= rates.noise;
          return isRight && (arm !== 'candidate' || mix(seed, 5, number) >= rates.drop);
        });
        const world = createFakeWorld(script);
        const request = { configPath: null, reason: null, who: null, onlyChanged: false, fresh: false, dryRun: false };
        const main = { ...request, tree: world.repository.plant(aTree(tree)), label: 'main', noise: false };
        if (isStored) await rebaseline(world, main);
        await tell({
          world,
          base: aTree(tree),
          candidate: aTree({ ...tree, 'prompts/triage.prompt.yml': aPromptFile(reach === 1 ? 'v2' : 'v1{{tone}}') }),
        });
      }),
      { numRuns: 40, seed: 20261128 },
    );
  });
});
