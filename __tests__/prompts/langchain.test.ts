import { describe, expect, it } from '@jest/globals';
import { renderPrompt } from '../../src/prompts/render.ts';
import { parsePrompt } from '../helpers/parse-prompt.ts';

const parse = (text: string, path = 'a.yaml') => parsePrompt({ path, text });
const parseJson = (value: object, path = 'prompt_manifest.json') => parse(JSON.stringify(value, null, 2), path);
const part = (name: string, kwargs: object) => ({ lc: 1, type: 'constructor', id: ['langchain', 'x', name], kwargs });
const template = (text: string, format = 'f-string') =>
  part('PromptTemplate', { input_variables: [], template: text, template_format: format });
const chat = part('ChatPromptTemplate', {
  input_variables: ['x'],
  messages: [
    part('SystemMessagePromptTemplate', { prompt: template('Speak {tone}.') }),
    part('MessagesPlaceholder', { variable_name: 'history', optional: true }),
    part('AIMessage', { content: 'Say {x}' }),
    part('HumanMessagePromptTemplate', { prompt: template('Sort {x}, {{y}}') }),
  ],
  partial_variables: { tone: 'as {x}' },
});
const show = (prompt: ReturnType<typeof parse>, variables = {}) =>
  renderPrompt(prompt, variables).messages.map(({ role, content }) => `${role}: ${content}`);

describe('a prompt that LangChain saved', () => {
  it('is an f-string unless it says otherwise, and fills in what it has itself', () => {
    const prompt = parse(
      '_type: prompt\ninput_variables: [x]\ntemplate: "Say {x} {{y}} to {who}."\npartial_variables: { who: "{x}" }\n',
    );
    expect(prompt).toMatchObject({ format: 'langchain', dialect: 'f-string' });
    expect(show(prompt, { x: 'hi' })).toEqual(['user: Say hi {y} to {x}.']);
    const mustache = parse(
      '_type: prompt\ntemplate: "Say {{ x }} to {{ who }}"\ntemplate_format: mustache\npartial_variables: { who: "{{x}}" }\n',
    );
    expect(show(mustache, { x: 'hi' })).toEqual(['user: Say hi to {{x}}']);
  });

  it('of examples sets them between prefix and suffix', () => {
    const prompt = parse(
      '_type: few_shot\nprefix: Sort.\nexample_prompt: { _type: prompt, template: "{a} is {b}" }\nexamples:\n  - { a: "{1}", b: one }\n  - { a: 2, b: two }\nsuffix: "{x} is"\n',
    );
    expect(show(prompt, { x: '3' })).toEqual(['user: Sort.\n\n{1} is one\n\n2 is two\n\n3 is']);
  });

  it.each([
    [
      'a template elsewhere',
      '_type: prompt\ntemplate_path: a.txt\n',
      /:2:16 "template_path" reads "a\.txt" from where the program runs/,
    ],
    ['no template', '_type: prompt\n', /"template" is missing or empty/],
    [
      'examples elsewhere',
      '_type: few_shot\nexamples: a.json\nexample_prompt: { template: x }\n',
      /"examples" reads "a\.json"/,
    ],
    [
      'an example without a value',
      '_type: few_shot\nexamples: [{ a: 1 }]\nexample_prompt: { template: "{b}" }\n',
      /"examples\[0\]" has no "b"/,
    ],
    ['another kind', '_type: chat\n', /"_type" is "chat", which is not read/],
    ['an unknown format', '_type: prompt\ntemplate: x\ntemplate_format: mako\n', /unknown dialect "mako"/],
    [
      'a value that is code',
      '_type: prompt\ntemplate: "{a}"\npartial_variables: { a: null }\n',
      /"partial_variables\.a" is no text/,
    ],
    ['a mistake in its template', '_type: prompt\ntemplate: "{a.b}"\n', /:2:12 "\{a\.b\}" is no variable/],
  ])('with %s is refused', (_, text, expected) => {
    expect(() => parse(text)).toThrow(expected);
  });
});

describe('a manifest', () => {
  it('of a chat prompt has its messages, quotes what is no template, and fills each in once', () => {
    const prompt = parseJson(chat);
    expect(prompt).toMatchObject({
      format: 'langchain',
      dialect: 'f-string',
      slots: [{ name: 'history', before: 1, isOptional: true }],
    });
    expect(renderPrompt(prompt, { x: 'hi' }).unknown).toEqual([]);
    expect(show(prompt, { x: 'hi' })).toEqual(['system: Speak as {x}.', 'assistant: Say {x}', 'user: Sort hi, {y}']);
    expect(prompt.places.get('{{x}}')?.line).toBeGreaterThan(1);
  });

  it('of a sequence has the model and tools that it is bound to', () => {
    const model = part('ChatOpenAI', {
      model_name: 'some-model',
      temperature: 0.3,
      request_timeout: 9,
      openai_api_key: { lc: 1, type: 'secret', id: ['K'] },
    });
    const bound = part('RunnableBinding', { bound: model, kwargs: { tools: [{ type: 'function' }] } });
    const sequence = part('RunnableSequence', { first: chat, last: bound });
    expect(parseJson({ commit: 'x', manifest: sequence }, 'other.json')).toMatchObject({
      model: 'some-model',
      parameters: { temperature: 0.3 },
      tools: [{ type: 'function' }],
      messages: [{ role: 'system' }, { role: 'assistant' }, { role: 'user' }],
    });
  });

  it('may be a plain template, in mustache, or ask for a schema', () => {
    expect(parseJson(template('Sort {{x}}', 'mustache'))).toMatchObject({
      dialect: 'mustache',
      messages: [{ role: 'user', content: 'Sort {{x}}' }],
    });
    const structured = {
      ...chat,
      id: ['StructuredPrompt'],
      kwargs: { ...chat.kwargs, schema_: { title: 'Label', type: 'object' } },
    };
    expect(parseJson(structured)).toMatchObject({ responseFormat: { type: 'json_schema', name: 'Label' } });
  });

  it.each([
    ['no prompt', part('ChatOpenAI', { model: 'm' }), /holds no prompt/],
    ['two prompts', part('RunnableSequence', { first: chat, last: chat }), /holds more than one prompt/],
    [
      'a message of another kind',
      part('ChatPromptTemplate', { messages: [part('ToolMessage', { content: 'x' })] }),
      /"kwargs\.messages\[0\]" is "ToolMessage", which is no message/,
    ],
    [
      'a message of parts',
      part('ChatPromptTemplate', { messages: [part('HumanMessagePromptTemplate', { prompt: [] })] }),
      /is no template of a text/,
    ],
    [
      'two dialects',
      part('ChatPromptTemplate', {
        messages: ['f-string', 'mustache'].map((format) =>
          part('HumanMessagePromptTemplate', { prompt: template('x', format) }),
        ),
      }),
      /are written as f-string and mustache/,
    ],
    ['no messages', part('ChatPromptTemplate', { messages: [] }), /has no messages/],
  ])('with %s is refused', (_, value, expected) => {
    expect(() => parseJson(value)).toThrow(expected);
  });
});
