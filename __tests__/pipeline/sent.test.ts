import { describe, expect, it } from '@jest/globals';
import type { FakeFiles } from '../helpers/fake-ports.ts';
import { aConfigFile, aPromptFile, aSelfContained, aTree, jsonl, someRows, tell } from './story.ts';

const path = 'prompts/triage.prompt.yml';
const rows = { 'evals/triage.jsonl': jsonl(someRows(3)) };

/** A config whose `model` block has more keys. */
const config = (model: string, parts: Parameters<typeof aConfigFile>[0] = {}) =>
  aConfigFile(parts).replace('id: some-model', `id: some-model${model}`);
/** A tree with a prompt of such a text and such lines at its top. */
const tree = (text: string, more = '', files: FakeFiles = {}) =>
  aTree({ ...rows, [path]: aPromptFile(text, 'triage', more), ...files });

/** What a pull request between two trees is told, without any call. */
async function send(base: FakeFiles, candidate: FakeFiles) {
  const { report, calls } = await tell({ base, candidate, request: { dryRun: true } });
  expect(calls).toEqual([]);
  return report;
}

/** The mistakes of a prompt that comes to have such lines; the base's config may have more in its `model`. */
const errorsOf = async (lines: string, model = '', before = '') => {
  const { errors, verdict } = await send(
    tree('v1', before, { 'prompt-assay.yml': config(model) }),
    tree('v2', lines, { 'prompt-assay.yml': config(model) }),
  );
  expect(verdict === 'invalid').toBe(errors.length > 0 || model.includes('budget'));
  return errors;
};

describe('what a pull request sends beyond the known list is invalid', () => {
  it.each([
    ['a parameter', 'parameters:\n  store: true\n', 3, '"store"', 'allow-parameters: ["store"]'],
    ['its top-level spelling', 'service-tier: priority\n', 2, '"service_tier"', 'allow-parameters: ["service-tier"]'],
    ['with underscores', 'service_tier: flex\n', 2, '"service_tier"', 'allow-parameters: ["service-tier"]'],
    [
      'in camel case',
      'modelParameters:\n  previousResponseId: r\n',
      3,
      '"previous_response_id"',
      '"previous-response-id"',
    ],
    ['a limit of hosted tools', 'parameters: { max-tool-calls: 9 }\n', 2, '"max_tool_calls"', '"max-tool-calls"'],
    ['metadata', 'parameters: { metadata: { a: b } }\n', 2, '"metadata"', '"metadata"'],
    ['a search', 'parameters: { web-search-options: {} }\n', 2, '"web_search_options"', '"web-search-options"'],
    ['what a proxy unpacks', 'parameters: { extra-body: { store: true } }\n', 2, '"extra_body"', '"extra-body"'],
    ['old functions', 'parameters: { functions: [{ name: f }] }\n', 2, '"functions"', '"functions"'],
    ['a made-up name', 'parameters: { x-made-up: 1 }\n', 2, '"x_made_up"', '"x-made-up"'],
    ['a name of the language', 'parameters: { constructor: 1 }\n', 2, '"constructor"', '"constructor"'],
    [
      'a member of a known object',
      'parameters: { reasoning: { effort: low, summary: auto } }\n',
      2,
      '"reasoning.summary"',
      '"reasoning"',
    ],
    ['a member of text', 'parameters: { text: { verbosity: low, hidden: 1 } }\n', 2, '"text.hidden"', '"text"'],
    ['a known object that is none', 'parameters: { reasoning: true }\n', 2, '"reasoning"', '"reasoning"'],
    [
      'a hosted tool',
      'tools:\n  - { type: function, name: f }\n  - { type: mcp, server_url: "https://evil.example" }\n',
      4,
      '"mcp"',
      'allow-tools: ["mcp"]',
    ],
    [
      'a function with more',
      'tools: [{ type: function, name: f, server_url: "https://evil.example" }]\n',
      2,
      '"server_url"',
      'allow-tools: ["function"]',
    ],
    [
      'a nested function with more',
      'tools: [{ type: function, function: { name: f, environment: {} } }]\n',
      2,
      '"environment"',
      'allow-tools: ["function"]',
    ],
    ['a tool without a type', 'tools: [{ google_search: {} }]\n', 2, 'no "type"', 'type: function'],
    [
      'a choice of a hosted tool',
      'tool-choice: { type: web_search }\n',
      2,
      '"web_search"',
      'allow-tools: ["web_search"]',
    ],
    [
      'a choice among hosted tools',
      'tool-choice: { type: allowed_tools, allowed_tools: { mode: auto, tools: [{ type: mcp }] } }\n',
      2,
      '"mcp"',
      'allow-tools: ["mcp"]',
    ],
  ])('%s', async (_name, lines, line, named, key) => {
    const errors = await errorsOf(lines);
    expect(errors).toMatchObject([{ path, line }]);
    expect(errors[0]?.message).toContain(named);
    expect(errors[0]?.hint).toContain(key);
  });

  it.each([
    ['a name with a dot, which would reach into the request', 'parameters: { "messages.x": 1 }\n'],
    ['a name of underscores', 'parameters: { __proto__: { store: true } }\n'],
  ])('%s cannot be a parameter', async (_name, lines) => {
    expect((await errorsOf(lines))[0]?.message).toContain('cannot be set as a model parameter');
  });

  it('and every one is told at once', async () => {
    const errors = await errorsOf(
      'parameters: { store: true, metadata: {} }\ntools: [{ type: mcp }, { type: shell }]\n',
    );
    expect(errors).toHaveLength(4);
  });

  it.each(['chat', 'responses'])('but what only shapes the answer may have any value (%s)', async (api) => {
    const known = {
      temperature: 9,
      'top-p': 2,
      'top-k': 0,
      'min-p': 3,
      seed: -1,
      stop: ['a'],
      'frequency-penalty': 9,
      'presence-penalty': 9,
      'repetition-penalty': 9,
      'max-completion-tokens': 1e6,
      'reasoning-effort': 'xxl',
      verbosity: 'xxl',
      'logit-bias': { 1: 100 },
      'parallel-tool-calls': 1,
      'tool-choice': { type: 'function', function: { name: 'f' } },
      text: { verbosity: 'low' },
    };
    const tools = [
      { type: 'function', name: 'f', description: 'd', parameters: {}, strict: true },
      { type: 'function', function: { name: 'g', parameters: { store: true, type: 'mcp' } } },
    ];
    const lines = `parameters: ${JSON.stringify(known)}\ntools: ${JSON.stringify(tools)}\nresponseFormat: json_object\n`;
    expect(await errorsOf(lines, `, api: ${api}`)).toEqual([]);
  });
});

