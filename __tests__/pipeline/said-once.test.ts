import { expect, it } from '@jest/globals';
import { renderAlert } from '../../src/report/alert.ts';
import { aChangedTree, aConfigFile, answering, aTree, tell } from './story.ts';

const withThreshold = aConfigFile({
  checks: '      - { name: label, type: equals, expected: "{{ expected }}", min-score: 0.8 }',
});
const reportOnly = aConfigFile({
  checks: '      - { name: label, type: equals, expected: "{{ expected }}", role: report }',
});
const down = { status: 'unavailable', reason: 'the provider is down', latencyMs: 1, attempts: 6 } as const;

it.each([
  ['a threshold', withThreshold, answering((_, number) => number >= 30), 'the mean is 70 points'],
  ['an outage', aConfigFile(), answering((arm) => (arm === 'candidate' ? down : true)), 'the provider is down'],
  ['what may not gate', reportOnly, answering(() => true), 'othing may gate yet'],
])('the comment says %s once, in its title', async (_what, config, script, words) => {
  const base = aTree({ 'prompt-assay.yml': config });
  const { report } = await tell({ base, candidate: aChangedTree({ 'prompt-assay.yml': config }), script });
  const alert = renderAlert(report);
  expect(alert.split(words)).toHaveLength(2);
  expect(report.title).toContain(words);
  expect(report.details.join()).not.toContain(words);
  expect(report.reasons.join()).toContain(words);
});
