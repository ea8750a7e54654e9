// The config's schema in an editor: the language server that editors run for YAML, on the file that `init` writes.
// Usage: node scripts/suite-editor.mjs
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installNpmParts } from './suites/npm-parts.mjs';
import { cli, makeFolder, must, root, runSuite } from './suites/suite.mjs';

const config = `version: 1
model: { id: some-model }
suites:
  - name: triage
    prompts: prompts/*.prompt.yml
    dataset: evals/triage.jsonl
    checks:
      - { name: label, type: equals, path: /label, expected: refund }
    gate:
      margin: 0.05
`;

await runSuite(async (suite) => {
  const { test } = suite;
  const load = await installNpmParts(suite, ['yaml-language-server@1.25.0']);
  const folder = await installInto(suite);
  await must('git', ['init', '-q'], { cwd: folder });
  await must(process.execPath, [cli, 'init'], { cwd: folder });
  const written = await readFile(join(folder, 'prompt-assay.yml'), 'utf8');
  const [modeline] = written.split('\n');
  const server = startServer(suite, load.resolve('yaml-language-server/bin/yaml-language-server'));
  const uri = pathToFileURL(join(folder, 'prompt-assay.yml')).href;
  await server.ask('initialize', { processId: null, rootUri: pathToFileURL(folder).href, capabilities: {} });
  server.tell('initialized', {});
  let version = 0;
  /** Shows the server another text of the file, and waits for what it finds wrong in it. */
  const write = (text) => {
    version += 1;
    const textDocument = { uri, version };
    const found = server.hear('textDocument/publishDiagnostics', (said) => said.uri === uri);
    if (version === 1)
      server.tell('textDocument/didOpen', { textDocument: { ...textDocument, languageId: 'yaml', text } });
    else server.tell('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
    return found.then(({ diagnostics }) =>
      diagnostics.map(({ message, range }) => `${range.start.line + 1}: ${message}`),
    );
  };
  const endOf = (text) => {
    const lines = text.split('\n');
    return { line: lines.length - 1, character: lines.at(-1).length };
  };

  await test('the config that init writes names the schema of the package, and has no fault in it', async () => {
    assert.equal(
      modeline,
      '# yaml-language-server: $schema=./node_modules/prompt-assay/schemas/prompt-assay.schema.json',
    );
    assert.deepEqual(await write(written), []);
  });

  await test('a config with every part is without fault', async () => {
    assert.deepEqual(await write(`${modeline}\n${config}`), []);
  });

  await test('an unknown key is underlined where it stands', async () => {
    const [first, ...more] = await write(`${modeline}\n${config}      marign: 0.1\n`);
    assert.deepEqual(more, []);
    assert.match(first, /^12: .*marign/);
  });

  await test('a value of the wrong kind is underlined', async () => {
    const found = await write(`${modeline}\n${config.replace('margin: 0.05', 'margin: wide')}`);
    assert.ok(
      found.some((text) => text.startsWith('11: ')),
      found.join('\n'),
    );
  });

  await test('the keys of a gate are offered, each with its meaning', async () => {
    const text = `${modeline}\n${config}      `;
    await write(text);
    const { items = [] } = await server.ask('textDocument/completion', {
      textDocument: { uri },
      position: endOf(text),
    });
    const keys = new Map(items.map(({ label, documentation }) => [label, documentation?.value ?? documentation]));
    assert.ok(keys.has('settle'), [...keys.keys()].join(', '));
    assert.match(String(keys.get('settle')), /inconclusive/);
  });

  await test('the words of a key are offered', async () => {
    const text = `${modeline}\n${config}      on-inconclusive: `;
    await write(text);
    const { items = [] } = await server.ask('textDocument/completion', {
      textDocument: { uri },
      position: endOf(text),
    });
    assert.deepEqual(items.map(({ label }) => label).sort(), ['block', 'warn']);
  });

  await test('a key says what it means', async () => {
    const text = `${modeline}\n${config}`;
    await write(text);
    const line = text.split('\n').findIndex((one) => one.includes('margin:'));
    const hover = await server.ask('textDocument/hover', { textDocument: { uri }, position: { line, character: 8 } });
    assert.match(JSON.stringify(hover?.contents ?? null), /drop that must be ruled out/);
  });
});

/** A repository with the package installed, as far as an editor looks at it. */
async function installInto(suite) {
  const folder = await makeFolder(suite);
  const schema = 'schemas/prompt-assay.schema.json';
  const place = join(folder, 'node_modules/prompt-assay', schema);
  await mkdir(dirname(place), { recursive: true });
  await cp(join(root, schema), place);
  return folder;
}

/** The language server, spoken to over its standard input: `ask` waits for the answer, `hear` for the next notice of a kind. */
function startServer({ defer }, path) {
  const child = spawn(process.execPath, [path, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  defer(() => child.kill());
  const waiting = [];
  let id = 0;
  let rest = Buffer.alloc(0);
  const send = (message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const receive = (message) => {
    // A question of the server's own, as for settings, gets the answer that there are none.
    if (message.id !== undefined && message.method !== undefined) send({ id: message.id, result: null });
    const index = waiting.findIndex(({ isMeant }) => isMeant(message));
    if (index !== -1) waiting.splice(index, 1)[0].done(message);
  };
  child.stdout.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = rest.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(rest.subarray(0, Math.max(head, 0)).toString())?.[1]);
      if (head === -1 || rest.length < head + 4 + length) return;
      const body = rest.subarray(head + 4, head + 4 + length).toString();
      rest = rest.subarray(head + 4 + length);
      receive(JSON.parse(body));
    }
  });
  const waitFor = (what, isMeant) =>
    new Promise((done, reject) => {
      const timer = setTimeout(() => reject(new Error(`the language server said nothing: ${what}`)), 30_000);
      const finish = (message) => {
        clearTimeout(timer);
        done(message);
      };
      waiting.push({ isMeant, done: finish });
    });
  return {
    tell: (method, params) => send({ method, params }),
    hear: async (method, isMeant) =>
      (await waitFor(method, (message) => message.method === method && isMeant(message.params))).params,
    ask: async (method, params) => {
      id += 1;
      const own = id;
      send({ id: own, method, params });
      const { error, result } = await waitFor(method, (message) => message.id === own && message.method === undefined);
      if (error) throw new Error(`${method}: ${error.message}`);
      return result ?? {};
    },
  };
}
