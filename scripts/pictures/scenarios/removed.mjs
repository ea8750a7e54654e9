import {
  answerTickets,
  dataset,
  promptPath,
  renderConfig,
  renderPrompt,
  renderRows,
  shopFiles,
  tickets,
} from './shop.mjs';

const short = 'prompts/short.prompt.yml';

export const removed = {
  name: 'removed',
  about: 'rows and a prompt are taken away, which somebody has to accept',
  screen: ['❌', 'blocks merging', 'support', 'prompt-assay:accept'],
  main: shopFiles({
    'prompt-assay.yml': renderConfig().replace(promptPath, 'prompts/*.prompt.yml'),
    [short]: renderPrompt({ opening: 'Sort this.' }).replace('name: triage', 'name: short'),
  }),
  change: {
    [short]: null,
    [dataset]: renderRows(tickets.filter(({ id }) => !/^refund-0[1-9]$/.test(id))),
    [promptPath]: renderPrompt({ opening: 'You read what customers of an online shop write.' }),
  },
  answer: answerTickets(() => ({})),
};
