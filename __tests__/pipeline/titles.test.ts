import { describe, expect, it } from '@jest/globals';
import { renderComment } from '../../src/report/comment/markdown.ts';
import { renderTerminal } from '../../src/report/console/terminal.ts';
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
} from './story.ts';

/** What people read at the top, in the comment and in a terminal. */
async function read(story: Story) {
  const { report } = await tell(story);
  const comment = renderComment(report, { commentKey: 'k', record: null });
  const terminal = renderTerminal(report, { columns: 1000, colour: false, links: false });
  return { report, comment, terminal, top: [report.title, ...report.details, ...report.notices] };
}

function rowOf(terminal: string): string {
  return terminal.split('\n').find((line) => /^. label ·/.test(line)) ?? '';
}

/** In the comment names are code, and nothing that a sentence says stands twice above the table. */
function expectSaid({ comment, terminal, top }: { comment: string; terminal: string; top: readonly string[] }) {
  expect(new Set(top).size).toBe(top.length);
  for (const sentence of top) {
    expect(sentence).toMatch(/^[A-Z`0-9].*[.!?]$/);
    expect(terminal).toContain(sentence);
  }
  expect(comment.replaceAll('&#8203;', '')).toContain(`**${top[0]}**`);
}

const other = { 'prompts/other.prompt.yml': aPromptFile('w1', 'other') };
const short = `      - { name: label, type: equals, expected: "{{ expected }}" }
      - { name: short, type: length, max: 2 }`;
const withShort = { 'prompt-assay.yml': aConfigFile({ checks: short }) };
const threshold = (rule: string) => ({
  'prompt-assay.yml': aConfigFile({
    checks: `      - { name: label, type: equals, expected: "{{ expected }}", min-score: ${rule} }`,
  }),
});
const rows = someRows(100);

describe('a title is true of', () => {
  it('a prompt that goes', async () => {
    const said = await read({ base: aTree(other), candidate: aTree() });
    expectSaid(said);
    expect(said.top).toEqual([
      'The prompt `other` is retired, and the others are as they were.',
      'Suite `triage` loses the prompt `other`: nothing takes its place, and its cases are no longer checked.',
    ]);
  });

  it('a new prompt: its score, its failing cases, and no figures of a comparison', async () => {
    const said = await read({ base: aTree(), candidate: aTree(other), script: answering((_, number) => number >= 3) });
    expectSaid(said);
    expect(said.top).toEqual([
      'New, nothing to compare: 97 of 100 cases of `other` pass `label`.',
      '`q-000` (is "no", expected "yes"), `q-001` (is "no", expected "yes"), `q-002` (is "no", expected "yes") fail `label`.',
    ]);
    expect(rowOf(said.terminal)).toMatch(/97 %.*nothing to compare$/);
    expect(said.comment).toContain('measured on 100 cases');
    for (const words of ['0 / 0 / 0', 'margin', 'no case broke', 'missing: 0'])
      expect(said.comment).not.toContain(words);
  });

  it('a new prompt beside one that changed', async () => {
    const { report } = await tell({ candidate: aChangedTree(other), script: answering((_, number) => number > 0) });
    expect(report.title).toBe('No regression larger than 5 points.');
    expect(report.notices).toEqual([
      'New, nothing to compare: 99 of 100 cases of `other` pass `label`.',
      '`q-000` (is "no", expected "yes") fails `label`.',
    ]);
  });

  it.each<[string, Parameters<typeof aTree>[0], string]>([
    ['a check that comes', withShort, 'the new check `short`'],
    ['a check that changes', threshold('0.5'), 'nothing to compare'],
    [
      'a check that is another',
      { 'prompt-assay.yml': aConfigFile({ checks: short.replace('type: equals', 'type: contains') }) },
      'the changed check `label`',
    ],
  ])('%s', async (_name, files, words) => {
    const said = await read({ base: aTree(), candidate: aTree(files) });
    expectSaid(said);
    expect(said.report.title).toContain(words);
    if (words.includes('check')) expect(said.top.join()).toContain('counts once this is merged');
  });

  it('rows that are added: how they did', async () => {
    const candidate = aTree({ 'evals/triage.jsonl': jsonl(someRows(104)) });
    const said = await read({ base: aTree(), candidate, script: answering((_, number) => number !== 102) });
    expectSaid(said);
    expect(said.top).toEqual([
      'No prompt changed; 4 rows added to `triage`: 3 of 4 cases pass `label`.',
      '`q-102` (is "no", expected "yes") fails `label`.',
    ]);
  });

  it('rows that are edited: in what', async () => {
    const edited = someRows(100, (number) => (number < 2 ? { expected: 'no' } : {}));
    const said = await read({ base: aTree(), candidate: aTree({ 'evals/triage.jsonl': jsonl(edited) }) });
    expectSaid(said);
    expect(said.report.title).toBe(
      'No prompt changed; 2 rows edited in `triage` (`q-000`: `expected` "yes" → "no"): 0 of 2 cases pass `label`.',
    );
  });

  it('rows that are removed: how many, which, and how it is accepted, once', async () => {
    const candidate = aTree({ 'evals/triage.jsonl': jsonl(rows.slice(0, 85)) });
    const said = await read({ base: aTree(), candidate });
    expectSaid(said);
    expect(said.top).toEqual([
      'The dataset changed; accept it.',
      '`triage`: 15 of 100 rows removed; accept that with the label prompt-assay:accept.',
      '15 rows removed from `triage`, in force until this is merged: `q-085`, `q-086`, `q-087` and 12 more.',
    ]);
  });

  it.each<[string, string, (arm: string, number: number) => boolean, string, string]>([
    [
      'a mean',
      '0.98',
      (arm, number) => number >= (arm === 'base' ? 7 : 5),
      'the mean 95 % is below the least allowed, 98 %, although the mean rose from 93 % to 95 %.',
      'below 98 %',
    ],
    [
      'a bound',
      '{ value: 0.98, on: lower-bound }',
      (_, number) => number >= 1,
      'the lower bound 95.6 % is below the least allowed, 98 %.',
      'lower bound 95.6 % below 98 %',
    ],
  ])('a threshold on %s: the figure that misses it, in its unit', async (_name, rule, isRight, words, cell) => {
    const files = threshold(rule);
    const said = await read({ base: aTree(files), candidate: aChangedTree(files), script: answering(isRight) });
    expectSaid(said);
    expect(said.report.title).toBe(`\`label\` of \`triage\`: ${words}`);
    expect(rowOf(said.terminal)).toMatch(/^✗/);
    expect(rowOf(said.terminal)).toContain(`  ${cell}`);
    expect(said.comment).not.toContain('Where it broke');
  });

  it("a mistake in main's own config, told once with its hint", async () => {
    const base = aTree({ 'prompt-assay.yml': aConfigFile({ top: 'bugdet: 3' }) });
    const said = await read({ base, candidate: aChangedTree() });
    expectSaid(said);
    expect(said.top).toEqual([
      'Main\'s config gated nothing: prompt-assay.yml:3:1 unknown key "bugdet".',
      'That is main\'s own config, not this change\'s. Did you mean "budget"?',
    ]);
  });

  it("a mistake in main's own dataset: what stands alone is not called new", async () => {
    const said = await read({ base: aTree({ 'evals/triage.jsonl': '{"id": ' }), candidate: aChangedTree() });
    expectSaid(said);
    expect(said.report.title).toMatch(/^Main could not be used: evals\/triage\.jsonl:1/);
    expect(said.comment).not.toMatch(/\bnew\b/i);
  });

  it('first contact: what it would have been, and by how much', async () => {
    const base = aTree({ 'prompt-assay.yml': null, 'evals/triage.jsonl': null });
    const said = await read({ base, script: answering((arm, number) => arm === 'base' || number >= 35) });
    expectSaid(said);
    expect(said.report.title).toBe('Nothing gates until this is merged; this would have failed: `label` −35 points.');
  });

  it('main that is compared with itself: both sides, and what to do', async () => {
    const said = await read({ base: aTree(), candidate: aTree() });
    expectSaid(said);
    expect(said.report.notices.join()).toMatch(/between main `\w{7}` and this PR `\w{7}`; .*`--base HEAD~1`/);
  });

  it('mistakes, which stand in one list', async () => {
    const rule = aConfigFile({ suite: '    gate: { margn: 3 }\n    bla: 1' });
    const said = await read({ candidate: aChangedTree({ 'prompt-assay.yml': rule }) });
    expectSaid(said);
    expect(said.top).toEqual(['Could not be judged: 2 mistakes to mend.']);
    expect(said.comment.split('unknown key "margn"')).toHaveLength(2);
  });
});

describe('what moves and decides nothing', () => {
  const dear = (model: string, text = 'v1') =>
    aTree({ 'prompts/triage.prompt.yml': aPromptFile(text, 'triage', `model: ${model}\n`) });

  it('is said at the top where an answer costs five times as much', async () => {
    const { report } = await read({ base: dear('gpt-5-mini'), candidate: dear('gpt-5') });
    expect(report.verdict).toBe('pass');
    expect(report.notices).toEqual([
      expect.stringMatching(/^An answer of `triage` costs \d+ times as much as on main\.$/),
    ]);
  });

  it('is not where it costs the same', async () => {
    const candidate = dear('gpt-5', 'v2');
    expect((await read({ base: dear('gpt-5'), candidate })).report.notices).toEqual([]);
  });
});

it('no case is called broken that is noise', async () => {
  const noise = answering((arm, number) => number !== (arm === 'base' ? 3 : 4));
  expect((await read({ script: noise })).comment).toContain('**Cases that changed**');
});
