import { reworded } from './pass.mjs';
import { answerTickets, dataset, renderRows, shopFiles, tickets } from './shop.mjs';

const rows = tickets.map((row) => (['refund-01', 'delivery-09'].includes(row.id) ? { ...row, critical: true } : row));

export const critical = {
  name: 'critical',
  about: 'one row that must not break does',
  screen: ['❌', 'blocks merging', 'support', 'triage', 'delivery-09'],
  main: shopFiles({ [dataset]: renderRows(rows) }),
  change: reworded,
  answer: answerTickets((row, prompt) =>
    prompt.includes('read what') && row.id === 'delivery-09' ? { label: 'product' } : {},
  ),
};
