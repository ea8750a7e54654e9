import { describe, expect, it } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import type { JsonObject } from '../../src/json.ts';
import { handlebars } from '../../src/prompts/handlebars.ts';

const row: JsonObject = {
  a: 'x',
  empty: '',
  zero: 0,
  yes: true,
  no: false,
  nothing: null,
  list: ['p', 'q'],
  none: [],
  user: { name: 'Ada', home: { city: 'London' } },
  items: [{ name: 'i', tags: [1, 2] }, { name: 'j' }],
  'my column': 'm',
  'user.age': 36,
  '@state': { count: 2 },
};

function fill(template: string, variables: JsonObject = row): string {
  expect(handlebars.findFaults(template)).toEqual([]);
  const { value, unknown } = handlebars.render(template, variables);
  expect(unknown).toEqual([]);
  return value;
}

describe('a Handlebars template', () => {
  it.each([
    ['values', '{{a}} {{{a}}} {{&a}} {{ user.name }} {{user/home/city}}', 'x x x Ada London'],
    ['names with blanks', '{{[my column]}} {{"my column"}}', 'm m'],
    ['a column named like a path', '{{user.age}}', '36'],
    ['no value for null', '<{{nothing}}>', '<>'],
    ['what is no text as JSON', '{{user.home}} {{list}} {{zero}} {{no}}', '{"city":"London"} ["p","q"] 0 false'],
    ['texts and lists by place', '{{list.[1]}} {{list.length}}', 'q 2'],
    ['text behind a backslash', '\\{{a}} \\\\{{a}}', '{{a}} \\x'],
    ['comments', 'a{{! no }}b{{!-- }} no --}}c', 'abc'],
    ['blanks taken away', 'a  {{~a~}}  b', 'axb'],
    ['lines of blocks', 'a\n{{#if a}}\n  b\n{{/if}}\nc', 'a\n  b\nc'],
    ['what a program gives', '{{@state.count}}', '2'],
  ])('writes %s', (_, template, expected) => {
    expect(fill(template)).toBe(expected);
  });

  it.each([
    ['if', '{{#if a}}1{{else}}2{{/if}}{{#if empty}}1{{else}}2{{/if}}{{#if none}}1{{else}}2{{/if}}', '122'],
    ['if with zero', '{{#if zero}}1{{else}}2{{/if}}{{#if zero includeZero=true}}1{{else}}2{{/if}}', '21'],
    ['else if', '{{#if no}}1{{else if a}}2{{else}}3{{/if}}', '2'],
    ['unless', '{{#unless no}}1{{/unless}}', '1'],
    ['each over a list', '{{#each list}}{{@index}}{{this}}{{#unless @last}},{{/unless}}{{/each}}', '0p,1q'],
    ['each over an object', '{{#each user.home}}{{@key}}={{this}}{{#if @first}}!{{/if}}{{/each}}', 'city=London!'],
    ['each over nothing', '{{#each none}}1{{else}}2{{/each}}', '2'],
    [
      'each inside each',
      '{{#each items}}{{#each tags}}{{@../index}}{{this}}{{../name}}{{../../a}} {{/each}}{{/each}}',
      '01ix 02ix ',
    ],
    ['block parameters', '{{#each items as |item at|}}{{at}}{{item.name}}{{/each}}', '0i1j'],
    ['with', '{{#with user}}{{name}} {{home.city}} {{../a}} {{@root.a}}{{/with}}', 'Ada London x x'],
    ['with as', '{{#with user as |who|}}{{who.name}}{{/with}}{{#with empty}}1{{else}}2{{/with}}', 'Ada2'],
    ['sections', '{{#list}}{{this}}{{/list}}{{#user}}{{name}}{{/user}}{{^no}}n{{/no}}{{#yes}}{{a}}{{/yes}}', 'pqAdanx'],
    ['lookup', '{{lookup list 1}}{{#each (lookup items 0)}}{{@key}} {{/each}}', 'qname tags '],
    ['a member, not a helper', '{{#each (lookup this "list") as |if|}}{{if}}{{/each}}', 'pq'],
  ])('has %s', (_, template, expected) => {
    expect(fill(template)).toBe(expected);
  });

  it.each([
    ['the context', '{{#*inline "p"}}[{{name}}]{{/inline}}{{#each items}}{{> p}}{{/each}}', '[i][j]'],
    ['a context', '{{#*inline "p"}}{{name}}{{/inline}}{{> p user}}', 'Ada'],
    [
      'named values',
      '{{#*inline "p"}}{{name}} {{a}}{{/inline}}{{> p name=user.name}} {{> p name="B" a=1}}',
      'Ada x B 1',
    ],
    ['another partial', '{{#*inline "p"}}{{> q}}{{/inline}}{{#*inline "q"}}q{{/inline}}{{> p}}', 'q'],
    ['its indent', '{{#*inline "p"}}\n1\n2\n{{/inline}}\n  {{> p}}\nend', '  1\n  2\nend'],
    ['a definition inside a block', '{{#if a}}{{#*inline "p"}}1{{/inline}}{{> p}}{{/if}}', '1'],
  ])('calls an inline partial with %s', (_, template, expected) => {
    expect(fill(template)).toBe(expected);
  });

  it('never reads a value as a template, nor as HTML', () => {
    expect(fill('{{a}}{{#each b}}{{this}}{{/each}}', { a: '<{{c}}>', b: ['{{/each}}'] })).toBe('<{{c}}>{{/each}}');
  });

  it('keeps all digits', () => {
    expect(fill('{{a}} {{b}}', { a: 12345678901234567890n, b: [12345678901234567890n] })).toBe(
      '12345678901234567890 [12345678901234567890]',
    );
  });

  it('sees nothing that a value does not hold itself', () => {
    const template = '{{#if constructor}}1{{/if}}{{#if user.__proto__}}1{{/if}}{{lookup user "toString"}}';
    expect(fill(template)).toBe('');
  });

  it.each([
    ['printed', '{{b}} {{user.b}} {{#with user}}{{b}}{{/with}}', ['b', 'user.b']],
    ['gone through', '{{#each b}}{{/each}}{{#with c}}{{/with}}', ['b', 'c']],
    ['given to a helper', '{{lookup b 1}}', ['b']],
    ['printed in a partial', '{{#*inline "p"}}{{x}}{{/inline}}{{> p x=b}}{{> p c}}', ['b', 'c', 'c.x']],
    ['no item of a loop', '{{@index}}', ['@index']],
    ['asked for', '{{#if b}}{{b}}{{/if}}{{#unless b}}{{/unless}}{{#b}}{{b}}{{/b}}', []],
    ['replaced', '{{#each b}}{{else}}none{{/each}}{{#with b}}{{else}}none{{/with}}', []],
    ['missing in an item', '{{#each items}}{{colour}}{{/each}}', []],
    ['given to a partial that does not print it', '{{#*inline "p"}}{{#if x}}{{x}}{{/if}}{{/inline}}{{> p x=b}}', []],
  ])('needs a name that is %s', (_, template, expected) => {
    expect(handlebars.findFaults(template)).toEqual([]);
    expect(handlebars.render(template, row).unknown).toEqual(expected);
  });

  it.each([
    ['members', '{{a}} {{b.c}} {{b/d}} {{./e}} {{this.f}}', ['a', 'b.c', 'b.d', 'e', 'f']],
    ['conditions', '{{#if a}}{{else if b}}{{/if}}{{#unless c}}{{/unless}}', ['a', 'b', 'c']],
    [
      'contexts',
      '{{#with a}}{{b}}{{../c}}{{@root.d}}{{#with e}}{{f}}{{/with}}{{/with}}',
      ['a', 'a.b', 'c', 'd', 'a.e', 'a.e.f'],
    ],
    ['items', '{{#each a as |item|}}{{b}}{{item.c}}{{../d}}{{@index}}{{/each}}', ['a', 'd']],
    ['block parameters', '{{#with a as |b|}}{{b.c}}{{/with}}', ['a', 'a.c']],
    ['helpers', '{{lookup a (lookup b "c")}}', ['a', 'b']],
    ['partials', '{{#*inline "p"}}{{x}}{{@root.y}}{{/inline}}{{> p a}}{{> p x=b}}', ['a.x', 'b', 'y', 'a']],
    ['the whole row', '{{this}}', ['this']],
    ['what a program gives', '{{@state.count}}', ['@state.count']],
  ])('names the columns that it uses: %s', (_, template, expected) => {
    const names = new Set(handlebars.findVariables(template).map(({ name }) => name));
    expect(names).toEqual(new Set(expected));
  });

  it('goes on no longer than it must after partials that call themselves', () => {
    const template = '{{#*inline "p"}}{{x}}{{> p next}}{{> p last}}{{/inline}}{{> p a}}';
    const names = handlebars.findVariables(template).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['a', 'a.x', 'a.next', 'a.last']));
    expect(names.length).toBeLessThan(40);
  });

  it('lists the texts that it may send', () => {
    const template = 'a\n{{#if x}}\nb{{! no }}\n{{else}}\nc\n{{/if}}\n{{#*inline "p"}}d{{/inline}}';
    expect(
      handlebars
        .listLiterals(template)
        .map((text) => text.trim())
        .filter(Boolean),
    ).toEqual(['a', 'b', 'c', 'd']);
  });

  it('takes tags of other tools for text, and says so', () => {
    expect(handlebars.findForeign('{% if a %} {{a}} $ARGUMENTS').map(({ written }) => written)).toEqual([
      '{% if a %}',
      '$ARGUMENTS',
    ]);
  });
});

