import { expect, it } from '@jest/globals';
import { renderAlert } from '../../src/report/comment/alert.ts';
import { renderTerminal } from '../../src/report/console/terminal.ts';
import { createFakeWorld } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, allRight, answering, aPromptFile, aSelfContained, aTree, tell } from './story.ts';

const withThreshold = aConfigFile({
  checks: '      - { name: label, type: equals, expected: "{{ expected }}", min-score: 0.8 }',
});
const reportOnly = aConfigFile({
  checks: '      - { name: label, type: equals, expected: "{{ expected }}", role: report }',
});
const down = { status: 'unavailable', reason: 'the provider is down', latencyMs: 1, attempts: 6 } as const;

it.each([
  ['a threshold', withThreshold, answering((_, number) => number >= 30), 'the mean 70 % is below'],
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

it('what is odd in a file is said once, though both sides have it on another line and two suites share it', async () => {
  const odd = (text: string, lines: string) => `${lines}${aPromptFile(text, 'triage', 'colour: blue\n')}`;
  const twoSuites = aConfigFile().replace(
    'suites:',
    'suites:\n  - { name: other, prompts: prompts/*.prompt.yml, dataset: evals/triage.jsonl, checks: [{ name: c, type: json }] }',
  );
  const tree = (text: string, lines: string) =>
    aTree({ 'prompt-assay.yml': twoSuites, 'prompts/triage.prompt.yml': odd(text, lines) });
  const { report } = await tell({ base: tree('v1', ''), candidate: tree('v2', '# a word\n'), script: allRight });
  expect(report.warnings).toMatchObject([{ path: 'prompts/triage.prompt.yml', line: 3 }]);
});

it('suites that one reason leaves out are one line, in the log and at the end', async () => {
  const names = Array.from({ length: 30 }, (_, number) => `p${String(number).padStart(2, '0')}.prompt.yml`);
  const tree = (text: string) =>
    Object.fromEntries(names.map((name, index) => [name, aSelfContained(index === 0 ? text : 'v1', name)]));
  const world = createFakeWorld(allRight);
  const { report } = await tell({ world, base: tree('v1'), candidate: tree('v2') });
  const named = 'p01.prompt.yml, p02.prompt.yml, p03.prompt.yml and 26 more';
  const skips = world.log.lines.filter((line) => line.startsWith('skip'));
  expect(skips).toEqual([`skip ${named}: nothing it depends on changed`]);
  const lines = renderTerminal(report, { columns: 1000, colour: false, links: false }).split('\n');
  const left = lines.filter((line) => line.startsWith('not run'));
  expect(left).toEqual([`not run: ${named} (nothing it depends on changed)`]);
});
