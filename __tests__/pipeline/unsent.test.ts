import { describe, expect, it } from '@jest/globals';
import { renderProblem } from '../../src/errors.ts';
import { validateTree } from '../../src/pipeline/validate.ts';
import { createFakeRepository, type FakeFiles } from '../helpers/fake-ports.ts';
import { aConfigFile, answering, aTree, jsonl, tell } from './story.ts';

const rows = Array.from({ length: 30 }, (_, n) => ({ id: `p${n}`, address: `Lane ${n}`, expected: 'yes' }));
const chats = rows.map(({ id }) => ({ id, input: [{ role: 'user', content: `Is ${id} even?` }], ideal: 'yes' }));

/** A suite of one text prompt over rows that a test gives. */
function aTextSuite(text: string, data: readonly object[] = rows, path = 'prompts/p.txt', suite = ''): FakeFiles {
  return aTree({
    'prompt-assay.yml': aConfigFile({ suite }).replace('prompts/*.prompt.yml', path),
    'prompts/triage.prompt.yml': null,
    [path]: text,
    'evals/triage.jsonl': jsonl(data),
  });
}

async function validate(files: FakeFiles) {
  const repository = createFakeRepository();
  const { ok, errors, warnings } = await validateTree(repository, repository.plant(files), null);
  const advice = /min-cases|rerun|margin|samples/;
  const said = warnings.map(renderProblem).filter((line) => !advice.test(line));
  return { ok, errors: errors.map(renderProblem), warnings: said };
}

describe('rows that never reach the model', () => {
  it.each([
    [
      'a placeholder of an f-string in a text that is none',
      'Sort it, as {"depot": 1}.\nTo {address}',
      'prompts/p.txt',
      /"{address}" looks like a placeholder of f-string .*"template: f-string".*{{address}}/,
    ],
    ['a prompt without a placeholder', 'Be kind.', 'prompts/p.txt', /Use one of them: {{address}}, {{expected}}/],
    [
      'a prompt where nothing is one',
      '---\ntemplate: none\n---\nTo {{address}}',
      'prompts/p.txt',
      /Under "template: none" only a message that is {{input}}/,
    ],
  ])('are a mistake: %s', async (_, text, path, hint) => {
    const { ok, errors } = await validate(aTextSuite(text, rows, path));
    expect(ok).toBe(false);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/:\d+:1 no column of its rows reaches the model: all 30 cases would ask the same\./);
    expect(errors[0]).toMatch(hint);
  });

  it('are a mistake of their own where a system file is followed by an input that they lack', async () => {
    const { errors } = await validate(aTextSuite('Be kind.', rows, 'prompts/system_prompt.txt'));
    expect(errors).toEqual([
      expect.stringMatching(
        /^prompts\/system_prompt\.txt {{input}} has no value\. Known: id, address, expected\. It follows the system message/,
      ),
    ]);
  });

  it('make no verdict, and no call', async () => {
    const script = answering(() => true);
    const files = { base: aTextSuite('Go'), candidate: aTextSuite('Sort. Go') };
    const { report, world } = await tell({ ...files, script });
    expect(report.verdict).toBe('invalid');
    expect(report.errors.map(renderProblem).join()).toContain('no column of its rows reaches the model');
    expect(world.model.calls).toEqual([]);
  });

  it('are what a change may mend that main has', async () => {
    const files = { base: aTextSuite('Go'), candidate: aTextSuite('To {{address}}') };
    const { report } = await tell({ ...files, script: answering(() => true) });
    expect([report.verdict, report.errors]).toEqual(['inconclusive', []]);
  });

  it.each([
    ['one row without an input, for a prompt that asks the same always', 'Say yes.', [{ id: 'a', expected: 'yes' }]],
    ['conversations', 'system:\nBe kind.\nuser:\n{{input}}', chats],
    ['one column', 'To {{address}}', rows],
  ])('are no mistake with %s', async (_, text, data) => {
    expect((await validate(aTextSuite(text, data))).errors).toEqual([]);
  });

  it('are read by the dialect of the suite', async () => {
    const { errors, warnings } = await validate(
      aTextSuite('To {address}', rows, 'prompts/p.txt', '    template: f-string'),
    );
    expect([errors, warnings]).toEqual([[], []]);
  });
});