describe('a Handlebars template that cannot be read', () => {
  it.each([
    ['an open block', 'a {{#if a}} b', 12, 'ends inside a block of Handlebars.'],
    ['another closing tag', 'a\n{{#if a}} {{/each}}', 5, 'closes "if" as "each".'],
    ['a closing tag alone', '{{/if}}', 0, 'closes a block of Handlebars where none is open.'],
    ['a filter', 'a\n {{a | upper}}', 6, 'has a tag of Handlebars that cannot be read.'],
    ['an empty tag', 'a {{ }}', 4, 'has a tag of Handlebars that cannot be read.'],
    ['an open comment', 'a\n{{!-- b', 2, 'has a tag of Handlebars that cannot be read.'],
    ['an unknown helper', '{{a}} {{upper a}}', 6, 'uses the unknown helper "upper".'],
    ['an unknown helper by its path', '{{a.b c}}', 0, 'uses the unknown helper "a.b".'],
    ['an unknown helper inside', '{{lookup a (up b)}}', 11, 'uses the unknown helper "up".'],
    ['an unknown block', '{{#repeat 3}}{{/repeat}}', 0, 'opens a block by the unknown helper "repeat".'],
    ['a block without its value', '{{#if}}{{/if}}', 0, 'gives "if" 0 values.'],
    ['a block as a value', '{{if a}}', 0, 'uses "if" as a value.'],
    ['an unknown partial', 'a {{> b}}', 2, 'calls the unknown partial "b".'],
    [
      'a partial defined elsewhere',
      '{{#if a}}{{#*inline "p"}}{{/inline}}{{/if}}{{> p}}',
      43,
      'calls the unknown partial "p".',
    ],
    ['a partial by a value', '{{> (lookup a "b")}}', 0, 'names a partial by a value, which is not read.'],
    ['a partial with a block', '{{#> a}}{{/a}}', 0, 'has a partial with a block, which is not read.'],
    ['a decorator', '{{* a}}', 0, 'has a decorator, which is not read.'],
    ['a decorator with a block', '{{#*a "b"}}{{/a}}', 0, 'has a decorator that is not read.'],
    ['a raw block', 'a {{{{raw}}}} {{{{/raw}}}}', 2, 'has a raw block, which is not read.'],
    ['a value that is no value', '{{a=b}}', 0, 'has a value that cannot be read.'],
  ])('is a mistake with its place: %s', (_, template, offset, message) => {
    expect(handlebars.findFaults(template)).toEqual([expect.objectContaining({ offset, message })]);
  });

  it('tells all mistakes that it can tell, in order', () => {
    const faults = handlebars.findFaults('{{#each a}}{{up b}}{{/each}}{{> c}}{{log d}}');
    expect(faults.map(({ message }) => message)).toEqual([
      'uses the unknown helper "up".',
      'calls the unknown partial "c".',
      'uses the unknown helper "log".',
    ]);
  });
});

