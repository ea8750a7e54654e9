import { expect, it } from '@jest/globals';
import { parseYaml } from '../../src/text/yaml-file.ts';

it.each([
  [
    'content: {{input}}\n',
    ':1:11 is not valid YAML: a text that begins with "{{" needs quotes. Put quotes around it: "{{input}}".',
  ],
  [
    'a:\n  - {{ input }} and more\n',
    ':2:6 is not valid YAML: a text that begins with "{{" needs quotes. Put quotes around it: "{{ input }} and more".',
  ],
  ['a: {% if x %}\n', 'a text that begins with "{%" needs quotes.'],
  [
    'a:\n  b: "first\nsecond\nthird"\n',
    ':2:12 is not valid YAML: a quoted text goes on in a line that is not indented. Indent its lines',
  ],
  ['a: "x\n', 'Missing closing "quote. Close what is open'],
  ['description: Use when: foo\n', 'Is ": " part of a text? Put quotes around the text'],
  [
    'argument-hint: [a] [b]\n',
    ':1:20 is not valid YAML: Unexpected flow-seq-start at node end. Put quotes around the text',
  ],
  ['a: "\\{{x}}"\n', 'Invalid escape sequence \\{. In double quotes write each backslash twice'],
  ['b: 1\na: *x\n', ':2:4 refers to "x", which is no anchor above it. Put quotes around a text that begins with "*".'],
])('a mistake of YAML says what to do about it: %j', (text, expected) => {
  expect(() => parseYaml({ path: 'p.yml', text })).toThrow(expected);
});
