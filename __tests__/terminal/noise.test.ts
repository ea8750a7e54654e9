import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { type FakeAnswer, type FakeModel, type FakeRequest, startFakeModel } from '../helpers/fake-model/fake-model.ts';
import { aTree, jsonl, someRows } from '../pipeline/story.ts';
import { makeClone, removeFolders, run } from './terminal.ts';

jest.setTimeout(60_000);

const servers: FakeModel[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  await removeFolders();
});

async function measure(rows: number, answer: (request: FakeRequest) => FakeAnswer, ...args: readonly string[]) {
  const { folder } = await makeClone(aTree({ 'evals/triage.jsonl': jsonl(someRows(rows)) }));
  const server = await startFakeModel({ answer });
  servers.push(server);
  const result = await run(['noise', '--base-url', server.url, ...args], { cwd: folder });
  return { ...result, requests: server.requests.length };
}

const caseOf = ({ text }: FakeRequest) => Number(/q-(\d+)/.exec(text)?.[1]);

/** Right the first time that a case is asked, wrong the second, for one case in `every`. */
function flaky(every: number) {
  const asked = new Set<number>();
  return (request: FakeRequest): string => {
    const number = caseOf(request);
    const isSecond = asked.has(number);
    asked.add(number);
    return isSecond && number % every === 0 ? 'no' : 'yes';
  };
}

describe('noise, over a real repository and a server', () => {
  it('of a model that differs from itself', async () => {
    const { code, out, requests } = await measure(50, flaky(5), '--samples', '2', '--json');
    expect(code).toBe(0);
    expect(requests).toBe(100);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ samples: 2, calls: 100, cacheHits: 0, errors: [] });
    const [{ noise }] = report.metrics;
    // 10 of 50 differ by 1: s = √(2 · mean variance) = √(2 · 10 · .5 / 50).
    expect(noise).toMatchObject({
      cases: 50,
      unscored: 0,
      differing: 0.2,
      meanDifference: 0.2,
      margin: 0.1,
      swaps: 1000,
    });
    expect(noise.sd).toBeCloseTo(Math.sqrt(0.2), 12);
    expect(noise.detectableDrop).toBeCloseTo(
      ((1.6448536269514722 + 0.8416212335729143) * Math.sqrt(0.2)) / Math.sqrt(50),
      9,
    );
    expect(noise.casesForMargin).toBe(
      Math.ceil((((1.6448536269514722 + 0.8416212335729143) * Math.sqrt(0.2)) / 0.1) ** 2),
    );
    // Of ten coins 8, 9 or 10 tails have a mid-p of at most .05: 56 of 1,024 draws. The error of 1,000 draws is .007.
    expect(Math.abs(noise.falseAlarms - 56 / 1024)).toBeLessThan(0.022);
  });

  it('in words', async () => {
    const { out } = await measure(50, flaky(5), '--samples', '2');
    expect(out).toContain(
      'main against itself differs on 20 % of the cases; this dataset can detect drops of 15.7 points',
    );
    expect(out).toMatch(/false alarms: \d(\.\d)? % of 1,000 random label swaps were blocked/);
    expect(out).toContain('the margin of 10 points takes 124 cases, or 3 samples a case');
    // By the shifted t of 49 degrees: T(.1·√50/√.2 − 1.677) = T(−.095).
    expect(out).toContain('a drop of the margin, 10 points, is found in 46 of 100 runs');
    expect(out).toContain('100 calls, 0 from cache');
  });

  it('draws each case five times where nothing else is said, and validate knows it then', async () => {
    const { folder } = await makeClone(aTree({ 'evals/triage.jsonl': jsonl(someRows(50)) }));
    const server = await startFakeModel({ answer: flaky(5) });
    servers.push(server);
    const { out } = await run(['noise', '--base-url', server.url], { cwd: folder });
    expect(server.requests).toHaveLength(250);
    expect(out).toContain('the scores are recorded in this clone');
    const checked = await run(['validate', '--json'], { cwd: folder });
    expect(JSON.parse(checked.out)).toMatchObject({
      ok: true,
      warnings: [],
      suites: [{ prediction: { source: 'noise-run', ageDays: 0, differing: expect.closeTo(0.08, 9) } }],
    });
    expect((await run(['validate'], { cwd: folder })).out).toContain('by the noise run of ');
  });

  it('of one that never does', async () => {
    const { code, out } = await measure(50, () => 'yes');
    expect(code).toBe(0);
    expect(out).toContain('main against itself differed on none of the cases (50 cases)');
    expect(out).toContain('false alarms: 0 % of 1,000');
    expect(out).toContain('the margin of 10 points is within reach');
  });

  it('over the cases that were answered twice, where some were not', async () => {
    const down = {
      status: 400,
      body: { error: { message: 'context length exceeded', code: 'context_length_exceeded' } },
    };
    const lost = { status: 503, body: { error: { message: 'overloaded' } }, headers: { 'retry-after': '0' } };
    const { code, out } = await measure(
      20,
      (request) => {
        if (caseOf(request) === 3) return lost;
        return caseOf(request) === 4 ? down : 'yes';
      },
      '--json',
    );
    expect(code).toBe(0);
    // A request that is too long is that case's outcome, the same in each draw; an outage is none.
    expect(JSON.parse(out).metrics[0].noise).toMatchObject({ cases: 19, unscored: 1, differing: 0 });
  });

  it('of fewer cases than a rate can be tested on', async () => {
    const { out } = await measure(8, flaky(2), '--samples', '2');
    expect(out).toContain('differs on 50 % of the cases');
    expect(out).toContain('false alarms: no rate is tested on so few cases');
  });

  it('is none where nothing answers, and says why', async () => {
    const { code, out, err } = await measure(
      4,
      () => ({ status: 503, body: {}, headers: { 'retry-after': '0' } }),
      '--samples',
      '2',
    );
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/No answer came: .*503/);
  });

  it.each([
    ['a ref that is not there', ['--ref', 'gone'], /gone/],
    ['one draw', ['--samples', '1'], /--samples/],
    ['more power than there is', ['--power', '1'], /--power/],
    ['a price that is none', ['--price', 'cheap'], /--price/],
  ])('is a clear mistake for %s', async (_name, args, message) => {
    const { code, out } = await measure(10, () => 'yes', '--json', ...args);
    expect(code).toBe(2);
    const { metrics, calls, errors } = JSON.parse(out);
    expect({ metrics, calls }).toEqual({ metrics: [], calls: 0 });
    expect(errors[0].message + errors[0].hint).toMatch(message);
  });
});
