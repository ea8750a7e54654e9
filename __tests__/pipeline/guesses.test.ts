import { describe, expect, it } from '@jest/globals';
import { validateTree } from '../../src/pipeline/validate.ts';
import { renderComment } from '../../src/report/comment/markdown.ts';
import { renderValidation } from '../../src/report/validation-text.ts';
import { createFakeRepository, type FakeFiles } from '../helpers/fake-ports.ts';
import { aConfigFile, aTree, tell } from './story.ts';

/** The prompt of the suite is this file instead of YAML. */
function aTextTree(path: string, text: string): FakeFiles {
  const config = aConfigFile().replace('prompts/*.prompt.yml', path);
  return aTree({ 'prompt-assay.yml': config, 'prompts/triage.prompt.yml': null, [path]: text });
}

async function validate(files: FakeFiles, named: readonly string[] = ['']) {
  const repository = createFakeRepository();
  return validateTree(repository, repository.plant(files), null, named);
}

describe('what is guessed of a file', () => {
  it('is what is asked, and stands in the comment with what changed', async () => {
    const { report, calls } = await tell({
      base: aTextTree('system_prompt.txt', 'Be kind.'),
      candidate: aTextTree('system_prompt.txt', 'Be brief.'),
    });
    expect(report.verdict).toBe('pass');
    expect(calls.map(({ request }) => request.messages.map(({ content }) => content))).toContainEqual([
      'Be brief.',
      'question q-007',
    ]);
    const comment = renderComment(report, { commentKey: 'k', record: null });
    const [, fold = ''] = comment.split('What changed in');
    expect(fold.split('</details>')[0]).toMatch(
      /- system\\_prompt\.txt is read as a system message, as its name says; /,
    );
  });

  it('is said by validate, in a line of its own and in JSON, and is no warning', async () => {
    const result = await validate(aTextTree('prompts/sort.txt', 'Sort {input}.'));
    const guess = { line: 1, column: 6, message: '"{input}" is read as f-string, since no template is named.' };
    expect(result).toMatchObject({ ok: true, warnings: [], prompts: [{ variables: ['input'], guesses: [guess] }] });
    const lines = renderValidation(result).split('\n');
    expect(lines.filter((line) => line.startsWith('guess'))).toEqual([
      expect.stringMatching(/^guess {4}prompts\/sort\.txt:1:6 {2}"{input}" is read as f-string.*"template: f-string"/),
    ]);
  });

  it('is one line for the instructions of an agent', async () => {
    const result = await validate({ 'AGENTS.md': '# Rules\n\nUse {name} and `{{ title }}`.\n' }, ['AGENTS.md']);
    expect(result).toMatchObject({ ok: true, prompts: [{ guesses: [{ path: 'AGENTS.md', line: null }] }] });
  });

  it('is nothing where the file says it', async () => {
    const { prompts } = await validate(aTextTree('a.system.md', '---\ntemplate: f-string\n---\nBe {input}.'));
    expect(prompts[0]?.guesses).toEqual([]);
  });
});
