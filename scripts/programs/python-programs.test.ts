import { describe, expect, it } from '@jest/globals';
import { outputOf, tryPrograms } from '../../__tests__/outputs/program-story.ts';

describe('the programs of the recipes in Python', () => {
  const { stage, run, requests } = tryPrograms([
    ['python-service', ['python3', 'outputs.py'], 'evals/tickets.jsonl', '{"label": "billing", "urgent": true}'],
    ['rag', ['python3', 'outputs.py'], 'evals/questions.jsonl', 'Within 30 days [returns.md].'],
  ]);

  it('show the passages that an answer was made of', async () => {
    stage.answer = () => 'Within 30 days [returns.md].';
    const [line] = await run('rag', []);
    const [call, found] = outputOf(line)?.trajectory ?? [];
    expect(call?.toolCalls?.[0]?.name).toBe('retrieve');
    expect(found?.content).toContain('[returns.md] Parcels can be returned within 30 days');
    expect(requests().at(-1)?.text).toContain('[returns.md]');
  });

  it('say of one answer that it did not come, where the endpoint is down for good', async () => {
    stage.answer = ({ text }) => (text.includes('charged twice') ? { status: 503, body: {} } : '{}');
    const lines = await run('python-service', []);
    expect(lines.map(outputOf)).toMatchObject([null, { content: '{}' }]);
    expect(lines[0].error).toBe('HTTP 503');
  }, 20_000);
});
