import { describe, expect, it } from '@jest/globals';
import { type Json, writeJson } from '../../src/json.ts';
import type { Message } from '../../src/ports.ts';
import { messageText } from '../../src/prompts/message-text.ts';
import { readMessages } from '../../src/prompts/messages.ts';
import { renderPrompt, variablesOf } from '../../src/prompts/render.ts';
import { buildWireRequest } from '../../src/prompts/wire-request.ts';
import { parsePrompt } from '../helpers/parse-prompt.ts';

const picture = 'https://example.com/a.png';
const chat: Json = [
  {
    role: 'user',
    content: [
      { type: 'text', text: 'What is this?' },
      { type: 'image_url', image_url: { url: picture, detail: 'low' } },
    ],
  },
  {
    role: 'assistant',
    content: null,
    tool_calls: [{ id: 'c1', type: 'function', function: { name: 'look', arguments: '{"at": 1}' } }],
  },
  { role: 'tool', tool_call_id: 'c1', content: 'a plum' },
  { role: 'user', content: 'Is it a fruit?' },
];

function read(value: Json): { readonly messages: readonly Message[]; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const messages = readMessages(value, (path, message) => problems.push(`${path.join('.')} ${message}`));
  return { messages, problems };
}

function send(api: 'chat' | 'responses', messages: readonly Message[]) {
  const request = { model: 'm', api, messages, parameters: {}, responseFormat: null, tools: [] };
  const { body } = buildWireRequest(request, 'm');
  return api === 'chat' ? body.messages : body.input;
}

describe('a conversation with parts and tools', () => {
  it('is sent to the chat API as it was written', () => {
    expect(send('chat', read(chat).messages)).toEqual(chat);
  });

  it('is sent to the Responses API as its items', () => {
    expect(send('responses', read(chat).messages)).toEqual([
      {
        role: 'user',
        content: [
          { type: 'input_text', text: 'What is this?' },
          { type: 'input_image', image_url: picture, detail: 'low' },
        ],
      },
      { type: 'function_call', call_id: 'c1', name: 'look', arguments: '{"at": 1}' },
      { type: 'function_call_output', call_id: 'c1', output: 'a plum' },
      { role: 'user', content: 'Is it a fruit?' },
    ]);
  });

  it('is read in the shapes of the Responses API and of exports, too', () => {
    const parts: Json = [
      { type: 'input_text', text: 'a' },
      { type: 'input_image', image_url: picture },
    ];
    const call = { id: 'c1', function: { name: 'f', arguments: { order: 2512292042121000001n } } };
    const { messages } = read([
      { role: 'user', content: parts },
      { role: 'assistant', content: 'So:', tool_calls: [call] },
    ]);
    expect(send('chat', messages)).toEqual([
      {
        role: 'user',
        content: [
          { type: 'text', text: 'a' },
          { type: 'image_url', image_url: { url: picture } },
        ],
      },
      {
        role: 'assistant',
        content: 'So:',
        tool_calls: [
          { id: 'c1', type: 'function', function: { name: 'f', arguments: '{"order":2512292042121000001}' } },
        ],
      },
    ]);
    expect(send('responses', messages)).toMatchObject([{ content: parts }, { role: 'assistant' }, { name: 'f' }]);
  });

  it('is read by people with its images and calls', () => {
    expect(read(chat).messages.map(messageText)).toEqual([
      `What is this?\n[image ${picture}]`,
      '[tool call] look({"at": 1})',
      'a plum',
      'Is it a fruit?',
    ]);
    const data = {
      role: 'user',
      content: [{ type: 'image_url', image_url: `data:image/png;base64,${'A'.repeat(5000)}` }],
    };
    expect(read([data]).messages.map(messageText)).toEqual(['[image data:image/png, 5022 characters]']);
  });

  it.each<[string, Json, string]>([
    [
      'a part of another type',
      { role: 'user', content: [{ type: 'input_audio' }] },
      '0.content.0.type has the unknown part type "input_audio".',
    ],
    [
      'a part that is text',
      { role: 'user', content: ['hi'] },
      '0.content.0 must be a mapping with a "type", not text.',
    ],
    ['parts without text', { role: 'user', content: [{ type: 'text', text: ' ' }] }, '0.content is empty.'],
    [
      'an image in a file',
      { role: 'user', content: [{ type: 'image_url', image_url: { url: 'a.png' } }] },
      '0.content.0.image_url is no https or data URL.',
    ],
    ['a tool that answers no call', { role: 'tool', content: 'x' }, '0.tool_call_id is missing.'],
    [
      'a call without name',
      { role: 'assistant', tool_calls: [{ id: 'c' }] },
      '0.tool_calls.0 lacks its "id" or the name of its function.',
    ],
    ['an assistant that says nothing', { role: 'assistant', content: '' }, '0.content is empty.'],
  ])('has its mistakes named: %s', (_, message, problem) => {
    expect(read([message])).toEqual({ messages: [], problems: [problem] });
  });
});

describe('a parameter that is a large integer', () => {
  it('is sent with every digit', () => {
    const text = 'modelParameters: { seed: 2512292042121000001 }\nmessages: [{ role: user, content: x }]';
    const { parameters } = parsePrompt({ path: 'a.prompt.yml', text });
    const request = { model: 'm', api: 'chat' as const, messages: [], parameters, responseFormat: null, tools: [] };
    expect(writeJson(buildWireRequest(request, 'm').body)).toContain('"seed":2512292042121000001');
  });
});

describe('a prompt of parts', () => {
  const promptOf = (text: string) =>
    parsePrompt({
      path: 'a.prompt.yml',
      text: `messages:
  - role: user
    content:
      - { type: text, text: "${text} {{topic}}" }
      - { type: image_url, image_url: { url: "{{picture}}" } }
`,
    });

  it('is a template in its texts and its URLs', () => {
    const prompt = promptOf('See');
    expect(variablesOf(prompt)).toEqual(['topic', 'picture']);
    const { messages, unknown } = renderPrompt(prompt, { topic: 'plums', picture });
    expect(unknown).toEqual([]);
    expect(messages[0]?.content).toBe(`See plums\n[image ${picture}]`);
    expect(send('chat', messages)).toEqual([
      {
        role: 'user',
        content: [
          { type: 'text', text: 'See plums' },
          { type: 'image_url', image_url: { url: picture } },
        ],
      },
    ]);
    expect(prompt.places.get('{{picture}}')).toMatchObject({ line: 5 });
    expect(prompt.warnings).toEqual([]);
  });
});
