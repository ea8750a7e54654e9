import { chmod, lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ownLine } from '../cases/lines.ts';
import { jsonl } from '../pipeline/story.ts';
import { makeFolder, removeFolders, run, writeFiles } from './terminal.ts';

const stdin = Object.getOwnPropertyDescriptor(process, 'stdin') as PropertyDescriptor;

afterEach(async () => {
  Object.defineProperty(process, 'stdin', stdin);
  await removeFolders();
});

function typeInto(input: Readable): void {
  Object.defineProperty(process, 'stdin', { value: input, configurable: true });
}

function type(typed: readonly string[]): void {
  typeInto(Readable.from(typed.map((word) => `${word}\n`)));
}

async function fill(text: string, typed: readonly string[], args: readonly string[] = []) {
  const folder = await makeFolder();
  const path = join(folder, 'rows.jsonl');
  await writeFile(path, text);
  type(typed);
  const result = await run(['label', '--dataset', path, ...args]);
  return { ...result, folder, path, text: await readFile(path, 'utf8') };
}

/** What each row expects after these lines were typed; undefined where it says nothing. */
async function expectedAfter(rows: readonly object[], typed: readonly string[]) {
  const { out, text } = await fill(jsonl(rows), typed);
  const lines = text.trim().split('\n');
  return { out, expected: lines.map((line) => JSON.parse(line).expected) };
}

const three = [
  { input: 'a?', output: 'A' },
  { input: 'b?', output: 'B' },
  { input: 'c?', output: 'C' },
];

