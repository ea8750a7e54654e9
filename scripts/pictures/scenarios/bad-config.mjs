import { answerTickets, promptPath, renderConfig, renderPrompt, shopFiles } from './shop.mjs';

const mistaken = renderConfig({ path: 'evals/ticket.jsonl', suite: '    gate: { margin: 5 }\n    sample: 3\n' });

export const badConfig = {
  name: 'bad-config',
  about: 'three mistakes in the config that the pull request brings',
  screen: ['⛔', 'blocks merging', 'prompt-assay.yml:11:14', 'sample'],
  main: shopFiles(),
  change: { 'prompt-assay.yml': mistaken, [promptPath]: renderPrompt({ opening: 'You sort messages.' }) },
  answer: answerTickets(() => ({})),
};
