import { chance } from './chance.mjs';
import { reworded } from './pass.mjs';
import { answerTickets, renderConfig, shopFiles } from './shop.mjs';

/** A model that errs in some tickets on either side, and in a few more after the change. */
const wavering = answerTickets((row, prompt) => {
  const share = prompt.includes('read what') ? 0.16 : 0.06;
  return chance('open', row.id, prompt) < share ? { label: 'other' } : {};
});

export const open = {
  name: 'open',
  about: 'a drop that is neither proven nor ruled out; merging is not blocked',
  screen: ['⚠️', 'does not block', 'support', 'triage'],
  isWhole: true,
  main: shopFiles(),
  change: reworded,
  answer: wavering,
};

const strict = '    gate: { on-inconclusive: block, settle: on-request }\n';

export const openBlocks = {
  name: 'open-blocks',
  about: 'the same, where the settings ask for proof and a label may settle it',
  screen: ['⚠️', 'blocks merging', 'support', 'triage'],
  main: shopFiles({ 'prompt-assay.yml': renderConfig({ suite: strict }) }),
  change: reworded,
  answer: wavering,
};