describe('label --dataset', () => {
  it.each([
    ['keeps what was answered', ['', '', ''], ['A', 'B', 'C']],
    ['takes another text, without the blanks around it', ['  so it is ', '', ''], ['so it is', 'B', 'C']],
    [
      'takes a mapping, a list and a text of JSON',
      ['{"label": "x"}', '["a", "b"]', '"s"'],
      [{ label: 'x' }, ['a', 'b'], 's'],
    ],
    ['takes numbers and words of JSON as text', ['42', 'true', 'null'], ['42', 'true', 'null']],
    ['takes an empty text', ['""', 'q'], ['', undefined, undefined]],
    ['skips', ['s', '', 'S'], [undefined, 'B', undefined]],
    ['keeps what was said before quitting', ['', 'q'], ['A', undefined, undefined]],
    ['keeps what was said before the input ends', ['', 'x'], ['A', 'x', undefined]],
    ['takes the last answer back', ['', 'wrong', 'u', 'right', 'q'], ['A', 'right', undefined]],
    ['takes nothing back after a row that was skipped', ['x', 's', 'u', 'y'], ['x', undefined, 'y']],
    ['asks again for what is no JSON', ['{oops', '[1e999]', '{"a": 1, "a": 2}', 'x', 'q'], ['x', undefined, undefined]],
    [
      'asks again for what no dataset could hold',
      ['['.repeat(100) + ']'.repeat(100), 'x', 'q'],
      ['x', undefined, undefined],
    ],
  ])('%s', async (_name, typed, wanted) => {
    const { expected } = await expectedAfter(three, typed);
    expect(expected).toEqual(wanted);
  });

  it('keeps no line that a terminal may have cut', async () => {
    const { path } = await fill(jsonl(three), []);
    typeInto(Object.assign(Readable.from([`${'a'.repeat(4095)}\nx\nq\n`]), { isTTY: true }));
    const { out } = await run(['label', '--dataset', path]);
    expect(out).toContain('may have cut this one');
    expect(await readFile(path, 'utf8')).toContain('"input":"a?","output":"A","expected":"x"}\n');
  });

  it('takes a line of any length that is piped in', async () => {
    const { expected } = await expectedAfter(three, ['a'.repeat(10_000), 'q']);
    expect(expected[0]).toHaveLength(10_000);
  });

  it('says what keeps a typed line from being JSON, and what to do', async () => {
    const { out } = await fill(jsonl(three), ['{oops']);
    expect(out).toMatch(/what you typed:1:2 is not valid JSON here\. A text that begins with \{/);
  });

  it('asks about each row that expects nothing, by any name that a dataset has for it', async () => {
    const rows = [
      { input: 'a', expected: 'x' },
      { input: 'b', ideal: 'x' },
      {
        messages: [
          { role: 'user', content: 'c' },
          { role: 'assistant', content: 'x' },
        ],
      },
      { input: 'd', expected: '' },
      { input: 'open 1', expected: null },
      { input: 'open 2' },
    ];
    const { out, expected } = await expectedAfter(rows, ['5', '6']);
    expect(expected).toEqual(['x', undefined, undefined, '', '5', '6']);
    expect(out).toContain('1 of 2, line 5\n\nInput\nopen 1\n');
    expect(out).toContain('2 filled, 0 skipped; 6 rows: each has what is expected');
  });

  it('counts as left what is no longer expected beside a column that says so', async () => {
    const rows = [{ input: 'a', answer: 'x' }, { input: 'b' }];
    const { out } = await fill(jsonl(rows), ['y']);
    expect(out).toContain('1 of 1, line 2');
    expect(out).toContain('1 filled, 0 skipped; 1 of 2 rows left');
  });

  it('fills in a row inside of the wrapper that it came in', async () => {
    const { text } = await fill('{"item": {"question": "a?"}, "sample": {}}\n', ['x']);
    expect(JSON.parse(text)).toEqual({ item: { question: 'a?', expected: 'x' }, sample: {} });
  });

  it('goes on where it was stopped, and ends when nothing is left', async () => {
    const { path, text } = await fill(jsonl(three), ['', 'q']);
    type(['s', 'c']);
    const second = await run(['label', '--dataset', path]);
    expect(second.out).not.toContain('a?');
    expect(second.out).toContain('1 filled, 1 skipped; 1 of 3 rows left');
    type(['b']);
    await run(['label', '--dataset', path]);
    const whole = await readFile(path, 'utf8');
    expect(whole.startsWith(text.split('\n', 1).join(''))).toBe(true);
    const idle = await run(['label', '--dataset', path]);
    expect(idle).toMatchObject({ code: 0, err: '', out: `3 rows: each has what is expected, in ${path}.\n` });
    expect(await readFile(path, 'utf8')).toBe(whole);
  });

  it('fills in what import wrote', async () => {
    const folder = await makeFolder();
    await writeFiles(folder, { 'r.jsonl': jsonl([ownLine('1', 'Where is it?'), ownLine('2', 'Why?')]) });
    const path = join(folder, 'rows.jsonl');
    await run(['import', join(folder, 'r.jsonl'), '--out', path]);
    type(['', 'Because.']);
    const { out } = await run(['label', '--dataset', path, '--json']);
    expect(JSON.parse(out)).toEqual({ filled: 2, skipped: 0, left: 0, total: 2, errors: [] });
    const rows = (await readFile(path, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows[0].expected).toBe(rows[0].output);
    expect(rows[1].expected).toBe('Because.');
  });
});

describe('what is shown of a row', () => {
  const shownOf = async (row: object) => (await fill(jsonl([row]), [])).out;

  it('is its variables, without what is about the row, and its tags', async () => {
    const out = await shownOf({
      id: 'x-1',
      question: 'Why?',
      plan: { tier: 2 },
      tags: ['thumbs-down', 'web'],
      critical: true,
    });
    expect(out).toContain(
      '1 of 1, line 1: thumbs-down, web\n\nInput\nquestion: Why?\nplan: {"tier":2}\n\n[what is expected; ',
    );
  });

  it('is its conversation, once, and the columns beside it', async () => {
    const messages = [
      { role: 'user', content: 'Hi' },
      {
        role: 'assistant',
        content: '',
        tool_calls: [{ id: 'c', type: 'function', function: { name: 'find', arguments: '{}' } }],
      },
      { role: 'tool', tool_call_id: 'c', content: 'found' },
    ];
    const out = await shownOf({ input: 'Hi', messages, context: 'shop' });
    expect(out).toContain('Input\n── user\nHi\n\n── assistant\n[tool call] find({})\n\n── tool\nfound\n\nshop\n\n[');
  });

  it('is all that was answered, of which the text is kept', async () => {
    const output = { content: 'Done.', toolCalls: [{ name: 'refund', arguments: { id: 7 } }] };
    const { out, expected } = await expectedAfter([{ input: 'a', output }], ['']);
    expect(out).toContain('Answer\nDone.\ncalls refund');
    expect(expected).toEqual(['Done.']);
  });

  it.each([
    ['has calls alone', { content: '', toolCalls: [{ name: 'refund', arguments: {} }] }, 'calls refund'],
    ['was refused', { content: '', refusal: 'I may not.' }, '[refusal] I may not.'],
    ['is not there', undefined, '[what is expected; '],
  ])('has nothing to keep where the answer %s', async (_name, output, shown) => {
    const { out, expected } = await expectedAfter([{ input: 'a', output }], ['']);
    expect(out).toContain(shown);
    expect(out).toContain('There is no answer to keep: type what is expected.');
    expect(expected).toEqual([undefined]);
  });

  it('is each step of an answer of several', async () => {
    const trajectory = [
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 'c', type: 'function', function: { name: 'find', arguments: '{}' } }],
      },
      { role: 'tool', tool_call_id: 'c', content: 'found' },
      { role: 'assistant', content: 'There.' },
    ];
    const out = await shownOf({ input: 'a', output: { content: 'There.', trajectory } });
    expect(out).toMatch(/1\. calls find.*\n2\. find answered: found\n3\. assistant: There\./);
  });

  it('is any other value, which is kept whole', async () => {
    const { expected } = await expectedAfter([{ input: 'a', output: { label: 'refund' } }], ['']);
    expect(expected).toEqual([{ label: 'refund' }]);
  });

  it('hides nothing and steers no terminal', async () => {
    const out = await shownOf({ '\u202ekey': '\u001b[2Jgone', b: 1, tags: ['\u0007'], output: 'a\u200bb' });
    for (const hidden of ['\u202e', '\u001b', '\u0007', '\u200b']) expect(out).not.toContain(hidden);
    expect(out).toContain('⟨U+001B⟩[2Jgone');
  });
});

