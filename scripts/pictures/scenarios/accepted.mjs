import { answerFailing, lossy } from './fail.mjs';
import { shopFiles } from './shop.mjs';

const label = 'prompt-assay:accept';

export const accepted = {
  name: 'accepted',
  about: 'a proven drop that somebody who may write here accepts',
  screen: ['☑️', 'accepted by', 'support', 'triage', 'maria'],
  main: shopFiles(),
  change: lossy,
  answer: answerFailing,
  tell: async ({ push }, { change }) => {
    await push(change);
    return push(null, { action: 'labeled', label, labels: [label], sender: 'maria' });
  },
};
