import { answerFailing, lossy } from './fail.mjs';
import { answerTickets, lacksRule, promptPath, renderPrompt, shopFiles } from './shop.mjs';

const half = 'Money back for something broken is "refund".';

export const mended = {
  name: 'mended',
  about: 'a second push mends some of the cases that the first one broke',
  screen: ['❌', 'blocks merging', 'support', 'triage', 'Since', 'cases mended'],
  main: shopFiles(),
  change: { [promptPath]: renderPrompt({ opening: 'You sort messages of customers. Be brief.', rules: [half] }) },
  answer: (request) => {
    const [{ content: prompt }] = request.body.messages;
    return prompt.includes(half) ? answerHalf(request) : answerFailing(request);
  },
  tell: async ({ push }, { change }) => {
    await push(lossy);
    return push(change);
  },
};

const answerHalf = answerTickets((row, prompt) =>
  lacksRule(prompt) && row.expected === 'refund' && !row.input.includes('broken') ? { label: 'billing' } : {},
);
