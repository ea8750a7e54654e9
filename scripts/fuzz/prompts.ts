import type { JsonObject } from '../../src/json.ts';
import { templateDialects } from '../../src/prompts/dialects.ts';
import { ownReading } from '../../src/prompts/format.ts';
import { parsePrompts } from '../../src/prompts/formats.ts';
import { listLiterals } from '../../src/prompts/literals.ts';
import { pairPrompts } from '../../src/prompts/pair.ts';
import type { Prompt } from '../../src/prompts/prompt.ts';
import { isPromptContent, sharesLines } from '../../src/prompts/recognise.ts';
import { renderPrompt, variablesOf } from '../../src/prompts/render.ts';
import { toChatMessage, toResponseItems } from '../../src/prompts/wire-messages.ts';
import type { SourceFile } from '../../src/text/source-file.ts';
import type { Draw } from './draw.ts';
import { drawMapping, drawText, drawValue, drawWord, mutate, signs } from './grammar.ts';
import { must, type Target } from './target.ts';
import { writeYaml } from './write.ts';

const dialects = templateDialects.map(({ name }) => name);
const headKeys = [
  'name',
  'description',
  'model',
  'modelParameters',
  'parameters',
  'responseFormat',
  'jsonSchema',
  'tools',
  'retrieval',
  'renamed-from',
  'template',
  'temperature',
  'max_tokens',
  'stop',
  'variables',
  'argument-hint',
  'allowed-tools',
  'modle',
];
const headWords = [
  'some-model',
  'mustache',
  'f-string',
  'none',
  'json_schema',
  'json_object',
  'text',
  'temperature',
  'maxTokens',
  'type',
  'function',
  'schema',
  'strict',
  '{"name": "x", "schema": {}}',
];
const lines = [
  '# system:',
  'user:',
  '## assistant:',
  'Answer {{ input }} now.',
  'Say {a} and {{b}}.',
  '{{> a.md}}',
  '\\{{> a.md}}',
  '```',
  '~~~',
  '    indented',
  '- item',
  '',
  'system: x',
  'User: {a}',
  'Assistant:',
  '# System',
  '# User',
  '{% if x %}',
  '{% elif a in b %}{% else %}{% endif %}',
  '{% for i in a %}{{ loop.index }} {{ i.b }}',
  '{% endfor %}',
  '{% set b = a[0] ~ 1 %}',
  '{{ x.y | default("d") | join(",") }}',
  '{{#each x}}',
  '{{#each x}}- {{this}} {{@index}}{{else}}none{{/each}}',
  '{{#if a}}{{a}}{{else if b}}{{../b}}{{/if}}',
  '{{#*inline "p"}}{{a}}{{/inline}}{{> p x a=b}}',
  '{{lookup x 0}}{{#with x as |y|}}{{y.z}}{{/with}}',
  '\x24{input:x}',
  '$ARGUMENTS',
  '$1, $2 and \\$3',
  '!`git status` @a.md',
  '<|im_start|>user',
  '<|im_end|>',
  '{{{raw}}}',
  '{{ x | upper }}',
  '[[a]] <<b>> %(c)s',
  '`{a}` and {b}',
  '<!-- note -->',
];
const names = [
  'p.md',
  'prompts/system.md',
  'x.txt',
  'p.system.md',
  'AGENTS.md',
  '.claude/commands/a.md',
  'a.prompt.md',
];
const dotpromptLines = [
  '{{role "system"}}',
  '{{role "model"}}{{a}}',
  '{{history}}',
  '{{media url=a contentType="image/png"}}',
  '{{section "x"}}',
  '{{json a indent=2}}',
  '{{#ifEquals a "x"}}1{{else}}2{{/ifEquals}}',
  '{{> a}}',
  '{{> b x=a}}',
  '{{> ../a}}',
];
const separator = '\n%%%\n';

function drawBody(draw: Draw): string {
  return draw.some(8, () => (draw.isOnce(4) ? drawText(draw) : draw.pick(lines))).join('\n');
}

function drawHead(draw: Draw): Record<string, unknown> {
  return drawMapping(draw, headKeys, () => drawValue(draw, headWords, 2));
}

