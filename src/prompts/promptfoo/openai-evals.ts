import type { SourceFile } from '../../text/source-file.ts';
import type { PromptFormat } from '../format.ts';
import type { Prompt } from '../prompt.ts';
import { buildPrompt, openConfig, settlePrompts } from './build-prompt.ts';
import { readCriteria } from './criteria.ts';
import { readEvalRun } from './eval-run.ts';
import { hasKey } from './keys-of-text.ts';
import { readSettings } from './settings.ts';

/** An eval of OpenAI's hosted Evals as its API gives it: graders, and the prompt, model and rows of a run. */
export const openaiEvals: PromptFormat = {
  id: 'openai-evals',
  title: 'OpenAI Evals (JSON or YAML with "testing_criteria" and "data_source")',
  standingAlone: [],
  recognisesPath: () => false,
  recognises: (path, text) =>
    /\.(ya?ml|json)$/i.test(path) && hasKey(text, 'testing_criteria') && !hasKey(text, 'prompts'),
  dependencies: null,
  parse: parseEval,
};

function parseEval(file: SourceFile, template: string | null): readonly Prompt[] {
  const opened = openConfig(file, new Map());
  const { prompts, provider, rows } = readEvalRun(opened);
  const criteria = readCriteria(opened);
  const found = prompts.map((prompt) => {
    const settings = readSettings(opened, provider.settings);
    // What cannot be read is a warning where there is something else to gate by.
    const isGate = criteria.metrics.length > 0;
    const gate = {
      metrics: criteria.metrics,
      unread: isGate ? [] : criteria.unread,
      warnings: isGate ? criteria.unread : [],
    };
    return buildPrompt(opened, { key: null, prompt, provider, settings, rows, ...gate }, openaiEvals.id, template);
  });
  return settlePrompts(opened, found);
}
