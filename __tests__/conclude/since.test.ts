import { describe, expect, it } from '@jest/globals';
import { emptyRecord, extendRecord, parseCommentRecord, renderCommentRecord } from '../../src/action/record.ts';
import type { BrokenAtHead } from '../../src/conclude/since.ts';
import type { EvaluateRequest, EvaluateResult } from '../../src/pipeline/evaluate-request.ts';
import type { ModelResult } from '../../src/ports.ts';
import { type Script, unavailable } from '../helpers/fake-ports.ts';
import {
  aChangedTree,
  aConfigFile,
  answering,
  aPromptFile,
  aTree,
  jsonl,
  type Story,
  someRows,
  tell,
} from '../pipeline/story.ts';

const first = 'a'.repeat(40);
const second = 'b'.repeat(40);

/** What the record of a comment keeps of a result, written and read again. */
function keep(result: EvaluateResult, head = first, earlier: BrokenAtHead | null = null): BrokenAtHead | null {
  const facts = { head, base: 'main', accepted: null };
  const record = extendRecord({ ...emptyRecord, broken: earlier }, result, facts);
  return parseCommentRecord(renderCommentRecord(record, 1)).broken;
}

/** The candidate is wrong where `isWrong` says so. */
const wrong = (isWrong: (number: number) => boolean | ModelResult): Script =>
  answering((arm, number) => {
    const is = arm === 'candidate' && isWrong(number);
    return typeof is === 'boolean' ? !is : is;
  });
const between = (from: number, to: number) => (number: number) => number >= from && number < to;
const version = (text: string) => ({ 'prompts/triage.prompt.yml': aPromptFile(text) });

/** The first push: the cases 0 to 19 are broken. */
const pushFirst = (story: Story = {}) => tell({ script: wrong(between(0, 20)), ...story });

/** The second one has another text; the cases 15 to 23 are broken. */
const pushSecond = (brokenBefore: BrokenAtHead | null, story: Story = {}, request: Partial<EvaluateRequest> = {}) =>
  tell({
    candidate: aChangedTree(version('v3')),
    script: wrong(between(15, 24)),
    ...story,
    request: { brokenBefore, ...request },
  });

describe('what became of broken cases since the last push', () => {
  it('is how many are mended, and how many are new', async () => {
    const kept = keep((await pushFirst()).result);
    const { report } = await pushSecond(kept);
    expect(report.since).toEqual({ head: first, mended: 15, fresh: 4 });
  });

  it('is told where all are mended, and where a passing head broke', async () => {
    const kept = keep((await pushFirst()).result);
    const passing = await pushSecond(kept, { script: wrong(() => false) });
    expect(passing.report).toMatchObject({ verdict: 'pass', since: { mended: 20, fresh: 0 } });
    const broken = await pushSecond(keep(passing.result, second), { candidate: aChangedTree(version('v4')) });
    expect(broken.report.since).toEqual({ head: second, mended: 0, fresh: 9 });
  });

  it('calls no case mended that has no score now', async () => {
    const kept = keep((await pushFirst()).result);
    const { report } = await pushSecond(kept, {
      script: wrong((number) => (number < 5 ? unavailable('a pause') : between(15, 24)(number))),
    });
    expect(report.verdict).not.toBe('invalid');
    expect(report.since).toEqual({ head: first, mended: 10, fresh: 4 });
  });

  it('is nothing where nobody kept it, the head is the same, or nothing was broken then or is now', async () => {
    const { result } = await pushFirst();
    const kept = keep(result);
    expect((await pushSecond(null)).report.since).toBeNull();
    const { report } = await pushSecond(kept);
    expect(
      (await pushSecond({ prompts: kept?.prompts ?? [], head: report.head?.commit ?? '' })).report.since,
    ).toBeNull();
    const fine = await pushFirst({ script: wrong(() => false) });
    expect((await pushSecond(keep(fine.result), { script: wrong(() => false) })).report.since).toBeNull();
  });

  const rows = { 'evals/triage.jsonl': jsonl(someRows(101)) };
  const checks = '      - { name: label, type: contains, expected: "{{ expected }}" }';
  const config = { 'prompt-assay.yml': aConfigFile({ checks }) };
  it.each<[string, Parameters<typeof aTree>[0]]>([
    ['its rows', rows],
    ['its checks', config],
    ['its prompt', version('v1 anew')],
  ])('is nothing where main has changed %s', async (_name, change) => {
    const kept = keep((await pushFirst()).result);
    const candidate = aTree({ ...change, ...version('v3') });
    expect((await pushSecond(kept, { base: aTree(change), candidate })).report.since).toBeNull();
  });

  it('is nothing of a part of the cases, of an invalid run, and of the same content asked anew or published again', async () => {
    const { result, report } = await pushFirst();
    const kept = keep(result);
    expect((await pushSecond(kept, {}, { part: { kind: 'most', most: 60 } })).report.since).toBeNull();
    const lost = await pushSecond(kept, { script: wrong(() => unavailable('gone')) });
    expect(lost.report).toMatchObject({ verdict: 'invalid', since: null });
    const same = { candidate: aChangedTree() };
    expect((await pushSecond(kept, same)).report.since).toBeNull();
    const key = report.contentKeys.triage?.slice(0, 24) ?? '';
    const recorded = [
      { suite: 'triage', key, verdict: 'fail', title: 'x', head: first, attempts: 1, grounds: [] } as const,
    ];
    const again = await pushSecond(kept, same, { recorded });
    expect(again.result.isRepublished).toBe(true);
    expect(again.report.since).toBeNull();
  });
});

