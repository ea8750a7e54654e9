import { describe, expect, it } from '@jest/globals';
import { validateTree } from '../../src/pipeline/validate.ts';
import { renderSummary } from '../../src/report/comment/markdown.ts';
import { renderValidation } from '../../src/report/validation-text.ts';
import type { FakeFiles } from '../helpers/fake-ports.ts';
import { createFakeWorld } from '../helpers/fake-ports.ts';
import { aConfigFile, answering, jsonl, someRows, tell } from './story.ts';

type Changes = { readonly [path: string]: FakeFiles[string] | null };

const check = 'dataset: evals/triage.jsonl, checks: [{ name: label, type: equals, expected: "{{ expected }}" }]';
const aConfig = (...suites: readonly string[]) =>
  `version: 1\nmodel: { id: some-model }\nsuites:\n${suites.map((prompts, index) => `  - { name: s${index}, prompts: "${prompts}", ${check} }\n`).join('')}`;
const aCollection = (prompts: { readonly [name: string]: string }) =>
  Object.entries(prompts)
    .map(([name, text]) => `${name}:\n  system_prompt: ${text}\n  user_prompt: "{{input}}"\n`)
    .join('');
const both = { classify: 'You sort letters.', reply: 'You answer letters.' };
const aTree = (changes: Changes = {}): FakeFiles => {
  const all = {
    'prompt-assay.yml': aConfig('prompts.yaml#*'),
    'prompts.yaml': aCollection(both),
    'evals/triage.jsonl': jsonl(someRows(40)),
    ...changes,
  };
  return Object.fromEntries(Object.entries(all).flatMap(([path, file]) => (file === null ? [] : [[path, file]])));
};
const holding = (prompts: { readonly [name: string]: string }, changes: Changes = {}) =>
  aTree({ 'prompts.yaml': aCollection(prompts), ...changes });
/** The candidate is wrong on half of the rows. */
const worse = answering((arm, number) => arm === 'base' || number >= 20);
const told = (base: FakeFiles, candidate: FakeFiles) => tell({ base, candidate, script: worse });
const gatedIn = (report: Awaited<ReturnType<typeof told>>['report']) =>
  report.metrics.map(({ suite, prompt, gates, worse: count }) => [suite, prompt, gates, count]);

