import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import { jsonl } from '../pipeline/story.ts';
import { makeFolder, removeFolders, run, writeFiles } from './terminal.ts';

const stdin = Object.getOwnPropertyDescriptor(process, 'stdin') as PropertyDescriptor;

afterEach(async () => {
  Object.defineProperty(process, 'stdin', stdin);
  await removeFolders();
});

const scale = { text: 'Is it kind?\n5: very', answer: { by: 'level' } };

/** A report folder whose judge gave every second answer of the candidate 0, and of the base 1. */
async function makeReport(count = 6, brief: object = scale): Promise<string> {
  const folder = await makeFolder();
  const cases = Array.from({ length: count }, (_, number) => ({
    suite: 's',
    prompt: 'p',
    case: `c-${number}`,
    sample: 0,
  }));
  const outputOf = (arm: string) =>
    cases.map((own) => ({
      ...own,
      arm,
      input: `question ${own.case}`,
      output: { content: `${arm === 'base' ? 'old' : 'new'} words ${own.case}` },
    }));
  const scoresOf = (score: (number: number) => number) =>
    jsonl(cases.map((own, number) => ({ ...own, metric: 'helpful', score: score(number) })));
  await writeFiles(folder, {
    'judges.jsonl': jsonl([{ suite: 's', judge: 'helpful', brief }]),
    'outputs.jsonl': jsonl([...outputOf('base'), ...outputOf('candidate')]),
    'scores.jsonl': scoresOf((number) => number % 2),
    'baseline-scores.jsonl': scoresOf(() => 1),
  });
  return folder;
}

async function typeLabels(folder: string, typed: readonly string[], args: readonly string[] = []) {
  const value = Readable.from(typed.map((word) => `${word}\n`));
  Object.defineProperty(process, 'stdin', { value, configurable: true });
  const out = join(folder, 'l.jsonl');
  const result = await run(['label', '--report', folder, '--judge', 'helpful', '--out', out, ...args]);
  return { ...result, text: await readFile(out, 'utf8').catch(() => '') };
}

async function labelWith(...parts: Parameters<typeof typeLabels>) {
  const result = await typeLabels(...parts);
  const lines = result.text.split('\n').filter((line) => line !== '');
  return { ...result, lines: lines.map((line) => JSON.parse(line)) };
}

