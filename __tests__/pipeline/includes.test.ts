import { describe, expect, it } from '@jest/globals';
import { validateTree } from '../../src/pipeline/validate.ts';
import { createFakeWorld } from '../helpers/fake-ports.ts';
import { aConfigFile, allRight, aTree, jsonl, someRows, tell } from './story.ts';

const config = aConfigFile().replace('prompts/*.prompt.yml', 'prompts/*.md');

/** A tree whose prompt includes parts/tone.md, and that what parts/words.md holds. */
function including(words: string, changes: Parameters<typeof aTree>[0] = {}) {
  return aTree({
    'prompt-assay.yml': config,
    'prompts/triage.prompt.yml': null,
    'prompts/triage.md': 'system:\n{{> ../parts/tone.md}}\nuser:\n{{input}}\n',
    'parts/tone.md': 'Answer {{> words.md}}.\n',
    'parts/words.md': words,
    ...changes,
  });
}

const link = (target: string) => ({ mode: '120000', target }) as const;

describe('a file that a prompt includes', () => {
  it('is part of what a change compares, each side its own', async () => {
    const { report, calls } = await tell({ base: including('kindly'), candidate: including('briefly') });
    expect(report).toMatchObject({ verdict: 'pass', suites: [{ reason: 'what a prompt includes changed' }] });
    const systemOf = (arm: string) =>
      new Set(calls.filter((call) => call.arm === arm).map(({ request }) => request.messages[0]?.content));
    expect(systemOf('base')).toEqual(new Set(['Answer kindly.']));
    expect(systemOf('candidate')).toEqual(new Set(['Answer briefly.']));
  });

  it('is none that no prompt includes', async () => {
    const { report, calls } = await tell({
      base: including('kindly', { 'parts/other.md': 'a' }),
      candidate: including('kindly', { 'parts/other.md': 'b' }),
    });
    expect(report).toMatchObject({ verdict: 'pass' });
    expect(calls).toEqual([]);
  });

  it('is part of what identifies the question', async () => {
    const keyOf = async (words: string) => {
      const prompt = 'system:\n{{> ../parts/tone.md}} Please.\nuser:\n{{input}}\n';
      const candidate = including(words, { 'prompts/triage.md': prompt });
      return (await tell({ base: including(words), candidate })).report.contentKeys.triage;
    };
    expect(await keyOf('kindly')).toBe(await keyOf('kindly'));
    expect(await keyOf('kindly')).not.toBe(await keyOf('briefly'));
  });

  it('goes with a prompt that goes to another suite', async () => {
    const two = `${config}  - name: second\n    prompts: other/*.md\n    dataset: evals/triage.jsonl\n    checks:\n      - { name: label, type: equals, expected: "{{ expected }}" }\n`;
    const at = (words: string, path: string) =>
      including(words, {
        'prompt-assay.yml': two,
        'prompts/triage.md': null,
        'prompts/stays.md': 'Stay {{input}}',
        'other/stays.md': 'Stay too {{input}}',
        [path]: '---\nname: moved\n---\nsystem:\n{{> ../parts/tone.md}}\nuser:\n{{input}}\n',
      });
    const keyOf = async (words: string) => {
      const candidate = at(words, 'other/a.md');
      const { report } = await tell({ base: at('kindly', 'prompts/a.md'), candidate });
      expect(report.suites.find(({ name }) => name === 'triage')?.prompts.map(({ id }) => id)).toContain('moved');
      return report.contentKeys.triage;
    };
    expect(await keyOf('kindly')).not.toBe(await keyOf('briefly'));
  });

  it('is invalid where the change does not bring it, with the place that names it', async () => {
    const { report } = await tell({ base: including('kindly'), candidate: including('', { 'parts/tone.md': null }) });
    expect(report).toMatchObject({ verdict: 'invalid', errors: [{ path: 'prompts/triage.md', line: 2, column: 1 }] });
    expect(report.errors[0]?.message).toContain('reads "parts/tone.md", which does not exist');
  });

  it('breaks main where main lacks it: the change that brings it can be merged', async () => {
    const { report } = await tell({ base: including('', { 'parts/tone.md': null }), candidate: including('kindly') });
    expect(report).toMatchObject({ verdict: 'inconclusive' });
    expect(JSON.stringify(report.suites)).toContain('which does not exist');
  });

  it('is never followed through a link', async () => {
    const linked = { 'parts/tone.md': link('../secret.md'), 'secret.md': 'x' };
    const { report, calls } = await tell({ base: including('kindly'), candidate: including('kindly', linked) });
    expect(report).toMatchObject({ verdict: 'invalid' });
    expect(report.errors[0]?.message).toContain('parts/tone.md is a symbolic link, and those are never followed');
    expect(calls).toEqual([]);
    const later = await tell({ base: including('a', linked), candidate: including('a', { ...linked, 'b.ts': 'x' }) });
    expect(later.report).toMatchObject({ verdict: 'pass' });
    expect(later.report.notices).toEqual([expect.stringContaining('parts/tone.md is a symbolic link')]);
  });

  it('counts as text of the prompt where it reaches no request', async () => {
    const rows = someRows(30).map((row) => ({ ...row, messages: [{ role: 'user', content: row.input }] }));
    const tree = (words: string) =>
      including(words, {
        'evals/triage.jsonl': jsonl(rows),
        'prompts/triage.md': 'system:\nBe kind.\nuser:\n{{> ../parts/tone.md}} {{input}}\n',
      });
    const { report, calls } = await tell({ base: tree('kindly'), candidate: tree('briefly') });
    expect(report).toMatchObject({ verdict: 'inconclusive' });
    expect(report.title).toContain('he change reaches no request');
    expect(calls).toEqual([]);
  });

  it('is resolved where everything is checked', async () => {
    const world = createFakeWorld(allRight);
    const result = await validateTree(world.repository, world.repository.plant(including('to {{name}}')), null);
    expect(result.errors).toMatchObject([{ path: 'parts/words.md', line: 1, message: '{{name}} has no value.' }]);
  });
});
