// The readers of production records against what the tracing tools' own clients write: OpenTelemetry's instrumentation,
// OpenLLMetry, OpenInference (Python and JavaScript), Langfuse and LangSmith, which trace a small application that asks a
// stand-in for a model; what they send goes to a collector in the same process.
// Usage: node scripts/suite-records.mjs [--write], where --write keeps what they wrote as fixtures/records/. Needs python3; its packages and npm's are installed into a folder of its own.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createStandIn } from './records/stand-in.mjs';
import { loadTypescript } from './suites/load-typescript.mjs';
import { installNpmParts } from './suites/npm-parts.mjs';
import { MissingPart, makeFolder, requireCommand, root, run, runSuite } from './suites/suite.mjs';

const pythonPackages = [
  'openai==3.57.0',
  'opentelemetry-sdk==1.45.2',
  'opentelemetry-exporter-otlp-proto-http==1.45.2',
  'opentelemetry-instrumentation-genai-openai==1.3b0',
  'opentelemetry-instrumentation-openai==0.62.4',
  'openinference-instrumentation-openai==0.1.66',
  'langfuse==5.0.4',
  'langsmith==0.15.1',
];
const npmPackages = [
  'openai@6.49.0',
  '@opentelemetry/sdk-trace-node@2.12.1',
  '@opentelemetry/exporter-trace-otlp-http@0.223.1',
  '@arizeai/openinference-instrumentation-openai@4.2.7',
];
const scripts = join(root, 'scripts', 'records');
const keeps = process.argv.includes('--write');

/** Runs a program that must succeed, without stopping the server in this process, and gives its output. */
function collect(command, args, input = '') {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
  const options = { cwd: scripts, env, maxBuffer: 2 ** 26, timeout: 100_000 };
  return new Promise((done, reject) => {
    const child = execFile(command, args, options, (error, stdout, stderr) =>
      error === null ? done(stdout) : reject(new Error(`${args[0]}: ${stderr}`)),
    );
    child.stdin.end(input);
  });
}

async function installPython(suite) {
  await requireCommand('python3', 'apt-get install python3-venv');
  const folder = await makeFolder(suite);
  const made = await run('python3', ['-m', 'venv', folder]);
  if (made.code !== 0) throw new MissingPart(`python3 cannot make an environment: ${made.stderr.trim()}`);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...pythonPackages];
  const { code, stderr } = await run(join(folder, 'bin', 'python'), pip, { timeoutMs: 600_000 });
  if (code !== 0) throw new MissingPart(`pip cannot install the tracing clients: ${stderr.trim()}`);
  return join(folder, 'bin', 'python');
}

await runSuite(async (suite) => {
  const { readRecords } = await loadTypescript(suite, 'src/records/read-records.ts');
  const python = await installPython(suite);
  const required = await installNpmParts(suite, npmPackages);
  const packages = dirname(required.resolve.paths('openai')[0]);
  const model = await createStandIn();
  suite.defer(() => model.close());
  const trace = (script, ...args) => collect(python, [script, ...args, model.url]);

  async function read(file, text) {
    if (keeps) await writeFile(join(root, 'fixtures', 'records', file), text);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line, index) => ({ number: index + 1, text: line }));
    const records = [];
    let found = '';
    for await (const { format, events } of readRecords(file, [lines])) {
      found = format;
      records.push(...events.map(({ record }) => record));
    }
    return { found, records };
  }

  /** What every client must have kept of the application in app.py; `gone` alone has no answer. */
  function expectConversation(records, known) {
    assert.equal(records.length, 4);
    const [opening, calling, answering, failed] = records;
    for (const record of records) assert.deepEqual({ ...record, ...known(record) }, record);
    assert.equal(opening.output.content, 'It arrives on Friday.');
    assert.deepEqual(calling.output.toolCalls, [{ name: 'find_parcel', arguments: { id: 'P-7' } }]);
    assert.deepEqual(
      calling.messages.map(({ role }) => role),
      ['system', 'user'],
    );
    assert.deepEqual(
      answering.messages.map(({ role }) => role),
      ['system', 'user', 'assistant', 'tool'],
    );
    assert.equal(answering.messages[2].toolCalls[0].id, answering.messages[3].toolCallId);
    assert.deepEqual(opening.usage, { inputTokens: 21, cachedInputTokens: 3, outputTokens: 6, reasoningTokens: 2 });
    assert.equal(failed.output, null);
    assert.match(failed.error, /404 - no such model/);
    for (const { latencyMs } of records) assert.ok(latencyMs > 0 && latencyMs < 60_000);
  }

  const asked = ({ error }) => ({ modelAsked: error === null ? 'gpt-5' : 'gone' });
  for (const [kind, file, format, known] of [
    ['genai', 'otlp-genai.jsonl', 'OTLP', asked],
    ['openllmetry', 'otlp-openllmetry.jsonl', 'OTLP', asked],
    [
      'openinference',
      'openinference.jsonl',
      'OpenInference',
      (record) => ({ ...asked(record), unit: 'u1', tags: ['web'] }),
    ],
  ]) {
    await suite.test(`${kind}: spans and log records of its instrumentation`, async () => {
      const { found, records } = await read(file, await trace('trace_openai.py', kind));
      assert.equal(found, format);
      expectConversation(records, known);
    });
  }

  await suite.test('langfuse: what its client sends, as OTLP', async () => {
    await trace('trace_langfuse.py');
    const bodies = model.traces.splice(0).map(({ body }) => body.toString('hex'));
    const { found, records } = await read(
      'otlp-langfuse.jsonl',
      await collect(python, ['decode_traces.py'], bodies.join('\n')),
    );
    assert.equal(found, 'OTLP');
    expectConversation(records, () => ({ unit: 'u1', tags: ['web'] }));
  });

  await suite.test('langsmith: the runs that its client gives back', async () => {
    const { found, records } = await read('langsmith.jsonl', await trace('trace_langsmith.py'));
    assert.equal(found, 'LangSmith');
    const [whole, ...requests] = records;
    assert.deepEqual(whole.variables, { question: 'Where is parcel P-7?' });
    assert.equal(whole.output.content, 'It arrives on Friday.');
    expectConversation(requests, (record) => ({ ...asked(record), prompt: 'support', promptVersion: '3' }));
  });

  await suite.test("openinference for JavaScript: OTLP's JSON as it is sent", async () => {
    await collect(process.execPath, ['trace-openai.mjs', model.url, packages]);
    const bodies = model.traces.splice(0).map(({ type, body }) => {
      assert.equal(type, 'application/json');
      return `${body}\n`;
    });
    const { found, records } = await read('openinference-js.jsonl', bodies.join(''));
    assert.equal(found, 'OpenInference');
    assert.deepEqual(records[0].output.toolCalls, [{ name: 'find_parcel', arguments: { id: 'P-7' } }]);
    assert.deepEqual(
      records[1].messages.map(({ role }) => role),
      ['user', 'assistant', 'tool'],
    );
    assert.equal(records[1].output.content, 'It arrives on Friday.');
  });
});
