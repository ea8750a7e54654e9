import { chance } from './chance.mjs';
import { reworded } from './pass.mjs';
import { answerTickets, shopFiles } from './shop.mjs';

/** A refusal for the pace (503) would pause everybody until a time that never comes here. */
const down = { status: 502, body: { error: { message: 'Bad gateway', type: 'server_error' } } };
const answer = answerTickets(() => ({}));

export const outage = {
  name: 'outage',
  about: 'the provider answers a fifth of the questions of one side with 502',
  screen: ['⛔', 'blocks merging', 'support', 'triage', '502'],
  main: shopFiles(),
  change: reworded,
  answer: (request) => {
    const [{ content: prompt }, { content: input }] = request.body.messages;
    return prompt.includes('read what') && chance('down', input) < 0.2 ? down : answer(request);
  },
};
