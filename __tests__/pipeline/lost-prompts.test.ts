import { describe, expect, it } from '@jest/globals';
import { acceptGrounds } from '../../src/gate/acceptance.ts';
import { renderTerminal } from '../../src/report/console/terminal.ts';
import type { FakeFiles } from '../helpers/fake-ports.ts';
import { aConfigFile, answering, aPromptFile, aSelfContained, jsonl, someRows, tell } from './story.ts';

const long = 'You sort letters of customers.\nBe brief.\nAnswer with one word.\nNever explain yourself.';
const markdown = (text: string, head = '') => `${head}${text}\n\n{{input}}\n`;
const config = aConfigFile().replace('prompts/*.prompt.yml', 'prompts/*.md');
const files = (changes: { readonly [path: string]: FakeFiles[string] | null } = {}): FakeFiles => {
  const all = {
    'prompt-assay.yml': config,
    'prompts/p.md': markdown(long),
    'evals/triage.jsonl': jsonl(someRows(40)),
    ...changes,
  };
  return Object.fromEntries(Object.entries(all).flatMap(([path, file]) => (file === null ? [] : [[path, file]])));
};
/** The candidate is wrong on half of the rows. */
const worse = answering((arm, number) => arm === 'base' || number >= 20);
const told = (base: FakeFiles, candidate: FakeFiles) => tell({ base, candidate, script: worse });
const other = { 'prompts/q.md': markdown('Quite another prompt.') };
const isSame = 'The prompts are the same on both sides';

describe('a gated prompt that goes', () => {
  it('while two new ones come: fails until it is accepted, and both are set against it', async () => {
    const candidate = files({
      'prompts/p.md': null,
      'prompts/clerk-v2.md': markdown(`${long}\nAlways.`),
      'prompts/decoy.md': markdown('Say yes.'),
    });
    const { report } = await told(files(), candidate);
    expect(report).toMatchObject({ verdict: 'fail', green: false });
    expect(report.title).toBe(
      'The gated prompt `prompts/p.md` goes and nothing is known to take its place; accept it.',
    );
    expect(report.reasons.join()).toContain('by `renamed-from: prompts/p.md`');
    expect(report.grounds).toEqual([
      { kind: 'prompt', verdict: 'fail', suite: 'triage', prompt: 'prompts/p.md', subject: null, blocks: true },
    ]);
    expect(report.metrics.filter(({ baselineMean }) => baselineMean !== null)).toMatchObject([
      { prompt: 'prompts/clerk-v2.md against prompts/p.md', gates: false, worse: 20, baselineMean: 1 },
      { prompt: 'prompts/decoy.md against prompts/p.md', gates: false, worse: 20 },
    ]);
    const acceptance = acceptGrounds('@grace', report.grounds);
    const accepted = await tell({ base: files(), candidate, script: worse, request: { acceptance } });
    expect(accepted.report).toMatchObject({ verdict: 'fail', green: true });
  });

  it.each<readonly [string, { readonly [path: string]: string }]>([
    ['under a name of prompts', { 'src/new.prompt.txt': 'x' }],
    ['in a folder of prompts', { 'app/prompts/notes.txt': 'x' }],
    ['as a system message', { 'app/system.md': 'x' }],
    ['with front matter of a prompt', { 'docs/a.txt': '---\nmodel: gpt\n---\nDo it.' }],
    ['in a format that is known by its content', { 'app/clerk.yml': 'messages:\n  - { role: user, content: x }\n' }],
    ['as text inside code', { 'src/clerk.ts': `export const text = \`${long}\nOr else.\`;\n` }],
    ['through a link', { 'app/clerk': { mode: '120000', target: '../elsewhere' } as never }],
  ])('while something comes %s: fails', async (_name, added) => {
    const { report } = await told(files(other), files({ ...other, 'prompts/p.md': null, ...added }));
    expect(report).toMatchObject({ verdict: 'fail', green: false });
    expect(report.reasons.join()).toContain(`goes while \`${Object.keys(added)[0]}\` comes`);
  });

  it('alone, beside code and documents, is retired: said at the top, in the terminal too', async () => {
    const candidate = files({ ...other, 'prompts/p.md': null, 'src/a.ts': 'export {};', 'docs/why.txt': 'We stop.' });
    const { report, calls } = await told(files(other), candidate);
    expect(report).toMatchObject({ verdict: 'pass', green: true });
    expect(report.title).toBe('The prompt `prompts/p.md` is retired, and the others are as they were.');
    expect(report.notices.join()).toContain('loses the prompt `prompts/p.md`: nothing takes its place');
    expect(renderTerminal(report, { columns: 1000, colour: false, links: false })).toContain(
      'loses the prompt `prompts/p.md`',
    );
    expect(calls).toEqual([]);
  });

  it('with its suite is retired', async () => {
    const two = `${config}  - { name: second, prompts: "second/*.md", dataset: evals/triage.jsonl, checks: [{ name: c, type: equals, expected: "yes" }] }\n`;
    const base = files({ 'prompt-assay.yml': two, 'second/s.md': markdown('Second.') });
    const { report } = await told(base, files());
    expect(report).toMatchObject({ verdict: 'pass', green: true });
    expect(report.title).not.toContain(isSame);
    expect(report.notices.join()).toContain('loses the prompt `second/s.md`');
  });
});