describe('one column that never reaches the model', () => {
  it.each([
    ['{tone}', /^prompts\/p\.txt:1:16 "{tone}" looks like a placeholder of f-string/],
    ['[[ tone ]]', /"\[\[ tone \]\]" looks like a placeholder and is sent/],
    ['\x24{tone}', /looks like a placeholder and is sent/],
    ['`{{ tone | lower }}`', /looks like a tag of Jinja/],
  ])('is a warning where the prompt names it as %s', async (written, expected) => {
    const data = rows.map((row) => ({ ...row, tone: 'calm' }));
    const { ok, warnings } = await validate(aTextSuite(`To {{address}} ${written}`, data));
    expect(ok).toBe(true);
    expect(warnings).toEqual([
      'evals/triage.jsonl no prompt, check or judge reads "tone". That is fine, unless one of them was meant to.',
      expect.stringMatching(expected),
    ]);
  });

  it('is none where no column has that name', async () => {
    expect((await validate(aTextSuite('To {{address}} {tone} [[tone]]'))).warnings).toEqual([]);
  });

  it('is said once a file, and of no column that is read under another name', async () => {
    const data = rows.map(({ id }) => ({
      id,
      question: 'q',
      answer: 'yes',
      tags: ['a'],
      critical: true,
      note: 'n',
      by: 'm',
    }));
    const { warnings } = await validate(aTextSuite('Say {{input}}', data));
    expect(warnings).toEqual([expect.stringContaining('no prompt, check or judge reads "note", "by".')]);
  });
});

describe('an instruction', () => {
  it.each<[string, object, string[]]>([
    ['that is the input is read with it', {}, []],
    ['beside an input is not', { input: 'Lane' }, ['instruction']],
  ])('%s', async (_, more, unread) => {
    const data = rows.map(({ id, address }) => ({ id, instruction: `Sort ${address}`, expected: 'yes', ...more }));
    const { errors, warnings } = await validate(aTextSuite('{{input}}', data));
    expect([errors, warnings]).toEqual([[], unread.map((name) => expect.stringContaining(`reads "${name}".`))]);
  });
});

describe('the members of an input', () => {
  const data = rows.map(({ id, expected, address }) => ({ id, expected, input: { address, tone: 'calm' } }));

  it.each(['To {{address}}, {{tone}}', 'To {{input.address}}', 'To {{input}}'])(
    'are columns, and read with it: %s',
    async (text) => {
      expect(await validate(aTextSuite(text, data))).toEqual({ ok: true, errors: [], warnings: [] });
    },
  );
});

describe("a prompt's own turns, where rows bring conversations", () => {
  it.each([
    [
      'all of it',
      'Answer yes or no.',
      /p\.txt:1:1 nothing of this text is sent for every row: conversations .*system message/,
    ],
    [
      'what is not the system message',
      'system:\nBe kind.\nuser:\nNow: {{input}}',
      /:2:1 no text outside the system message is sent/,
    ],
  ])('are said to be dropped: %s', async (_, text, expected) => {
    const { ok, warnings } = await validate(aTextSuite(text, chats));
    expect(ok).toBe(true);
    expect(warnings).toEqual([expect.stringMatching(expected)]);
  });

  it('are not missed where they hold the input alone', async () => {
    expect((await validate(aTextSuite('system:\nBe kind.\nuser:\n{{input}}', chats))).warnings).toEqual([]);
  });

  it('are said of some rows only, and once though main has them, too', async () => {
    const mixed = [...chats, { id: 'x', input: 'Is x even?', ideal: 'yes' }];
    const candidate = aTextSuite('Say yes or no: {{input}}', mixed);
    const { report } = await tell({
      base: aTextSuite('Yes or no: {{input}}', mixed),
      candidate,
      script: answering(() => true),
    });
    const said = report.warnings.map(renderProblem).filter((line) => line.includes('conversations'));
    expect(said).toEqual([expect.stringContaining('nothing of this text is sent for 30 of 31 rows')]);
  });
});

describe('evaluators that cannot be read', () => {
  const prompt = (evaluators: string) =>
    `model: some-model\nmessages:\n  - { role: user, content: "Hi {{input}}" }\ntestData:\n  - { input: a, expected: b }\nevaluators: [${evaluators}]\n`;

  it('refuse the gate of a file that stands alone, with the reasons', async () => {
    const { ok, errors } = await validate({ 'a.prompt.yml': prompt('{name: p, python: x}, {contains: a}') });
    expect(ok).toBe(false);
    expect(errors).toEqual([
      expect.stringContaining('"evaluators[0].python" is code, and none of a prompt file is run'),
    ]);
  });

  it('are a warning in a suite with checks of its own', async () => {
    const { ok, warnings } = await validate(aTree({ 'prompts/triage.prompt.yml': prompt('{name: p, python: x}') }));
    expect(ok).toBe(true);
    expect(warnings).toEqual([expect.stringContaining('"evaluators[0].python" is code')]);
  });
});
