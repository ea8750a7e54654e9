import { describe, expect, it } from '@jest/globals';
import { renderComment } from '../../src/report/comment/markdown.ts';
import { renderResultsJson } from '../../src/report/files/json.ts';
import { answered } from '../helpers/fake-ports.ts';
import { pageOf } from '../helpers/page.ts';
import { aConfigFile, aPromptFile, aTree, tell } from './story.ts';

/** Counts 100 tokens on main and 90 on the pull request. */
const counting = ({ arm }: { readonly arm: string }) =>
  answered('yes', {
    usage: {
      ...{ cachedInputTokens: 0, outputTokens: 1, reasoningTokens: 0 },
      inputTokens: arm === 'candidate' ? 90 : 100,
    },
  });

describe('what changed in a prompt', () => {
  it('is told by the comment, the page and the results alike, with the tokens that the run measured', async () => {
    const { report } = await tell({ script: counting });
    const [prompt] = report.suites[0]?.prompts ?? [];
    expect(prompt?.promptTokens).toMatchObject({ base: 100, candidate: 90 });
    expect(prompt?.changes?.typical?.case).toMatch(/^q-\d+$/);
    const comment = renderComment(report, { commentKey: 'a', record: null });
    const page = pageOf(report)
      .replace(/<\/?mark>/g, '')
      .replace(/<del[^>]*>/g, '- ')
      .replace(/<ins[^>]*>/g, '+ ');
    const pages = [comment, page];
    for (const page of pages) {
      expect(page).toContain('+1 −1 lines, same model, measured 100 → 90 prompt tokens a call, −10 %');
      expect(page).toContain('- v1 {{input}}');
      expect(page).toContain(`+ v2 question ${prompt?.changes?.typical?.case}`);
    }
    expect(renderResultsJson(report)).toContain(`v2 question ${prompt?.changes?.typical?.case}`);
  });

  it('is told of a dry run, too, which measured nothing', async () => {
    const { report } = await tell({ request: { dryRun: true } });
    const [prompt] = report.suites[0]?.prompts ?? [];
    expect(prompt?.changes?.messages.shown).toHaveLength(1);
    expect(prompt?.promptTokens).toBeNull();
  });

  it.each(['none', 'redacted'])('holds no text of a row where examples are %s', async (examples) => {
    const config = aConfigFile({ top: `report: { examples: ${examples} }` });
    const treeOf = (text: string) =>
      aTree({ 'prompt-assay.yml': config, 'prompts/triage.prompt.yml': aPromptFile(text) });
    const { report } = await tell({ base: treeOf('v1'), candidate: treeOf('v2') });
    const texts = [renderComment(report, { commentKey: 'a', record: null }), pageOf(report), renderResultsJson(report)];
    for (const text of texts) {
      expect(text).toMatch(/v1(<\/mark>)? {{input}}/);
      expect(text).not.toMatch(/v2 question/);
    }
  });
});