describe('a gated prompt that another continues', () => {
  const failsWith = async (base: FakeFiles, candidate: FakeFiles, expected: object) => {
    const { report } = await told(base, candidate);
    expect(report).toMatchObject({ verdict: 'fail', errors: [] });
    expect(report.title).toMatch(/^Regression proven/);
    expect(report.metrics.filter(({ gates, worse: count }) => gates && count > 0)).toMatchObject([expected]);
    return report;
  };

  it('in a folder to which the list of prompts follows it', async () => {
    const moved = { 'prompt-assay.yml': config.replace('prompts/*', 'live/*'), 'live/p.md': markdown(`${long}\nNow.`) };
    await failsWith(files(), files({ ...moved, 'prompts/p.md': null }), { suite: 'triage', prompt: 'live/p.md' });
  });

  it('in a suite of its own, by name', async () => {
    const base = { 'clerk.prompt.yml': aSelfContained('v1', 'Clerk') };
    const report = await failsWith(
      base,
      { 'clerk2.prompt.yml': aSelfContained('v2', 'Clerk') },
      { suite: 'clerk.prompt.yml', prompt: 'Clerk', worse: 20 },
    );
    expect(report.suites.find(({ name }) => name === 'clerk2.prompt.yml')).toMatchObject({
      status: 'skipped',
      reason: 'compared in suite clerk.prompt.yml, whose prompt it continues',
    });
  });

  it('in a suite of its own, as the only such pair', async () => {
    const base = { 'clerk.prompt.yml': aSelfContained('v1', 'Clerk') };
    const candidate = { 'writer.prompt.yml': aSelfContained('v2', 'Writer') };
    await failsWith(base, candidate, { suite: 'clerk.prompt.yml', prompt: 'Writer' });
  });

  it('in a suite that the pull request brings, by renamed-from', async () => {
    const two = `${config}  - { name: second, prompts: "second/*.md", dataset: evals/triage.jsonl, checks: [{ name: c, type: equals, expected: "yes" }] }\n`;
    const candidate = files({
      ...other,
      'prompt-assay.yml': two,
      'prompts/p.md': null,
      'second/n.md': markdown('Sort.', '---\nrenamed-from: prompts/p.md\n---\n'),
      'second/m.md': markdown('Else.'),
    });
    await failsWith(files(other), candidate, { suite: 'triage', prompt: 'second/n.md', metric: 'label' });
  });

  it('in two parts: each is compared, and gates', async () => {
    const head = '---\nrenamed-from: prompts/p.md\n---\n';
    const candidate = files({
      'prompts/p.md': null,
      'prompts/one.md': markdown('Sort.', head),
      'prompts/two.md': markdown('Answer.', head),
    });
    const { report } = await told(files(), candidate);
    expect(report.verdict).toBe('fail');
    expect(report.metrics.map(({ prompt, gates, worse: count }) => [prompt, gates, count])).toEqual([
      ['prompts/one.md', true, 20],
      ['prompts/two.md', true, 20],
    ]);
    const healthy = await tell({ base: files(), candidate, script: answering(() => true) });
    expect(healthy.report).toMatchObject({ verdict: 'pass', grounds: [] });
  });
});

describe('a gated prompt whose file stays', () => {
  const away = config.replace('prompts/*', 'live/*');

  it('as a decoy beside a new one of the same name: both are compared, and gate', async () => {
    const named = (text: string) => markdown(text, '---\nname: clerk\n---\n');
    const base = files({ 'prompts/p.md': named(long) });
    const candidate = files({
      'prompt-assay.yml': away,
      'prompts/p.md': named(long),
      'live/p.md': named(`${long}\nNow.`),
    });
    const { report } = await told(base, candidate);
    expect(report.verdict).toBe('fail');
    expect(report.metrics).toMatchObject([{ prompt: 'clerk', gates: true, worse: 20 }]);
    expect(report.notices).toEqual(['From this merge on `prompts/p.md` is not gated: no suite matches it.']);
  });

  it('as a decoy beside an unnamed one: both are named, and the new one is set against it', async () => {
    const candidate = files({ 'prompt-assay.yml': away, 'live/p.md': markdown(`${long}\nNow.`) });
    const { report } = await told(files(), candidate);
    expect(report.title).toBe('New, nothing to compare: 20 of 40 cases of `live/p.md` pass `label`.');
    expect(report.notices).toContain('From this merge on `prompts/p.md` is not gated: no suite matches it.');
    expect(report.metrics.map(({ prompt, gates, worse: count }) => [prompt, gates, count])).toEqual([
      ['live/p.md', true, 0],
      ['live/p.md against prompts/p.md', false, 20],
    ]);
  });

  it('is gated by the list of the base, whatever the new one says', async () => {
    const candidate = files({
      'prompt-assay.yml': away,
      'prompts/p.md': markdown(`${long}\nNow.`),
      'live/x.md': markdown('Say yes.'),
    });
    const { report } = await told(files(), candidate);
    expect(report).toMatchObject({ verdict: 'fail' });
    expect(report.metrics.find(({ prompt }) => prompt === 'prompts/p.md')).toMatchObject({ gates: true, worse: 20 });
  });

  it('moves into a suite of the pull request without losing a row', async () => {
    const rows = someRows(25);
    const suite = `version: 1\nmodel: { id: some-model }\nsuites:\n  - name: all\n    prompts: "*.prompt.yml"\n    dataset: rows.jsonl\n    checks: [{ name: exact, type: equals, expected: "{{ expected }}" }]\n`;
    const { report } = await tell({
      base: { 'clerk.prompt.yml': aSelfContained('v1') },
      candidate: {
        'clerk.prompt.yml': aPromptFile('v1', 'solo', 'model: some-model\n'),
        'rows.jsonl': jsonl(rows),
        'prompt-assay.yml': suite,
      },
    });
    expect(report).toMatchObject({ verdict: 'pass', errors: [], grounds: [], notices: [] });
  });
});
