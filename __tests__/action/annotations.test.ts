import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { annotateChange } from '../../src/action/annotations.ts';
import type { Scene } from '../../src/action/mode.ts';
import { outputs } from '../../src/action/modes/outputs.ts';
import { aConfig, aPrompt, files, promptPath, reworded, rows } from '../dist/stories.ts';
import { pullRequestTargetEvent } from '../helpers/fake-github/events.ts';
import { answered, unavailable } from '../helpers/fake-ports.ts';
import { answering, numberOf, tell } from '../pipeline/story.ts';
import { createFakeActionsLog, withActionScene } from './scene.ts';

const many = (changes = {}) => files({ 'evals/triage.jsonl': rows(100), ...changes });
const fail = answering((arm, number) => arm === 'base' || number >= 30);
const inconclusive = answering((arm, number) => arm === 'base' || number >= 2);
const noUsage = { cachedInputTokens: 0, outputTokens: 0, reasoningTokens: 0 };
const all30 = 'All 30 broken cases: "yes" → "no".';

describe('the changed lines of a pull request', () => {
  it('of a suite that fails have the sentence and the cause on them', () =>
    withActionScene(many(), async (scene) => {
      scene.answer = fail;
      const { annotations } = await scene.push(reworded());
      expect(annotations).toEqual([
        {
          level: 'error',
          title: 'Prompt Assay: triage',
          path: promptPath,
          startLine: 4,
          endLine: 4,
          message: expect.stringMatching(/^"label": Regression proven\. 30 of 100 cases got worse and 0 got better\./),
        },
      ]);
      expect(annotations?.[0]?.message).toContain(all30);
      expect(scene.log.warnings).toEqual([]);
    }));

  it('of a suite that stays open have a warning, and of one that passes nothing', () =>
    withActionScene(many(), async (scene) => {
      scene.answer = inconclusive;
      const open = await scene.push(reworded());
      expect(open.annotations).toMatchObject([{ level: 'warning', startLine: 4 }]);
      expect(open.annotations?.[0]?.message).toContain('Not enough evidence either way (not blocked).');
      scene.answer = answering(() => true);
      expect((await scene.push(reworded({ [promptPath]: aPrompt('v3') }))).annotations).toEqual([]);
    }));

  it('say nothing of answers where examples are not shown', () =>
    withActionScene(many({ 'prompt-assay.yml': aConfig({ top: 'report: { examples: redacted }' }) }), async (scene) => {
      scene.answer = fail;
      const { annotations } = await scene.push(reworded());
      expect(annotations).toHaveLength(1);
      expect(annotations?.[0]?.message).not.toContain('broken cases');
    }));

  it('have the threshold that was missed, and the limit', () => {
    const checks = '      - { name: label, type: equals, expected: "{{ expected }}", min-score: 0.9 }';
    return withActionScene(many({ 'prompt-assay.yml': aConfig({ checks }) }), async (scene) => {
      scene.answer = answering((_arm, number) => number >= 30);
      const { annotations } = await scene.push(reworded());
      expect(annotations?.map(({ message }) => message)).toEqual([
        `"label": The mean 70 % is below the least allowed, 90 %. ${all30}`,
      ]);
    });
  });

  it('are those of the file as it is now: renamed, on another line, and of the prompt that broke', () => {
    const collection = (...texts: readonly string[]) =>
      texts.map((text, at) => `p${at}:\n  system_prompt: ${text}\n  user_prompt: "{{input}}"\n`).join('');
    const config = aConfig().replace('prompts/*.prompt.yml', '"all.yaml#*"');
    const main = many({ 'prompt-assay.yml': config, [promptPath]: null, 'all.yaml': collection('a', 'b', 'c') });
    return withActionScene(main, async (scene) => {
      scene.answer = answering(() => true);
      scene.answer = (call) => {
        const text = call.request.messages.map(({ content }) => content).join(' ');
        return call.arm === 'candidate' && text.startsWith('c2') && /q-0[0-2]/.test(text) ? 'no' : 'yes';
      };
      const { annotations, outputs: ended } = await scene.push({ 'all.yaml': collection('a1', 'b', 'c2') });
      expect(ended.verdict).toBe('fail');
      expect(annotations).toMatchObject([{ path: 'all.yaml', startLine: 8, endLine: 8 }]);
      expect(annotations?.[0]?.message).toMatch(/^"all\.yaml#p2 \/ label": Regression proven/);
    });
  });

  it('follow a file that was renamed, to where the prompt itself changed', () =>
    withActionScene(many(), async (scene) => {
      scene.answer = fail;
      const { annotations } = await scene.push({
        [promptPath]: null,
        'prompts/sort.prompt.yml': `# moved\n${aPrompt('v2')}`,
      });
      expect(annotations).toMatchObject([{ path: 'prompts/sort.prompt.yml', startLine: 5, endLine: 5 }]);
    }));

  it('are one file of an application that changed, and none of several', () => {
    const config = `version: 1
suites:
  - name: agent
    sources: src/**
    dataset: evals/triage.jsonl
    checks: [{ name: label, type: equals, expected: "{{ expected }}" }]
`;
    const main = { 'prompt-assay.yml': config, 'evals/triage.jsonl': rows(30), 'src/a.py': 'a\nb\n', 'src/b.py': 'x' };
    return withActionScene(main, async (scene) => {
      const write = async (name: string, right: boolean) => {
        const path = join(scene.folder, name);
        const ids = Array.from({ length: 30 }, (_, number) => `q-${String(number).padStart(3, '0')}`);
        const lines = ids.map((id) => JSON.stringify({ case: id, output: right ? 'yes' : 'no' }));
        await writeFile(path, `${lines.join('\n')}\n`);
        return path;
      };
      const inputs = {
        'candidate-outputs': await write('candidate.jsonl', false),
        'baseline-outputs': await write('baseline.jsonl', true),
      };
      const one = await scene.push({ 'src/a.py': 'a\nB\n' }, {}, { mode: outputs, inputs });
      expect(one.annotations).toMatchObject([{ level: 'error', path: 'src/a.py', startLine: 2, endLine: 2 }]);
      const two = await scene.push({ 'src/b.py': 'y' }, {}, { mode: outputs, inputs });
      expect(two.outputs.verdict).toBe('fail');
      expect(two.annotations).toEqual([]);
    });
  });

  it('stay as they are where the job stands elsewhere, a part of the cases ran, or nothing could be judged', () =>
    withActionScene(many(), async (scene) => {
      scene.answer = fail;
      const part = await scene.push(reworded(), {}, { inputs: { cases: '60' } });
      expect(part).toMatchObject({ outputs: { verdict: 'fail' }, annotations: [] });
      const { head, base } = await scene.repository.openPull(7, 'feature');
      const event = pullRequestTargetEvent({ number: 7, headSha: head, baseSha: base, sha: base });
      expect(await scene.evaluate(event)).toMatchObject({ outputs: { verdict: 'fail' }, annotations: [] });
      scene.answer = answering(() => unavailable('503 everywhere'));
      const lost = await scene.push({ [promptPath]: aPrompt('v3') });
      expect(lost).toMatchObject({ outputs: { verdict: 'invalid' }, annotations: [] });
    }));

  it('are left alone where the files cannot be read again', async () => {
    const { result, report } = await tell({ script: fail });
    const { plans } = result;
    const log = createFakeActionsLog();
    const gone = { readBlobs: () => Promise.reject(new Error('gone')) };
    const scene = {
      ...{ event: { name: 'pull_request' }, inputs: { dryRun: false, cases: null } },
      ...{ runner: { log }, world: { repository: gone } },
    } as unknown as Scene;
    const entry = { path: promptPath, mode: '100644', hash: 'a'.repeat(40) };
    const tree = { commit: 'b'.repeat(40), entries: new Map([[promptPath, entry]]) };
    const sides = { base: { label: 'main', tree }, candidate: { label: 'this PR', tree } };
    expect(await annotateChange(scene, report, plans, sides)).toEqual([]);
    expect(log.warnings).toEqual(['Could not show it on the changed lines: gone']);
  });

  it('have the limit that was not kept', () => {
    const config = aConfig({
      top: 'prices: { some-model: { input-per-million-usd: 1, output-per-million-usd: 1 } }',
      suite: '    gate: { max-cost-increase: 0.5 }',
    });
    return withActionScene(many({ 'prompt-assay.yml': config }), async (scene) => {
      scene.answer = (call) =>
        answered('yes', {
          usage: { ...noUsage, inputTokens: (call.arm === 'candidate' ? 900 : 100) + numberOf(call) },
        });
      const { annotations } = await scene.push(reworded());
      expect(annotations?.map(({ message }) => message)).toEqual([
        expect.stringMatching(/^"triage": the cost of an answer rose by \d+/),
      ]);
    });
  });
});