describe('what the record keeps of broken cases', () => {
  it('is a digest a case, and nothing of more than three hundred', async () => {
    const many = (count: number) => {
      const files = { 'evals/triage.jsonl': jsonl(someRows(400)) };
      const script = wrong(between(0, count));
      return pushFirst({ base: aTree(files), candidate: aChangedTree(files), script });
    };
    const { result } = await many(300);
    const kept = keep(result);
    expect(kept?.prompts[0]?.cases).toHaveLength(300);
    const record = extendRecord(emptyRecord, result, { head: first, base: 'main', accepted: null });
    expect(JSON.stringify(renderCommentRecord(record, 1)).length).toBeLessThan(3000);
    expect(keep((await many(301)).result)).toBeNull();
  });

  it('outlasts a run that judged nothing, and moves on with the same content', async () => {
    const { result } = await pushFirst();
    const kept = keep(result);
    const { result: lost } = await pushSecond(kept, { script: wrong(() => unavailable('gone')) });
    expect(keep(lost, second, kept)).toEqual(kept);
    expect(keep({ ...result, isRepublished: true }, second, kept)).toEqual({ ...kept, head: second });
    const { result: other } = await pushSecond(kept);
    expect(keep({ ...other, isRepublished: true }, second, kept)).toBeNull();
    expect(keep({ ...other, isIdle: true }, second, kept)).toEqual(kept);
  });

  it('is read only where it is whole', async () => {
    const line = (broken: unknown) =>
      parseCommentRecord({ ...(renderCommentRecord(emptyRecord, 1) as object), broken: broken as never }).broken;
    expect(line(undefined)).toBeNull();
    expect(line({ head: first, prompts: [['s', 'c', 'aaaaaaaaaaaabbbbbb']] })).toEqual({
      head: first,
      prompts: [{ suite: 's', content: 'c', basis: 'aaaaaaaaaaaa', cases: ['bbbbbb'] }],
    });
    for (const text of ['aaaaaaaaaaaabbb', 'x', 7, null]) {
      expect(line({ head: first, prompts: [['s', 'c', text]] })).toBeNull();
    }
    expect(line({ head: first, prompts: 'x' })).toBeNull();
    expect(line([])).toBeNull();
  });

  it('is too much where hundreds of prompts have it', () => {
    const prompts = Array.from({ length: 200 }, (_, at) => {
      return { suite: `suite-${at}`, content: 'cccccc', basis: 'a'.repeat(12), cases: ['bbbbbb'] };
    });
    const line = renderCommentRecord({ ...emptyRecord, broken: { head: first, prompts } }, 1);
    expect(parseCommentRecord(line).broken).toBeNull();
  });
});
