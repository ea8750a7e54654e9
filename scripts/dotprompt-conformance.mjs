// Runs the conformance suite of Dotprompt against the reader, and says which cases fail and which are exceptions.
// Usage: node scripts/dotprompt-conformance.mjs FOLDER
// FOLDER is the folder "spec" of a checkout of https://github.com/google/dotprompt. Not compared: "raw" and "ext", which are kept
// nowhere, and the metadata of parts and messages, which no API takes.
import { mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { loadSources } from './fuzz/load.mjs';

/** Cases that are not met, by file, name and description, each with its reason (docs/formats.md says them, too). */
const codeOnly = 'a schema that only code defines';
const noImage = 'only images are sent';
const exceptions = new Map([
  ['picoschema.yaml: named_schema_override_description: returns as expected', codeOnly],
  ['picoschema.yaml: nested_named_schema: returns as expected', codeOnly],
  ['helpers/media.yaml: content_types: renders video content type', noImage],
  ['helpers/media.yaml: content_types: renders audio content type', noImage],
]);

const [spec] = process.argv.slice(2);
if (spec === undefined) throw new Error('Name the folder "spec" of a checkout.');
const folder = await realpath(await mkdtemp(join(tmpdir(), 'prompt-assay-dotprompt-')));
try {
  const load = await loadSources(folder);
  const { parsePrompts } = await load('src/prompts/formats.ts');
  const { renderPrompt } = await load('src/prompts/render.ts');
  const { readPicoschema } = await load('src/prompts/dotprompt/picoschema.ts');
  const tally = { passed: 0, failed: 0, excepted: 0 };
  for (const file of (await readdir(spec, { recursive: true })).filter((path) => path.endsWith('.yaml')).sort()) {
    for (const suite of parse(await readFile(join(spec, file), 'utf8'))) {
      for (const test of suite.tests) {
        const name = `${file}: ${suite.name}: ${test.desc}`;
        const fault = findFault(suite, test, { parsePrompts, renderPrompt, readPicoschema });
        const reason = exceptions.get(name);
        tally[reason !== undefined ? 'excepted' : fault === null ? 'passed' : 'failed'] += 1;
        if (reason !== undefined)
          console.log(`exception: ${name}: ${reason}${fault === null ? ' (and yet it passes)' : ''}`);
        else if (fault !== null) console.log(`failed: ${name}\n  ${fault}`);
      }
    }
  }
  console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.excepted} exceptions`);
  process.exitCode = tally.failed === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** What of a case is not as it is expected; null where all is. */
function findFault(suite, { data: own = {}, options, expect }, { parsePrompts, renderPrompt, readPicoschema }) {
  try {
    const data = { ...suite.data, ...own };
    const partials = Object.entries({ ...suite.partials, ...suite.resolverPartials });
    const included = new Map(partials.map(([name, text]) => [`_${name}.prompt`, { path: `_${name}.prompt`, text }]));
    const source = { path: 'case.prompt', text: suite.template.replaceAll('\r\n', '\n') };
    const reading = { format: null, template: null, byName: false };
    const [parsed] = parsePrompts(source, reading, included);
    const defaults = options?.input?.default;
    const prompt = defaults === undefined ? parsed : { ...parsed, defaults };
    const context = Object.entries(data.context ?? {}).map(([name, value]) => [`@${name}`, value]);
    const variables = { ...data.input, ...Object.fromEntries(context) };
    const history = data.messages?.map(({ role, content }) => ({ role: ownRole(role), content: content[0].text }));
    const { messages } = renderPrompt(prompt, variables, history ?? null);
    const wanted = expect.messages.map(toWanted).filter(({ content }) => content !== '');
    const front = parse(/^---\n([\s\S]*?)\n---\n/.exec(source.text)?.[1] ?? '{}');
    const report = (path, message) => {
      throw new Error(`${path.join('.')} ${message}`);
    };
    const pairs = [
      ['messages', messages.map(({ role, content, parts }) => ({ role, content: parts ?? content })), wanted],
      ['model', prompt.model ?? undefined, expect.model],
      ['config', Object.keys(prompt.parameters).length === 0 ? undefined : prompt.parameters, expect.config],
      ['default', prompt.defaults, expect.input?.default],
      ['output', sortKeys(prompt.responseFormat?.schema ?? undefined), sortKeys(expect.output?.schema)],
      [
        'input',
        sortKeys(front.input?.schema && readPicoschema(front.input.schema, report).schema),
        sortKeys(expect.input?.schema),
      ],
    ];
    const wrong = pairs.find(([, found, awaited]) => !isDeepStrictEqual(found, awaited));
    return wrong === undefined
      ? null
      : `${wrong[0]}: ${JSON.stringify(wrong[1])} instead of ${JSON.stringify(wrong[2])}`;
  } catch (error) {
    return error.message;
  }
}

function ownRole(role) {
  return role === 'model' ? 'assistant' : role;
}

/** An expected message as ours are: sections left out, texts side by side joined. */
function toWanted({ role, content }) {
  const parts = content
    .filter(({ metadata }) => metadata === undefined)
    .map(({ text, media }) =>
      text === undefined ? { type: 'image', url: media.url, detail: null } : { type: 'text', text },
    );
  const isText = parts.every(({ type }) => type === 'text');
  return { role: ownRole(role), content: isText ? parts.map(({ text }) => text).join('') : parts };
}

function sortKeys(value) {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sortKeys(value[key])]),
  );
}