describe('a file of several prompts', () => {
  it('of which one changes: that one alone is asked and compared, under its address', async () => {
    const { report, calls } = await told(aTree(), holding({ ...both, classify: 'You sort mails.' }));
    expect(report).toMatchObject({ verdict: 'fail', errors: [] });
    expect(gatedIn(report).filter(([, , , count]) => count !== 0)).toEqual([['s0', 'prompts.yaml#classify', true, 20]]);
    expect(new Set(calls.map(({ request }) => request.messages[0]?.content))).toEqual(
      new Set(['You sort letters.', 'You sort mails.']),
    );
    expect(report.suites[0]?.prompts).toMatchObject([
      { id: 'prompts.yaml#classify', path: 'prompts.yaml', change: 'changed' },
      { id: 'prompts.yaml#reply', change: 'unchanged' },
    ]);
    expect(renderSummary(report)).toContain('What changed in <code>prompts.yaml#classify</code>');
  });

  it('gated by two suites, one a name: only the one whose prompt changes runs', async () => {
    const config = aConfig('prompts.yaml#classify', 'prompts.yaml#reply');
    const { report } = await told(
      aTree({ 'prompt-assay.yml': config }),
      holding({ ...both, reply: 'You answer mails.' }, { 'prompt-assay.yml': config }),
    );
    expect(report.errors).toEqual([]);
    expect(gatedIn(report).filter(([, , , count]) => count !== 0)).toEqual([['s1', 'prompts.yaml#reply', true, 20]]);
    expect(report.suites.map(({ prompts }) => prompts.map(({ id }) => id))).toEqual([
      ['prompts.yaml#classify'],
      ['prompts.yaml#reply'],
    ]);
  });

  it('that loses one is said to have retired it', async () => {
    const { report, calls } = await told(aTree(), holding({ classify: both.classify }));
    expect(report).toMatchObject({ verdict: 'pass', green: true, errors: [] });
    expect(report.title).toContain('The prompt `prompts.yaml#reply` is retired');
    expect(report.notices.join()).toContain('loses the prompt `prompts.yaml#reply`');
    expect(calls).toEqual([]);
  });

  it('whose text stays in it under a key that is no name: fails until it is accepted', async () => {
    const hidden = `${aCollection({ classify: both.classify })}_reply: ${both.reply}\n`;
    const { report } = await told(aTree(), aTree({ 'prompts.yaml': hidden }));
    expect(report).toMatchObject({ verdict: 'fail', green: false });
    expect(report.reasons.join()).toContain('`prompts.yaml#reply` goes while `prompts.yaml` comes');
  });

  it('that loses one while two others come: fails until it is accepted', async () => {
    const candidate = holding({ classify: both.classify, one: 'Be brief.', two: 'Be long.' });
    const { report } = await told(aTree(), candidate);
    expect(report).toMatchObject({ verdict: 'fail', green: false });
    expect(report.grounds).toMatchObject([{ kind: 'prompt', prompt: 'prompts.yaml#reply' }]);
    expect(report.reasons.join()).toMatch(/`prompts.yaml#reply` goes while `prompts.yaml#one` comes/);
    expect(report.reasons.join()).toContain('`renamed-from: prompts.yaml#reply`');
  });

  it('that loses one while an ungated one comes beside it: fails until it is accepted', async () => {
    const config = { 'prompt-assay.yml': aConfig('prompts.yaml#{classify,reply}') };
    const { report } = await told(
      aTree(config),
      holding({ classify: both.classify, answer: 'Be brief.', two: 'x' }, config),
    );
    expect(report).toMatchObject({ verdict: 'fail', green: false });
    expect(report.reasons.join()).toMatch(/`prompts.yaml#reply` goes while `prompts.yaml#answer` comes/);
  });

  it.each([
    ['by renamed-from', { one: 'You answer mails.\n  renamed-from: prompts.yaml#reply', two: 'Be long.' }, 'one'],
    ['by equal text', { one: both.reply, two: 'Be long.' }, 'one'],
    ['as the only such pair', { one: 'You answer mails.' }, 'one'],
  ])('that renames one is followed %s', async (_, added, name) => {
    const { report } = await told(aTree(), holding({ classify: both.classify, ...added }));
    expect(report.errors).toEqual([]);
    expect(report.suites[0]?.prompts.find(({ id }) => id === `prompts.yaml#${name}`)).toMatchObject({
      change: 'renamed',
    });
    expect(report.grounds.filter(({ kind }) => kind === 'prompt')).toEqual([]);
  });

  it('takes in a prompt that had a file of its own, and gives it back', async () => {
    const config = { 'prompt-assay.yml': aConfig('*.md', 'prompts.yaml#*'), 'other.md': 'Sort. {{input}}' };
    const own = holding(
      { classify: both.classify },
      { ...config, 'reply.md': `# system:\n\n${both.reply}\n\n# user:\n\n{{input}}\n` },
    );
    const moved = holding({ classify: both.classify, reply: 'You answer mails.' }, config);
    const there = await told(own, moved);
    expect(there.report.errors).toEqual([]);
    expect(gatedIn(there.report).filter(([, , , count]) => count !== 0)).toEqual([
      ['s0', 'prompts.yaml#reply', true, 20],
    ]);
    const back = await told(moved, own);
    expect(back.report.errors).toEqual([]);
    expect(gatedIn(back.report).filter(([, , , count]) => count !== 0)).toEqual([['s1', 'reply.md', true, 20]]);
  });

  it('of which the config lists one no longer is not gated from then on, and says so', async () => {
    const candidate = aTree({ 'prompt-assay.yml': aConfig('prompts.yaml#classify') });
    const { report } = await told(aTree(), candidate);
    expect(report.notices.join()).toContain(
      'From this merge on `prompts.yaml#reply` is not gated: no suite matches it.',
    );
    expect(report.grounds).toEqual([]);
  });

  it('asked for a name that it has not: the names are told', async () => {
    const { report } = await told(aTree(), aTree({ 'prompt-assay.yml': aConfig('prompts.yaml#clasify') }));
    expect(report).toMatchObject({ verdict: 'invalid' });
    expect(report.errors.map(({ message, hint }) => `${message} ${hint}`).join()).toBe(
      'holds no prompt "clasify", which the suite asks for. Did you mean "classify"? There are classify, reply.',
    );
  });

  it('asked for one name that it has, and one that it has not: the names are told', async () => {
    const { report } = await told(
      aTree(),
      aTree({
        'prompt-assay.yml': aConfig('prompts.yaml#classify').replace(
          '"prompts.yaml#classify"',
          '["prompts.yaml#classify", "prompts.yaml#repyl"]',
        ),
      }),
    );
    expect(report.errors.map(({ message, hint }) => `${message} ${hint}`).join()).toContain('holds no prompt "repyl"');
  });

  it('broken by the change: its place is told; broken on main: the repair can be merged', async () => {
    const broken = aTree({ 'prompts.yaml': 'classify: "x\n' });
    const { report } = await told(aTree(), broken);
    expect(report).toMatchObject({ verdict: 'invalid', errors: [{ path: 'prompts.yaml', line: expect.any(Number) }] });
    const repaired = await told(broken, aTree());
    expect(repaired.report.errors).toEqual([]);
    expect(repaired.report.verdict).not.toBe('invalid');
  });

  it('shows each prompt under its address in what validate finds', async () => {
    const world = createFakeWorld(worse);
    const found = await validateTree(world.repository, world.repository.plant(aTree()), null);
    expect(found.prompts).toMatchObject([{ key: 'classify' }, { key: 'reply' }]);
    expect(renderValidation(found)).toContain('prompt   prompts.yaml#classify ');
    const plain = aTree({ 'prompt-assay.yml': aConfig('prompts.yaml') });
    const refused = await validateTree(world.repository, world.repository.plant(plain), null);
    expect(refused.errors).toMatchObject([
      { path: 'prompts.yaml', message: 'holds 2 prompts by name: classify, reply.' },
    ]);
  });

  it('keeps the rows of a suite that goes, whatever suite gates another of its prompts', async () => {
    const config = aConfig('prompts.yaml#classify', 'prompts.yaml#reply').replace('- { name: s0', '- { name: first');
    const alone = `${aConfig('prompts.yaml#classify').replace('- { name: s0', '- { name: first').replace('evals/triage.jsonl', 'evals/few.jsonl')}`;
    const { report } = await told(
      aTree({ 'prompt-assay.yml': config, 'evals/few.jsonl': jsonl(someRows(20)) }),
      holding(
        { ...both, reply: 'You answer mails.' },
        { 'prompt-assay.yml': alone, 'evals/few.jsonl': jsonl(someRows(20)) },
      ),
    );
    expect(report.errors).toEqual([]);
    expect(gatedIn(report)).toContainEqual(['s1', 'prompts.yaml#reply', true, 20]);
    expect(report.grounds.map(({ kind, suite }) => [kind, suite])).not.toContainEqual(['rows', 's1']);
    expect(report.notices.join()).toContain('From this merge on `prompts.yaml#reply` is not gated');
  });

  it('that stands alone: one that goes while two others come needs a person', async () => {
    const config = (...texts: readonly string[]) =>
      JSON.stringify({
        prompts: texts.map((text) => ({ label: text, raw: `${text}: {{input}}` })),
        providers: ['openai:m'],
        tests: someRows(25).map(({ input }) => ({ vars: { input }, assert: [{ type: 'equals', value: 'yes' }] })),
      });
    const { report } = await told(
      { 'promptfooconfig.json': config('Sort', 'Answer') },
      { 'promptfooconfig.json': config('Sort', 'Be brief', 'Be long') },
    );
    expect(report.errors).toEqual([]);
    expect(report).toMatchObject({ verdict: 'fail', green: false });
    expect(report.reasons.join()).toMatch(
      /`promptfooconfig.json#Answer` goes while `promptfooconfig.json#Be brief` comes/,
    );
  });

  it('comes with its suite', async () => {
    const { report } = await told(
      aTree({
        'prompt-assay.yml': aConfigFile(),
        'prompts.yaml': null,
        'prompts/a.prompt.yml': 'messages: [{ role: user, content: "{{input}}" }]',
      }),
      aTree({
        'prompt-assay.yml': `${aConfigFile()}  - { name: more, prompts: "prompts.yaml#*", ${check} }\n`,
        'prompts/a.prompt.yml': 'messages: [{ role: user, content: "{{input}}" }]',
      }),
    );
    expect(report.errors).toEqual([]);
    expect(report.suites.find(({ name }) => name === 'more')?.prompts.map(({ id }) => id)).toEqual([
      'prompts.yaml#classify',
      'prompts.yaml#reply',
    ]);
  });
});
