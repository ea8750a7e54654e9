import { chance } from './chance.mjs';
import { answerTickets, promptPath, renderConfig, renderPrompt, shopFiles } from './shop.mjs';

const timid = 'Never say anything that could be wrong.';
const lenient = renderConfig().replace('name: label, type: equals', 'name: label, role: report, type: equals');

export const refusals = {
  name: 'refusals',
  about: 'half of the answers become refusals',
  screen: ['❌', 'blocks merging', 'support', 'triage', 'refus'],
  main: shopFiles({
    'prompt-assay.yml': lenient.replace(
      '    checks:\n',
      '    checks:\n      - { name: length, type: length, max: 400 }\n',
    ),
  }),
  change: { [promptPath]: renderPrompt({ opening: `You sort messages of customers. ${timid}` }) },
  answer: answerTickets((row, prompt) =>
    prompt.includes(timid) && chance('refuse', row.id) < 0.5
      ? { content: null, refusal: 'I am sorry, but I cannot help with that.' }
      : {},
  ),
};