describe("what main's version of the prompt sends is allowed", () => {
  const mcp = (url: string) => `tools: [{ type: mcp, server_url: "${url}" }]\n`;
  const tier = (value: string) => `parameters: { service-tier: ${value} }\n`;

  it.each([
    ['a parameter with the same value', tier('flex'), tier('flex'), 0],
    ['a parameter in another spelling', 'service_tier: flex\n', tier('flex'), 0],
    ['a parameter with another value', tier('flex'), tier('priority'), 1],
    ['the same tool', mcp('https://a.example'), `${mcp('https://a.example')}temperature: 1\n`, 0],
    ['the same tool elsewhere', mcp('https://a.example'), mcp('https://b.example'), 1],
    ['the same choice', 'tool-choice: { type: web_search }\n', 'tool-choice: { type: web_search }\n', 0],
    ['less', `${tier('flex')}${mcp('https://a.example')}`, '', 0],
  ])('%s', async (_name, before, after, faults) => {
    expect(await errorsOf(after, '', before)).toHaveLength(faults);
  });

  it("also as the default of main's config, for new prompts too", async () => {
    const files = { 'prompt-assay.yml': config(', parameters: { service-tier: flex }') };
    const after = tree('v2', '', { ...files, 'prompts/second.prompt.yml': aPromptFile('v1', 'second') });
    expect((await send(tree('v1', '', files), after)).errors).toEqual([]);
  });

  it('under another path or name', async () => {
    const base = tree('v1', tier('flex'));
    const { [path]: _moved, ...others } = base;
    const candidate = { ...others, 'prompts/moved.prompt.yml': aPromptFile('v2', 'triage', tier('flex')) };
    expect((await send(base, candidate)).errors).toEqual([]);
  });

  it('where main has a mistake elsewhere, too: a repair may leave the prompt as it is', async () => {
    const broken = tree('v1', tier('flex'), { 'evals/triage.jsonl': '{"id"' });
    expect((await send(broken, tree('v1', tier('flex')))).errors).toEqual([]);
    expect((await send(broken, tree('v2', tier('flex')))).errors).toMatchObject([{ path, line: 2 }]);
  });
});