function useUp(prompt: Prompt): void {
  const names = variablesOf(prompt);
  const variables: JsonObject = Object.fromEntries(names.map((name) => [name, '{{other}} {other}']));
  const { messages } = renderPrompt(prompt, variables);
  must(prompt.turns === 'rendered' || messages.length === prompt.messages.length, 'every message is sent');
  for (const message of messages) [toChatMessage(message), toResponseItems(message)];
  listLiterals(prompt);
  sharesLines(prompt, 'x');
  const [pair] = pairPrompts([prompt], [prompt]);
  must(pair?.change === 'unchanged', 'a prompt is like itself');
}

function splitFiles(text: string, path: string): readonly [SourceFile, ReadonlyMap<string, SourceFile>] {
  const [root = '', ...rest] = text.split(separator);
  const included = rest.map((one, index) => ({ path: ['a.md', 'b.md'][index] ?? `c${index}.md`, text: one }));
  return [{ path, text: root }, new Map(included.map((file) => [file.path, file]))];
}

/** Parses a file with a template dialect, or as it says by itself, and does with each of its prompts all that is done with one. */
function useUpAll(file: SourceFile, variant: number, included: ReadonlyMap<string, SourceFile> = new Map()): void {
  const template = dialects[variant % (dialects.length + 1)] ?? null;
  for (const prompt of parsePrompts(file, { ...ownReading, template }, included)) useUp(prompt);
}