describe('label', () => {
  it('shows outputs without side and score, and keeps what is typed beside what the judge said', async () => {
    const folder = await makeReport();
    const { code, out, err, lines } = await labelWith(folder, [
      '1',
      '5',
      '3',
      '2',
      '4',
      '5',
      '1',
      '1',
      '1',
      '1',
      '1',
      '1',
    ]);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('12 of 12');
    expect(out).not.toMatch(/baseline|candidate|score/);
    expect(lines).toHaveLength(12);
    for (const line of lines) {
      const { item, judge, human, prompt, case: caseId, output } = line;
      expect(item).toMatch(/^[0-9a-f]{12}$/);
      expect(human).toBeGreaterThan(0);
      expect(prompt).toBe('p');
      const isBad = output.content.startsWith('new') && Number(caseId.slice(2)) % 2 === 0;
      expect(judge).toBe(isBad ? 1 : 5);
    }
  });

  it('goes on where it was stopped, and asks nothing twice', async () => {
    const folder = await makeReport();
    const first = await labelWith(folder, ['1', '2', 'q']);
    expect(first.lines).toHaveLength(2);
    const second = await labelWith(folder, ['3', '3', '3'], ['--count', '3']);
    expect(second.text.startsWith(first.text)).toBe(true);
    expect(new Set(second.lines.map(({ item }) => item)).size).toBe(5);
    await labelWith(folder, Array(7).fill('4'));
    const done = await labelWith(folder, []);
    expect(done.out).toBe('Nothing is left to label.\n');
    expect(done.lines).toHaveLength(12);
  });

  it.each([
    ['keeps all before the input ends', ['1', '2'], [1, 2]],
    ['skips', ['s', '2', 'q'], [2]],
    ['takes the last label back', ['1', 'u', '4', '5'], [4, 5]],
    ['takes nothing back before there is a label', ['u', '3'], [3]],
    ['takes back no label that is kept already', ['1', 's', 'u', '2'], [1, 2]],
    ['asks again for what is no label', ['6', 'x', '', '0', '2'], [2]],
    ['takes words in any case and with blanks', [' 3 ', 'Q'], [3]],
  ])('%s', async (_name, typed, humans) => {
    const { lines } = await labelWith(await makeReport(), typed);
    expect(lines.map(({ human }) => human)).toEqual(humans);
  });

  it('takes good and bad', async () => {
    const { lines } = await labelWith(await makeReport(), ['y', 'n', '5', 'q'], ['--kind', 'binary']);
    expect(lines.map(({ human }) => human)).toEqual([1, 0]);
    for (const { judge } of lines) expect([0, 1]).toContain(judge);
  });

  it('shows what hides in an output', async () => {
    const folder = await makeReport(1);
    const own = { suite: 's', prompt: 'p', case: 'c-0', sample: 0 };
    const output = { content: '\u001b[2Jgone', toolCalls: [], refusal: null };
    await writeFiles(folder, { 'outputs.jsonl': jsonl([{ ...own, arm: 'candidate', input: 'q', output }]) });
    const { out } = await labelWith(folder, []);
    expect(out).toContain('⟨U+001B⟩[2Jgone');
  });

  it('asks again for a last line that was cut short, and mends one without an end', async () => {
    const folder = await makeReport();
    const { text } = await labelWith(folder, ['1', '2']);
    await writeFiles(folder, { 'l.jsonl': text.slice(0, -20) });
    expect((await labelWith(folder, ['3'])).lines.map(({ human }) => human)).toEqual([1, 3]);
    await writeFiles(folder, { 'l.jsonl': text.trimEnd() });
    expect((await labelWith(folder, ['3'])).lines.map(({ human }) => human)).toEqual([1, 2, 3]);
  });

  it.each([
    ['of another scale', '{"item": "a", "human": 0}\n', /l\.jsonl:1 "human" is "0", outside the scale/],
    ['in words', '{"item": "a", "human": "good"}\n', /l\.jsonl:1 is labelled in words/],
    ['that cannot be read', '{"item": "a", "human": 1}\noops\n', /l\.jsonl:2 is not valid JSON/],
  ])('adds nothing to labels %s', async (_name, text, message) => {
    const folder = await makeReport();
    await writeFiles(folder, { 'l.jsonl': text });
    const after = await typeLabels(folder, ['1']);
    expect(after.err).toMatch(message);
    expect(after).toMatchObject({ code: 2, text });
  });

  it.each([
    ['an unknown judge', ['--judge', 'helpfull'], /no judge "helpfull"/],
    ['a report that is not there', ['--report', 'nowhere'], /does not exist/],
    ['a place that cannot be written', ['--out', 'no/such/folder/l.jsonl'], /cannot be written/],
  ])('exits with 2 of %s', async (_name, args, message) => {
    const { code, err } = await labelWith(await makeReport(), ['1'], args);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });

  it('prints one document where JSON is asked for', async () => {
    const { out, err } = await labelWith(await makeReport(), ['1', '2'], ['--json']);
    expect(JSON.parse(out)).toEqual({ labelled: 2, errors: [] });
    expect(err).toContain('question');
  });

  it('keeps what was labelled when it is interrupted', async () => {
    const folder = await makeReport();
    const interrupt = new AbortController();
    const typed = async function* () {
      yield '1\n2\n';
      await new Promise((resolve) => setTimeout(resolve, 50));
      interrupt.abort(new Error('interrupted'));
      await new Promise((resolve) => setTimeout(resolve, 5_000).unref());
    };
    Object.defineProperty(process, 'stdin', { value: Readable.from(typed()), configurable: true });
    const out = join(folder, 'l.jsonl');
    const args = ['label', '--report', folder, '--judge', 'helpful', '--out', out];
    const { code } = await run(args, { signal: interrupt.signal });
    expect(code).toBe(130);
    expect((await readFile(out, 'utf8')).trim().split('\n')).toHaveLength(2);
  });
});

describe('what the judge is asked', () => {
  it('is shown once, and again for r; a wrong key names the valid ones alone', async () => {
    const { out } = await labelWith(await makeReport(), ['x', 'r', '3']);
    expect(out.split('Is it kind?')).toHaveLength(3);
    expect(out).toContain('"x" is no answer here.\n[1 worst to 5 best; r rubric, s skip, u undo, q quit]');
    expect(out.split('1 of 12')).toHaveLength(2);
  });

  it.each([
    ['ordinal', ['yyn', 'n n n', 'y,y,y', 'yn', 'y', 'q'], [4, 1, 5], 'a level: 1 for the least, 5 for the most'],
    ['binary', ['yyn', 'ynn', 'q'], [1, 0], 'good (1) from one half of the scale'],
  ])('of a checklist is each criterion, and its share is what counts (%s)', async (kind, typed, humans, worth) => {
    const brief = { text: '- a: A?\n- b: B?\n- c: C?', answer: { by: 'criteria', ids: ['a', 'b', 'c'] } };
    const { out, lines } = await labelWith(await makeReport(6, brief), typed, ['--kind', kind]);
    expect(out).toContain('y or n for each of a, b, c, as in yyn');
    expect(out).toContain('What counts is the share of criteria that are met, as for the judge');
    expect(out).toContain(worth);
    expect(lines.map(({ human }) => human)).toEqual(humans);
  });

  it('of named choices is one of them, which counts by its score', async () => {
    const choices = [
      { choice: 'wrong', score: 0 },
      { choice: 'close', score: 0.5 },
      { choice: 'right', score: 1 },
    ];
    const brief = { text: 'Is {{completion}} right?', answer: { by: 'choice', choices } };
    const { out, lines } = await labelWith(await makeReport(6, brief), ['2', '3', '4', '0', '1', 'q']);
    expect(out).toContain('[1 wrong, 2 close, 3 right; ');
    expect(lines.map(({ human }) => human)).toEqual([3, 5, 1]);
  });
});