describe('wherever a pull request brings it', () => {
  const beyond = ', parameters: { service-tier: priority }';
  const invalid = (file: string, line: number) => ({ verdict: 'invalid', errors: [{ path: file, line }] });

  it('its config: the model of all prompts', async () => {
    const candidate = tree('v1', '', { 'prompt-assay.yml': config(beyond) });
    expect(await send(tree('v1'), candidate)).toMatchObject(invalid('prompt-assay.yml', 2));
  });

  it('a new prompt, which no version of main vouches for', async () => {
    const file = 'prompts/second.prompt.yml';
    const candidate = tree('v1', '', { [file]: aPromptFile('v1', 'second', 'service-tier: flex\n') });
    expect(await send(tree('v1', 'service-tier: flex\n'), candidate)).toMatchObject(invalid(file, 2));
  });

  it('front matter', async () => {
    const file = 'prompts/plain.md';
    const markdown = (more: string) => `---\n${more}---\nSay {{input}}.\n`;
    const own = { 'prompt-assay.yml': aConfigFile().replace('*.prompt.yml', '*.md'), ...rows };
    const report = await send(
      { ...own, [file]: markdown('') },
      { ...own, [file]: markdown('tools:\n  - type: code_interpreter\n') },
    );
    expect(report).toMatchObject(invalid(file, 3));
  });

  it('a suite at first contact, with its config', async () => {
    const report = await send(
      { [path]: aPromptFile('v1') },
      tree('v2', '', { 'prompt-assay.yml': config(`${beyond.slice(0, -1)}}, allow-parameters: [service-tier]`) }),
    );
    expect(report).toMatchObject(invalid('prompt-assay.yml', 2));
  });

  it('a prompt that is a suite of its own', async () => {
    const solo = (more: string) => ({ 'solo.prompt.yml': `${more}${aSelfContained('v1')}` });
    expect(await send(solo(''), solo('service-tier: flex\n'))).toMatchObject(invalid('solo.prompt.yml', 1));
  });

  it('the model of a judge that only reports', async () => {
    const judged = (parameters: string) => ({
      'prompt-assay.yml': aConfigFile({
        top: `judge:\n  model: { id: a-judge, parameters: { ${parameters} } }`,
        suite: '    judges:\n      - { name: useful, type: rubric, rubric: r.md }',
      }),
      'r.md': '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n',
    });
    const main = (parameters: string) => tree('v1', '', judged(parameters));
    const change = (parameters: string) => tree('v2', '', judged(parameters));
    const report = await send(main(''), change('store: true'));
    expect(report).toMatchObject(invalid('prompt-assay.yml', 4));
    expect(report.errors[0]?.hint).toContain('judge: { model: { allow-parameters: ["store"] } }');
    expect((await send(main('store: true'), change('store: true'))).errors).toEqual([]);
    expect((await send(main('temperature: 0'), change('temperature: 1'))).errors).toEqual([]);
    const logprobs = {
      'prompt-assay.yml': judged('')['prompt-assay.yml'].replace('judge:', 'judge:\n  logprobs: true'),
    };
    expect((await send(main(''), tree('v2', '', { ...judged(''), ...logprobs }))).errors).toEqual([]);
  });
});

describe('`allow-parameters` and `allow-tools` of the base', () => {
  it.each([
    ['a parameter at any value, in any spelling', ', allow-parameters: [service_tier]', 'serviceTier: priority\n'],
    ['a parameter with members', ', allow-parameters: [reasoning]', 'parameters: { reasoning: { summary: auto } }\n'],
    ['a type of tool', ', allow-tools: [mcp]', 'tools: [{ type: mcp, server_url: "https://a.example" }]\n'],
    ['a choice of it', ', allow-tools: [mcp]', 'tool-choice: { type: mcp }\n'],
    [
      'functions with more members',
      ', allow-tools: [function]',
      'tools: [{ type: function, name: f, defer_loading: true }]\n',
    ],
  ])('allow %s', async (_name, model, lines) => {
    expect(await errorsOf(lines, model)).toEqual([]);
    expect(await errorsOf(lines)).toHaveLength(1);
  });

  it('hold for judges, which may have a list of their own', async () => {
    const top = (allowed: string) => `judge: { model: { id: a-judge${allowed}, parameters: { store: true } } }`;
    const judged = (model: string, allowed = '') => ({
      'prompt-assay.yml': config(model, { top: top(allowed), suite: `    judges:\n${judge}` }),
      'r.md': '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n',
    });
    const judge = '      - { name: useful, type: rubric, rubric: r.md }';
    const base = (model: string, allowed = '') =>
      tree('v1', '', {
        'prompt-assay.yml': config(model, { top: top(allowed).replace('store: true', '') }),
      });
    const leave = ', allow-parameters: [store]';
    const faults = async (...parts: Parameters<typeof base>) =>
      (await send(base(...parts), tree('v2', '', judged(leave, leave)))).errors.length;
    expect([await faults(''), await faults(leave), await faults('', leave)]).toEqual([1, 0, 0]);
    expect(await faults(leave, ', allow-parameters: []')).toBe(1);
  });

  it("are not the pull request's to give", async () => {
    const candidate = tree('v2', 'service-tier: flex\n', {
      'prompt-assay.yml': config(', allow-parameters: [service-tier]'),
    });
    expect((await send(tree('v1'), candidate)).errors).toMatchObject([{ path, line: 2 }]);
  });
});
