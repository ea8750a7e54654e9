import { describe, expect, it } from '@jest/globals';
import { parsePrompt } from '../helpers/parse-prompt.ts';

const inMarkdown = (front: string) => parsePrompt({ path: 'a.md', text: `---\n${front}\n---\nHi {{a}}` });
const inYaml = (front: string) =>
  parsePrompt({ path: 'a.prompt.yml', text: `${front}\nmessages:\n  - { role: user, content: "Hi {{a}}" }\n` });

describe.each([
  ['Markdown', inMarkdown],
  ['YAML', inYaml],
] as const)('the head of a %s prompt', (_, parse) => {
  it.each([
    ['a skill', 'name: tidy\ndescription: Tidies\nlicense: MIT\nmetadata: { author: me }\ncompatibility: any'],
    ['an agent', 'name: reviewer\ntools: Read, Grep\nmodel: sonnet\ncolor: blue'],
    ['a Copilot prompt', "mode: agent\ntools: ['codebase', 'search']\napplyTo: '**'\nagent: ask"],
    ['a workflow', 'tools: { github: { toolsets: [default] } }'],
    ['a command', 'argument-hint: "[number]"\nallowed-tools: Bash(git:*), Read'],
    ['a versioned prompt', 'version: 1.3.0\nauthor: Me\ntags: [support]\ninput_variables: [question]'],
    ['what no one has seen yet', 'audience: all\ndate: 2026-01-01\ntype: x\ntitle: y\nstage: beta\nscope: z'],
  ])('is read with a warning where it is that of %s', (_name, front) => {
    const { warnings, tools } = parse(front);
    expect(tools).toEqual([]);
    expect(warnings.length).toBeGreaterThan(0);
    expect(warnings.map(({ message }) => message).join()).toMatch(
      /of ours and ignored|names tools without defining them/,
    );
  });

  it.each([
    ['temprature: 0', 'temperature'],
    ['tempreature: 0', 'temperature'],
    ['max_token: 5', 'max-tokens'],
    ['modle: m', 'model'],
    ['Model: m', 'model'],
    ['responseFromat: text', 'response-format'],
  ])('refuses a slip: %s', (front, meant) => {
    expect(() => parse(front)).toThrow(new RegExp(`is unknown\\. Did you mean "${meant}"`));
  });

  it('names one model, since another one would answer otherwise', () => {
    expect(() => parse('model: [one, two]')).toThrow(/"model" must be one model, not a list\. Name the one/);
  });

  it('has its parameters wherever they stand, in any spelling', () => {
    const front = 'temperature: 0\nmax_tokens: 50\nmodelParameters: { topP: 0.5 }\nparameters: { new_knob: 1 }';
    expect(parse(front)).toMatchObject({
      parameters: { temperature: 0, 'max-tokens': 50, 'top-p': 0.5, 'new-knob': 1 },
      warnings: [],
    });
    expect(() => parse('temperature: 0\nmodelParameters: { temperature: 1 }')).toThrow(/given twice/);
  });

  it('has its response format and its old name in any spelling', () => {
    const schema = '{ type: json_schema, name: n, schema: { type: object } }';
    for (const front of [`response_format: ${schema}`, `responseFormat: ${schema}`]) {
      expect(parse(`${front}\nrenamed_from: b`)).toMatchObject({
        responseFormat: { type: 'json_schema', name: 'n' },
        renamedFrom: 'b',
        warnings: [],
      });
    }
  });
});

it('of Markdown refuses what only YAML can hold, so that no message is dropped', () => {
  expect(() => inMarkdown('messages: [{ role: user, content: Hi }]')).toThrow(/"messages" .*\*\.prompt\.yml/);
});