describe('a hostile Handlebars template', () => {
  it.each([
    ['braces', '{'.repeat(200_000)],
    ['open tags', '{{a '.repeat(60_000)],
    ['tags', '{{a}}'.repeat(3000)],
    ['names in brackets', `{{a ${'[b] '.repeat(60_000)}}}`],
    ['open brackets', `{{a ${'['.repeat(200_000)}`],
    ['nested calls', `{{a ${'(a '.repeat(60_000)}`],
    ['nested calls behind a text', `{{a "}}" ${'(a '.repeat(10_000)}`],
    ['nested calls behind a comment', `{{!-- -- {{ " --}}{{a ${'(a '.repeat(10_000)}`],
    ['nested calls behind an escape', `\\{{ " {{a ${'(a '.repeat(10_000)}`],
    ['nested blocks', '{{#if a}}'.repeat(900) + '{{/if}}'.repeat(900)],
    ['a chain of else', `{{#if a}}${'{{else if a}}'.repeat(900)}{{/if}}`],
    ['a large text', 'a'.repeat(1024 * 1024)],
    ['the character 0', 'a \0 {{a}}'],
  ])('is refused in moments: %s', (_, template) => {
    const start = performance.now();
    expect(handlebars.findFaults(template)).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  const long = Array.from({ length: 1000 }, () => 'x');

  it.each([
    ['loops in loops', '{{#each a}}{{#each @root.a}}{{#each @root.a}}x{{/each}}{{/each}}{{/each}}', { a: long }],
    ['empty loops', '{{#each a}}{{#each @root.a}}{{#each @root.a}}{{/each}}{{/each}}{{/each}}', { a: long }],
    ['large values', '{{#each a}}{{@root.b}}{{/each}}', { a: long, b: 'x'.repeat(100_000) }],
    ['a partial without end', '{{#*inline "p"}}{{> p}}{{/inline}}{{> p}}', {}],
    ['a partial that doubles', '{{#*inline "p"}}{{> p}}{{> p}}{{/inline}}{{> p}}', {}],
  ])('is broken off: %s', (_, template, variables) => {
    expect(handlebars.findFaults(template)).toEqual([]);
    expect(() => handlebars.render(template, variables)).toThrow(UserError);
    expect(() => handlebars.render(template, variables)).toThrow(/for one row/);
  });
});
