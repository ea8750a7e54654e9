// A real small model behind a real endpoint: the demo's prompt on ten of its messages, recorded and replayed.
// Needs scripts/local-model/install.sh. Usage: node scripts/suite-model.mjs
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cli, MissingPart, makeFolder, must, root, run, runSuite } from './suites/suite.mjs';

// Fewer than ten cases would be asked five times each.
const rows = 10;
const answeredModel = 'smollm2-135m-instruct-q4_1';

await runSuite(async (suite) => {
  const { test } = suite;
  const baseUrl = await startModel(suite);
  const folder = await makeFolder(suite);
  const clone = join(folder, 'clone');
  const git = (...args) =>
    must('git', ['-C', clone, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args]);
  await cp(join(root, 'fixtures/demo/main'), clone, { recursive: true });
  const dataset = join(clone, 'evals/orders.jsonl');
  await writeFile(dataset, (await readFile(dataset, 'utf8')).split('\n').slice(0, rows).join('\n'));
  const config = join(clone, 'prompt-assay.yml');
  // One answer a case and short judgements: more would only take time.
  await writeFile(
    config,
    (await readFile(config, 'utf8'))
      .replace('margin: 0.1', 'resample: off')
      .replace('max-tokens: 120', 'max-tokens: 40'),
  );
  await must('git', ['init', '--quiet', '--initial-branch=main', clone]);
  await git('add', '.');
  await git('commit', '--quiet', '-m', 'main');
  await cp(join(root, 'fixtures/demo/changes/1-reworded/files'), clone, { recursive: true });

  const recording = join(folder, 'recording.jsonl');
  const assay = async (name, ...flags) => {
    const args = [cli, 'run', '--json', '--report', join(folder, name), ...flags];
    const { code, stdout, stderr } = await run(process.execPath, args, { cwd: clone, timeoutMs: 300_000 });
    assert.notEqual(stdout, '', stderr);
    const lines = async (file) => {
      const text = await readFile(join(folder, name, file), 'utf8');
      return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
    };
    return {
      code,
      report: JSON.parse(stdout),
      calls: await lines('calls.jsonl'),
      outputs: await lines('outputs.jsonl'),
    };
  };
  const recorded = await assay('recorded', '--base-url', baseUrl, '--record', recording);

  await test('the model answers every message on both sides, under its own name', async () => {
    assert.notEqual(recorded.report.verdict, 'invalid', JSON.stringify(recorded.report.errors));
    const answers = recorded.calls.filter(({ purpose }) => purpose === 'generate');
    assert.equal(answers.length, 2 * rows);
    for (const { status, answeredAs } of answers) assert.deepEqual([status, answeredAs], ['answered', answeredModel]);
    assert.ok(recorded.outputs.length >= 2 * rows);
    assert.ok(recorded.outputs.every(({ output }) => output.content.length > 0));
  });

  await test('it copies: most answers are JSON with an order number', async () => {
    const good = recorded.outputs.filter(({ output }) => /"order": "[A-Z]-\d{4}"/.test(output.content));
    assert.ok(
      good.length > recorded.outputs.length / 2,
      JSON.stringify(recorded.outputs.map(({ output }) => output.content)),
    );
  });

  await test('its tokens are counted and add up', async () => {
    const sum = (field) => recorded.calls.reduce((total, { usage }) => total + (usage?.[field] ?? 0), 0);
    assert.ok(recorded.calls.every(({ usage }) => usage.inputTokens > 20 && usage.outputTokens > 0));
    assert.deepEqual(
      [recorded.report.inputTokens, recorded.report.outputTokens],
      [sum('inputTokens'), sum('outputTokens')],
    );
  });

  await test('it is no judge: the judge is named, held and decides nothing', async () => {
    const judge = recorded.report.metrics.find(({ metric }) => metric === 'helpful');
    assert.equal(judge.gates, false);
    assert.match(judge.held, /calibrated|planted|abstain/);
    assert.ok(recorded.calls.some(({ purpose }) => purpose === 'judge'));
  });

  await test('the recording gives the same report again, without the model', async () => {
    const replayed = await assay('replayed', '--replay', recording);
    const facts = ({ report }) => ({ ...report, durationMs: 0 });
    assert.deepEqual(facts(replayed), facts(recorded));
    assert.equal(replayed.code, recorded.code);
    assert.deepEqual(replayed.outputs, recorded.outputs);
  });

  await test('an unknown model and a prompt that is too long are said in the words of the endpoint', async () => {
    await writeFile(config, (await readFile(config, 'utf8')).replace(/ {4}judges:\n.*\n/, ''));
    await git('commit', '--quiet', '-m', 'no judge', 'prompt-assay.yml');
    const promptPath = join(clone, 'prompts/extract-order.prompt.yml');
    const prompt = await readFile(promptPath, 'utf8');
    for (const [changed, words] of [
      [prompt.replace(/^model: .*/m, 'model: no-such-model'), /no-such-model/],
      [prompt.replace('{{message}}', `${'word '.repeat(5000)}{{message}}`), /context/],
    ]) {
      await writeFile(promptPath, changed);
      const { code, report } = await assay('refused', '--base-url', baseUrl, '--cases', '1');
      assert.equal(code, 2, report.title);
      assert.match(JSON.stringify([report.errors, report.reasons, report.suites]), words);
    }
  });
});

/** Starts the model on a free port with one thread; resolves to its base URL once it listens. */
async function startModel({ defer }) {
  const home = join(root, 'scripts/local-model');
  if (!existsSync(join(home, 'node_modules')) || !existsSync(join(home, 'model'))) {
    throw new MissingPart('the local model is not installed: scripts/local-model/install.sh');
  }
  const args = [join(home, 'server.mjs'), '--port', '0', '--threads', '1'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  defer(() => child.kill());
  for await (const line of createInterface({ input: child.stdout })) {
    const baseUrl = /http:\/\/127\.0\.0\.1:\d+\/v1/.exec(line)?.[0];
    if (baseUrl !== undefined) return baseUrl;
  }
  throw new Error('the local model ended before it listened');
}