describe('the file', () => {
  it('keeps every other line byte for byte, and what is odd about its own', async () => {
    const odd = [
      '\ufeff{"input": "a"}\r',
      '',
      '  { "input" : "b", "expected":1.0, "x":"\\u00e9\\u202e" }\r',
      '{"n": 12345678901234567890, "input": "\\u202ec"}',
    ];
    const { text } = await fill(odd.join('\n'), ['x', 'y']);
    const lines = text.split('\n');
    expect(lines.slice(1, 3)).toEqual(odd.slice(1, 3));
    expect(lines[0]).toBe('\ufeff{"input":"a","expected":"x"}\r');
    expect(lines[3]).toBe('{"n":12345678901234567890,"input":"\\u202ec","expected":"y"}');
  });

  it('is replaced whole: its mode stays, a link stays one, and nothing is left beside it', async () => {
    const { folder, path } = await fill(jsonl(three), []);
    await chmod(path, 0o664);
    const link = join(folder, 'link.jsonl');
    await symlink(path, link);
    type(['', '', '']);
    await run(['label', '--dataset', link]);
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect((await stat(path)).mode & 0o777).toBe(0o664);
    expect(await readFile(path, 'utf8')).toContain('"expected":"C"');
    expect((await readdir(folder)).sort()).toEqual(['link.jsonl', 'rows.jsonl']);
  });

  it('is left alone where something else changed it, and what was kept before stays', async () => {
    const { path } = await fill(jsonl(three), []);
    const edited = '{"input":"new"}\n';
    let kept = '';
    const typed = async function* () {
      yield 'first\nsecond\n';
      await new Promise((resolve) => setTimeout(resolve, 100));
      kept = await readFile(path, 'utf8');
      await writeFile(path, edited);
      yield 'third\n';
    };
    typeInto(Readable.from(typed()));
    const { code, err } = await run(['label', '--dataset', path]);
    expect(kept).toContain('"expected":"first"');
    expect(code).toBe(2);
    expect(err).toContain(`${path} was changed by something else meanwhile.`);
    expect(await readFile(path, 'utf8')).toBe(edited);
  });

  it('has what was said when the terminal is interrupted', async () => {
    const { path } = await fill(jsonl(three), []);
    const interrupt = new AbortController();
    const typed = async function* () {
      yield 'x\ny\n';
      await new Promise((resolve) => setTimeout(resolve, 100));
      interrupt.abort(new Error('interrupted'));
      await new Promise((resolve) => setTimeout(resolve, 5_000).unref());
    };
    typeInto(Readable.from(typed()));
    const { code } = await run(['label', '--dataset', path], { signal: interrupt.signal });
    expect(code).toBe(130);
    const text = await readFile(path, 'utf8');
    expect(text.split('\n', 2).map((line) => JSON.parse(line).expected)).toEqual(['x', 'y']);
  });
});

describe('label --dataset refuses', () => {
  it.each([
    ['a line that is no JSON', 'rows.jsonl', '{"input": "a"}\n{oops\n', /rows\.jsonl:2:2 is not valid JSON here/],
    ['a row that is none', 'rows.jsonl', '{"input": "a"}\n7\n', /rows\.jsonl:2 is not an object of columns/],
    ['a file without rows', 'rows.jsonl', '\n', /The dataset has no rows/],
    ['one JSON document', 'rows.jsonl', '[\n{"input": "a"}]', /rows\.jsonl is one JSON document/],
    ['bytes that are no text', 'rows.jsonl', 'a\u0000', /rows\.jsonl is a binary file/],
    ['CSV', 'rows.csv', 'input\na\n', /rows\.csv is no JSON Lines/],
    ['YAML', 'rows.yml', '- input: a\n', /rows\.yml is no JSON Lines/],
    ['JSON', 'rows.json', '[{"input": "a"}]', /rows\.json is no JSON Lines/],
  ])('%s', async (_name, name, text, message) => {
    const folder = await makeFolder();
    await writeFiles(folder, { [name]: text });
    type(['x']);
    const { code, out, err } = await run(['label', '--dataset', join(folder, name), '--json']);
    expect(err).toMatch(message);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      filled: 0,
      skipped: 0,
      left: 0,
      total: 0,
      errors: [{ message: expect.any(String) }],
    });
    expect(await readFile(join(folder, name), 'utf8')).toBe(text);
  });

  it.each([
    ['a file that is not there', ['--dataset', 'nowhere.jsonl'], /nowhere\.jsonl does not exist/],
    [
      'a flag of the other half',
      ['--dataset', 'rows.jsonl', '--judge', 'helpful'],
      /--judge is of no use with --dataset/,
    ],
  ])('%s', async (_name, args, message) => {
    const { code, err } = await run(['label', ...args]);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });
});
