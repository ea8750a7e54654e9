import { describe, expect, it } from '@jest/globals';
import { isForAssistants, listCandidates } from '../../src/init/candidates.ts';

function sort(...paths: readonly string[]) {
  const entries = new Map(paths.map((path) => [path, { path, mode: '100644', hash: path }]));
  return listCandidates({ commit: '', entries });
}

describe('what a path says of its file', () => {
  it.each([
    ['prompts', 'prompts/a.md'],
    ['prompts', 'src/system_prompt.txt'],
    ['prompts', 'a.prompt.yml'],
    ['prompts', 'prompts.yaml'],
    ['prompts', 'x.prompty'],
    ['prompts', '.claude/commands/review.md'],
    ['prompts', 'AGENTS.md'],
    ['texts', 'notes.md'],
    ['prompts', 'docs/prompts/a.md'],
    ['texts', 'openapi.yaml'],
    ['rows', 'golden.jsonl'],
    ['rows', 'test-cases/a.csv'],
    ['unread', 'evals/golden.parquet'],
    ['tables', 'data.csv'],
    ['tables', 'data.tsv'],
    ['code', 'src/app.py'],
    ['workflows', '.github/workflows/a.yml'],
  ] as const)('%s: %s', (kind, path) => {
    const { leftOut, ...lists } = sort(path);
    expect(leftOut).toBe(0);
    expect(Object.entries(lists).filter(([, list]) => list.length > 0)).toEqual([[kind, [path]]]);
  });

  it.each([['golden_dataset.json'], ['evals/a.yaml']])('rows, unless its content is a prompt: %s', (path) => {
    expect(sort(path)).toMatchObject({ rows: [path], texts: [path], prompts: [] });
  });

  it.each([
    ['node_modules/a/prompts/b.md'],
    ['prompts/README.md'],
    ['prompts/app.ts.map'],
    ['package-lock.json'],
    ['prompt-assay.yml'],
    ['packages/a/prompt-assay.yml'],
    ['web/docs/model.md'],
    ['docs/prompts-are-chosen.md'],
    ['evals/a.schema.json'],
    ['evals/helpful.labels.jsonl'],
    ['prompts/a\nb.md'],
    ['tests/test_prompts.py'],
  ])('nothing: %j', (path) => {
    const { leftOut, ...lists } = sort(path);
    expect([leftOut, Object.values(lists).flat()]).toEqual([0, []]);
  });

  it('more than 2,000 of a kind are counted', () => {
    const { prompts, leftOut } = sort(...Array.from({ length: 2003 }, (_, index) => `prompts/${index}.md`));
    expect([prompts.length, leftOut]).toEqual([2000, 3]);
  });

  it('names what only a coding assistant is told', () => {
    const paths = ['CLAUDE.md', 'a/SKILL.md', '.github/prompts/a.prompt.md', '.cursor/rules/a.md', 'x.agent.md'];
    expect(paths.filter(isForAssistants)).toEqual(paths);
    expect(['prompts/a.md', 'docs/AGENTS.md.txt'].filter(isForAssistants)).toEqual([]);
  });
});