/** Readers and renderers of prompts. */
export const prompts: readonly Target[] = [
  {
    name: 'Markdown prompt',
    make: (draw) => {
      const head = draw.isOnce(2) ? `---\n${writeYaml(draw, drawHead(draw))}---\n` : '';
      const files = [head + drawBody(draw), ...draw.some(2, () => drawBody(draw))];
      return mutate(draw, files.join(separator), [...signs, ...lines]);
    },
    check: (text, variant) => {
      const [file, included] = splitFiles(text, names[variant % names.length] as string);
      isPromptContent(file);
      useUpAll(file, variant, included);
    },
  },
  {
    name: 'GitHub Models prompt',
    make: (draw) => {
      const message = () => ({
        role: drawWord(draw, ['system', 'user', 'assistant', 'User', 'tool']),
        content: draw.isOnce(5) ? drawValue(draw, ['type', 'text', 'image_url']) : drawBody(draw),
      });
      const evaluator = () => ({
        ...(draw.isOnce(3) ? {} : { name: drawWord(draw, ['e', 'f', 'g']) }),
        ...draw.pick([
          {
            string: drawMapping(
              draw,
              ['equals', 'contains', 'startsWith', 'endsWith', 'notContains', 'regex', 'flags'],
              () => drawValue(draw, ['a', '{{expected}}'], 1),
            ),
          },
          {
            llm: {
              modelId: 'm',
              prompt: drawBody(draw),
              systemPrompt: drawText(draw),
              choices: draw.some(3, () => ({
                choice: drawWord(draw, ['1', 'good']),
                score: draw.pick([0, 0.5, 1, 2]),
              })),
            },
          },
          { uses: drawWord(draw, ['github/similarity', 'github/fluency', 'github/x']) },
          { type: drawWord(draw, ['regex', 'contains']), value: drawText(draw) },
          { regex: drawText(draw) },
        ]),
        ...(draw.isOnce(8)
          ? drawMapping(draw, ['name', 'string', 'llm', 'not', 'value'], () => drawValue(draw, ['a'], 1))
          : {}),
      });
      const file = {
        messages: draw.some(4, message),
        ...drawHead(draw),
        ...(draw.isOnce(2)
          ? {
              testData: draw.some(3, () =>
                drawMapping(draw, ['input', 'expected', 'a'], () => drawValue(draw, ['a'], 1)),
              ),
            }
          : {}),
        ...(draw.isOnce(2) ? { evaluators: draw.some(3, evaluator) } : {}),
      };
      return mutate(draw, writeYaml(draw, file));
    },
    check: (text, variant) => useUpAll({ path: variant % 3 === 0 ? 'p.yml' : 'p.prompt.yml', text }, variant),
  },
  {
    name: 'Prompty prompt',
    make: (draw) => {
      const property = () => ({
        name: drawWord(draw, ['a', 'b', 'input']),
        kind: drawWord(draw, ['string', 'array', 'object', 'thread', 'image']),
        ...drawMapping(draw, ['default', 'example', 'required', 'items', 'properties', 'enumValues'], () =>
          drawValue(draw, ['a', 'string'], 2),
        ),
      });
      const head = {
        model: draw.isOnce(2)
          ? 'm'
          : drawMapping(draw, ['id', 'api', 'apiType', 'options', 'parameters', 'configuration'], () =>
              drawValue(draw, ['chat', 'temperature', 'stop', 'type', '\x24{env:A:b}'], 2),
            ),
        ...drawMapping(draw, ['inputs', 'outputs', 'tools'], () => draw.some(3, property)),
        ...(draw.isOnce(2)
          ? {}
          : drawMapping(draw, ['sample', 'template'], () =>
              drawValue(draw, ['jinja2', 'mustache', '\x24{file:a.md}'], 2),
            )),
      };
      const roles = ['system:', '# user:', 'assistant[a=b]:', '{{ i.role }}:', '{% for i in a %}', '{{a}}'];
      const body = draw.some(9, () => (draw.isOnce(2) ? draw.pick(roles) : draw.pick(lines))).join('\n');
      return mutate(draw, `---\n${writeYaml(draw, head)}---\n${body}`, [...signs, ...lines, ...roles]);
    },
    check: (text, variant) => {
      const included = new Map([['a.md', { path: 'a.md', text: 'a' }]]);
      useUpAll({ path: 'p.prompty', text }, variant, included);
    },
  },
  {
    name: 'Dotprompt prompt',
    make: (draw) => {
      const keys = ['name', 'variant', 'model', 'config', 'input', 'output', 'tools', 'toolDefs', 'a.b', 'modle'];
      const words = ['string, a', 'a?', 'b(array)', 'c(enum, d)', '(*)', 'schema', 'default', 'format', 'json', 'name'];
      const head = () => drawMapping(draw, keys, () => drawValue(draw, words, 3));
      const text = () => draw.some(6, () => (draw.isOnce(2) ? draw.pick(dotpromptLines) : drawBody(draw))).join('\n');
      const root = draw.isOnce(2) ? `# x\n---\n${writeYaml(draw, head())}---\n${text()}` : text();
      return mutate(draw, [root, ...draw.some(2, text)].join(separator), [...signs, ...dotpromptLines]);
    },
    check: (input) => {
      const [root = '', ...rest] = input.split(separator);
      const files = rest.map((text, index) => ({ path: `prompts/_${'ab'[index] ?? `c${index}`}.prompt`, text }));
      const included = new Map(files.map((file) => [file.path, file]));
      for (const prompt of parsePrompts({ path: 'prompts/p.prompt', text: root }, ownReading, included)) {
        const row = Object.fromEntries(variablesOf(prompt).map((name) => [name, '{{role "system"}}']));
        const { messages } = renderPrompt(prompt, row, [{ role: 'user', content: 'x' }]);
        must(messages.filter(({ content }) => content === 'x').length > 0, 'the conversation is sent');
        for (const message of messages) toChatMessage(message);
        listLiterals(prompt);
        const [pair] = pairPrompts([prompt], [prompt]);
        must(pair?.change === 'unchanged', 'a prompt is like itself');
      }
    },
  },
  {
    name: 'template',
    make: (draw) => mutate(draw, drawBody(draw), [...signs, ...lines]),
    check: (text, variant) => {
      const dialect = templateDialects[variant % templateDialects.length] as (typeof templateDialects)[number];
      const foreign = dialect.findForeign(text);
      for (const { offset, written } of foreign)
        must(text.slice(offset, offset + written.length) === written, 'a foreign text stands where it is said to');
      dialect.listLiterals(text);
      if (dialect.findFaults(text).length > 0) return;
      const uses = dialect.findVariables(text);
      const names = [...new Set(uses.map(({ name }) => name))];
      const unknown = dialect.render(text, {});
      // What conditions and loops make of a value, only their own tests can tell.
      if (['jinja', 'handlebars'].includes(dialect.name)) return;
      must(
        names.every((name) => unknown.unknown.includes(name)),
        'what has no value is said',
      );
      const filled = dialect.render(text, Object.fromEntries(names.map((name) => [name, '{{a}}{b}'])));
      must(filled.unknown.length === 0, 'what has a value is filled');
      const marked = dialect.render(text, Object.fromEntries(names.map((name) => [name, '\u0001'])));
      must(
        filled.value === marked.value.replaceAll('\u0001', '{{a}}{b}') || text.includes('\u0001'),
        'a value is no template',
      );
      if (dialect.name === 'none')
        must(names.length > 0 || filled.value === text, 'without placeholders a text is sent as it is');
    },
  },
];
