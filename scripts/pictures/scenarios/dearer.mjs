import { answerTickets, promptPath, renderPrompt, shopFiles } from './shop.mjs';

export const dearer = {
  name: 'dearer',
  about: 'the same prompt on a model that costs five times as much',
  screen: ['✅', 'does not block', 'support', 'triage'],
  main: shopFiles({ [promptPath]: renderPrompt({ model: 'small-1' }) }),
  change: { [promptPath]: renderPrompt({ model: 'large-1' }) },
  answer: answerTickets(() => ({})),
};
