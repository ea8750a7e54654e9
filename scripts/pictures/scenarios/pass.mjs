import { chance } from './chance.mjs';
import { answerTickets, promptPath, renderPrompt, shopFiles } from './shop.mjs';

/** The prompt in other words. */
export const reworded = { [promptPath]: renderPrompt({ opening: 'You read what customers of an online shop write.' }) };

export const pass = {
  name: 'pass',
  about: 'the same prompt in other words',
  screen: ['✅', 'does not block', 'support', 'triage'],
  isWhole: true,
  main: shopFiles(),
  change: reworded,
  answer: answerTickets((row, prompt) => {
    const isWrong = chance('hard', row.id) < 0.05 || chance('noise', row.id, prompt) < 0.02;
    return isWrong ? { label: 'other' } : {};
  }),
};
