import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UserError } from '../../src/errors.ts';
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
