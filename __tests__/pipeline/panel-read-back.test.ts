import { expect, it } from '@jest/globals';
import type { ModelCall } from '../../src/ports.ts';
import { aChangedTree, aConfigFile, aTree, numberOf, tell } from './story.ts';

it('the score files of a panel one of whose judges fails its checks, beside a re-run, are read back', async () => {
  const members = ['a', 'b', 'c']
    .map(
      (model) => `      - { name: ${model}, type: rubric, rubric: r.md, model: ${model}, allow-uncalibrated: true }\n`,
    )
    .join('');
  const suite = `    judges:\n${members}    panels:\n      - { name: helpful, members: [a, b, c] }\n`;
  const files = {
    'prompt-assay.yml': aConfigFile({ top: 'judge: { model: { id: some-judge } }', suite }),
    'r.md': '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n',
  };
  const outputOf = (text: string) => /<output-(\w+)>\n([\s\S]*?)\n<\/output-\1>/.exec(text)?.[2] ?? '';
  const script = (call: ModelCall) => {
    if (call.purpose !== 'judge') return call.arm === 'candidate' && numberOf(call) < 3 ? 'no' : 'yes';
    const good = ['yes', 'no'].includes(outputOf(call.request.messages[1]?.content ?? '').trim());
    return JSON.stringify({ score: call.request.model === 'c' || good ? 5 : 1, abstain: false, reason: 'because' });
  };
  const { report } = await tell({ base: aTree(files), candidate: aChangedTree(files), script });
  // `tell` decides the score files again: no key stands in them twice.
  expect(report.metrics[0]).toMatchObject({ metric: 'label', looks: 2 });
});
