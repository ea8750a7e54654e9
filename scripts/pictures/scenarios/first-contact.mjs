import { answerFailing, lossy } from './fail.mjs';
import { dataset, promptPath, renderConfig, renderPrompt, renderRows, tickets } from './shop.mjs';

export const firstContact = {
  name: 'first-contact',
  about: 'config and rows come with the pull request, and the prompt of main is changed with them',
  screen: ['✅', 'does not block', 'support', 'triage', 'would have failed'],
  main: { [promptPath]: renderPrompt() },
  change: { 'prompt-assay.yml': renderConfig(), [dataset]: renderRows(tickets), ...lossy },
  answer: answerFailing,
};
