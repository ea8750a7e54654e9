import { describe, expect, it } from '@jest/globals';
import { parsePrompt } from '../helpers/parse-prompt.ts';

const read = (text: string, path = 'a.md', template: string | null = null) => parsePrompt({ path, text }, template);
const kind = ['system', 'Be kind'];
const asked = ['user', '{{input}}'];

describe('the roles of a text that marks them in its own way', () => {
  it.each([
    ['ChatML', '<|im_start|>system\nBe kind<|im_end|>\n<|im_start|>user\n{{input}}<|im_end|>', [kind, asked]],
    ['ChatML that opens the answer', '<|im_start|>user\n{{input}}<|im_end|>\n<|im_start|>assistant\n', [asked]],
    [
      'the template of Llama',
      '<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nBe kind<|eot_id|><|start_header_id|>user<|end_header_id|>\n\n{{input}}<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n',
      [kind, asked],
    ],
    ['headings', '# System\n\nBe kind\n\n# User\n\n{{input}}', [kind, asked]],
    ['headings of prompts', '## System Prompt\nBe kind\n## User Prompt\n{{input}}\n', [kind, asked]],
    ['headings with others below them', '# System\nBe\n## Kind\n# User\n{{input}}', [['system', 'Be\n## Kind'], asked]],
    ['lines', 'System: Be kind\nUser: {{input}}', [kind, asked]],
    [
      'lines with examples',
      'System: Be kind\nUser: hi\nAssistant: hello\nyou\nUser: {{input}}\nAssistant:',
      [kind, ['user', 'hi'], ['assistant', 'hello\nyou'], asked],
    ],
    ['lines of a completion', 'Human: {{input}}\n\nAssistant:', [asked]],
    ['lines in capitals', 'SYSTEM: Be kind\nUSER: {{input}}\nASSISTANT:', [kind, asked]],
  ])('are read: %s', (_, text, expected) => {
    const { messages, guesses, warnings } = read(text);
    expect(messages.map(({ role, content }) => [role, content])).toEqual(expected);
    expect(warnings).toEqual([]);
    expect(guesses).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/^is read as (one message|\d messages), as .* says?\.$/),
        hint: expect.stringMatching(/"# system:".*"template: none"/),
      }),
    ]);
  });

  it.each([
    ['ChatML within a text', 'Write <|im_start|>user\n{{input}}<|im_end|>'],
    ['ChatML in code', '```\n<|im_start|>user\n{{input}}<|im_end|>\n```'],
    ['ChatML with a role of no message', '<|im_start|>tool\n{{input}}<|im_end|>\n<|im_start|>user\nHi<|im_end|>'],
    ['a document about users', '# User\nAsk {{input}}\n# System\nAnswer'],
    ['headings among others', '# System\nBe kind\n# Rules\nNone\n# User\n{{input}}'],
    ['one heading', '# System\nBe kind {{input}}'],
    ['a conversation as text', 'Go on: {{input}}\nUser: hi\nAssistant: hello'],
    ['a conversation from the start, without an end', 'User: hi\nAssistant: hello\nUser: {{input}}'],
    ['a log', 'System: linux\nHost: x\nAssistant: {{input}}'],
    ['two of a kind', 'System: Be kind\nUser: hi\nUser: {{input}}'],
    ['XML', '<system>Be kind</system>\n<user>{{input}}</user>'],
  ])('stay text in %s', (_, text) => {
    expect(read(text)).toMatchObject({ messages: [{ role: 'user', content: text }], guesses: [] });
  });

  it('stay text where nothing is to be guessed', () => {
    const text = 'System: Be kind\nUser: {{input}}';
    expect(read(text, 'a.md', 'none')).toMatchObject({ messages: [{ role: 'user', content: text }], guesses: [] });
  });

  it('are still missed where only a dialect is guessed', () => {
    const { dialect, warnings } = read('# System\nBe {tone}');
    expect(dialect).toBe('f-string');
    expect(warnings).toMatchObject([{ message: expect.stringContaining('a role line') }]);
  });

  it('have the places of their variables', () => {
    const { places } = read('System: Be {{tone}}\nUser: {{input}}');
    expect([places.get('{{tone}}'), places.get('{{input}}')]).toEqual([
      { path: 'a.md', line: 1, column: 12 },
      { path: 'a.md', line: 2, column: 7 },
    ]);
  });
});

describe('a text that a model is to complete', () => {
  it('is one message as it stands, and says what its last line is', () => {
    const text = 'Answer the question.\n\n{{input}}\n\nAssistant:';
    expect(read(text)).toMatchObject({
      messages: [{ role: 'user', content: text }],
      warnings: [],
      guesses: [
        {
          line: 5,
          message: expect.stringContaining('ends with "Assistant:", as'),
          hint: expect.stringContaining('last line'),
        },
      ],
    });
  });
});
