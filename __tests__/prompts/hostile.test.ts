import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UserError } from '../../src/errors.ts';
import { ownReading } from '../../src/prompts/format.ts';
import { parsePrompts } from '../../src/prompts/formats.ts';
import { parsePrompt } from '../helpers/parse-prompt.ts';

const words = fc.constantFrom(
  ...[
    'messages:',
    'role: user',
    'content: |',
    '- ',
    '  ',
    '\n',
    '{',
    '}',
    '[',
    ']',
    '&a ',
    '*a',
    '<<: ',
    '---\n',
    '"',
    "'",
  ],
  ...['# ', ': ', '? ', '! ', '%YAML 1.1\n', '__proto__: ', '.inf', 'testData:', 'evaluators:', 'name: ', 'system:\n'],
);
const yamlish = fc
  .array(fc.oneof(words, fc.string({ maxLength: 5 })), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('any text at all', () => {
  it.each(['a.prompt.yml', 'a.md', 'a.system.txt'])('parses or is a mistake of the user, as %s', (path) => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), yamlish), (text) => {
        try {
          expect(parsePrompt({ path, text }).messages.length).toBeGreaterThan(0);
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
        }
      }),
      { numRuns: 200 },
    );
  });
});

const keys = fc.constantFrom(
  ...'lc id kwargs messages prompt template examples example_prompt suffix role content type name config _type manifest'.split(
    ' ',
  ),
  ...'first last bound model temperature system user prompts input instructions text format partial_variables tools'.split(
    ' ',
  ),
  ...['__proto__', 'constructor', 'variable_name', 'template_format', 'response_format', 'labels'],
);
const texts = fc.constantFrom(
  ...'user system chat text few_shot prompt ChatPromptTemplate HumanMessagePromptTemplate PromptTemplate AIMessage'.split(
    ' ',
  ),
  ...['MessagesPlaceholder', 'RunnableSequence', 'placeholder', '{x}', '{{x}}', '{', '', ' ', 'mustache', '__proto__'],
);
const { tree: document } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.oneof(texts, fc.integer(), fc.constant(null), fc.boolean()),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(keys, tie('tree'), { maxKeys: 5 }),
    fc.record({ id: fc.tuple(texts), kwargs: fc.dictionary(keys, tie('tree'), { maxKeys: 5 }) }),
  ),
}));

describe('any JSON at all', () => {
  it.each(['collection', 'langfuse', 'langchain', 'openai-request'])(
    'parses or is a mistake of the user, as %s',
    (format) => {
      fc.assert(
        fc.property(document, (value) => {
          const text = JSON.stringify(value, null, 1);
          try {
            const prompts = parsePrompts({ path: 'a.json', text }, { ...ownReading, format });
            expect(prompts.every(({ messages, slots = [] }) => messages.length + slots.length > 0)).toBe(true);
          } catch (error) {
            if (!(error instanceof UserError)) throw error;
          }
        }),
        { numRuns: 500 },
      );
    },
  );
});