describe('a judge of two answers', () => {
  const better = { text: 'The kinder one is better.', answer: { by: 'preference' } };

  it('has both shown, in random places, and labels say which is better', async () => {
    const folder = await makeReport(40, better);
    const { code, out, lines } = await labelWith(folder, [...Array(38).fill('1'), '2', 't']);
    expect(code).toBe(0);
    expect(out).toContain('The kinder one is better.');
    expect(out).toContain('[1 the first is better, 2 the second, t neither; ');
    expect(out).not.toMatch(/baseline|candidate|score/);
    expect(lines).toHaveLength(40);
    expect(lines.map(({ human }) => human)).toEqual([...Array(38).fill('A'), 'B', 'tie']);
    const newFirst = lines.filter(({ A }) => A.content.startsWith('new'));
    expect(newFirst.length).toBeGreaterThan(10);
    expect(newFirst.length).toBeLessThan(30);
    for (const { case: id, judge, A, B } of lines) {
      expect([A.content, B.content].sort()).toEqual([`new words ${id}`, `old words ${id}`]);
      const isNewBetter = Number(id.slice(2)) % 2 === 1;
      expect(judge).toBe(A.content.startsWith('new') === isNewBetter ? 'A' : 'B');
    }
  });

  it('stays in its places when it is gone on with', async () => {
    const folder = await makeReport(10, better);
    const all = await labelWith(folder, Array(10).fill('t'));
    await writeFiles(folder, { 'l.jsonl': '' });
    await labelWith(folder, ['t', 't', 't', 'q']);
    const { lines } = await labelWith(folder, Array(7).fill('t'));
    const byItem = (list: typeof lines) => new Map(list.map((line) => [line.item, line.A.content]));
    expect(byItem(lines)).toEqual(byItem(all.lines));
  });

  it.each([
    ['a scale', ['--kind', 'ordinal'], '', /--kind is of no use for judge "helpful"/],
    ['single outputs', ['--pairs'], '', /--pairs is of no use for judge "helpful"/],
    ['labels of single outputs', [], '{"item": "a", "human": 4}\n', /l\.jsonl:1 is labelled by number/],
  ])('takes no %s', async (_name, args, text, message) => {
    const folder = await makeReport(6, better);
    await writeFiles(folder, { 'l.jsonl': text });
    const after = await typeLabels(folder, ['1'], args);
    expect(after.err).toMatch(message);
    expect(after).toMatchObject({ code: 2, text });
  });
});

describe('label --pairs', () => {
  it('asks about both outputs of each case, without saying which is which', async () => {
    const folder = await makeReport();
    const { code, out, lines } = await labelWith(
      folder,
      ['y', 'n', 'y', 'n'],
      ['--pairs', '--count', '4', '--kind', 'binary'],
    );
    expect(code).toBe(0);
    expect(out).toContain('4 of 4');
    expect(out).not.toMatch(/baseline|candidate|score/);
    expect(new Set(lines.map((line) => line.case)).size).toBe(2);
    for (const [first, second] of [lines.slice(0, 2), lines.slice(2)]) {
      expect(first.case).toBe(second.case);
      expect(first.output.content.slice(0, 3)).not.toBe(second.output.content.slice(0, 3));
    }
  });
});

describe('label --case', () => {
  it('asks about the named cases alone', async () => {
    const folder = await makeReport();
    const { lines } = await labelWith(folder, ['1', '2', '3', '4'], ['--case', 'c-3', '--case', 'c-1']);
    expect(lines.map((line) => line.case).sort()).toEqual(['c-1', 'c-1', 'c-3', 'c-3']);
  });

  it('names a case that is not there', async () => {
    const folder = await makeReport();
    const { code, err } = await typeLabels(folder, ['1'], ['--case', 'c-33']);
    expect(code).toBe(2);
    expect(err).toContain('The report has no case "c-33". Did you mean "c-3"?');
  });
});
