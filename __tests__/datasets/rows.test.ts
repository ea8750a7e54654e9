import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clusterOf } from '../../src/datasets/case.ts';
import { clustersOf } from '../../src/datasets/clusters.ts';
import { parseRows } from '../../src/datasets/rows.ts';
import type { Json } from '../../src/json.ts';

const parse = (...rows: Json[]) =>
  parseRows(rows.map((values, index) => ({ values, where: { path: 'a', line: index + 1, column: null } })));
const variablesOf = (row: Json) => parse(row).cases[0]?.variables;
const idsOf = (...rows: Json[]) => parse(...rows).cases.map(({ id }) => id);

describe('ids', () => {
  it.each<[string, Json, string]>([
    ['text', 'a b', 'a b'],
    ['a number', 7, '7'],
    ['a fraction', 1.5, '1.5'],
  ])('come from the id column: %s', (_, id, expected) => expect(idsOf({ id })).toEqual([expected]));

  it('follow the content where there is no id, so that order changes nothing', () => {
    const rows = fc.uniqueArray(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue({ maxDepth: 2 })), {
      minLength: 1,
      selector: (row) => JSON.stringify(Object.entries(row).sort(([x], [y]) => (x < y ? -1 : 1))),
    });
    fc.assert(
      fc.property(rows, (list) => {
        expect(idsOf(...(list as Json[])).sort()).toEqual(idsOf(...(list as Json[]).toReversed()).sort());
      }),
    );
    expect(idsOf({ a: 1, b: 2 })).toEqual(idsOf({ b: 2, a: 1 }));
    expect(idsOf({ a: 1 })[0]).toMatch(/^[0-9a-f]{12}$/);
  });

  it('number equal rows and say so once', () => {
    const { cases, warnings } = parse({ a: 1 }, { a: 2 }, { a: 1 }, { a: 1 });
    const [first] = cases;
    expect(cases.map(({ id }) => id)).toEqual([first?.id, cases[1]?.id, `${first?.id}-2`, `${first?.id}-3`]);
    expect(warnings).toEqual([
      expect.objectContaining({ line: 3, message: expect.stringMatching(/^2 rows equal an earlier one/) }),
    ]);
  });

  it('never hand a taken id to an unnamed row', () => {
    const [derived] = idsOf({ a: 1 });
    expect(idsOf({ a: 1 }, { id: derived as string })).toEqual([`${derived}-2`, derived]);
  });
});

describe('canonical names', () => {
  it.each<[string, Json, Json]>([
    ['question', { question: 'q' }, { input: 'q' }],
    ['inputs of one member', { inputs: { text: 't' } }, { input: 't', text: 't' }],
    ['inputs of several', { inputs: { question: 'q', lang: 'en' } }, { input: 'q', question: 'q', lang: 'en' }],
    ['ideal as a list', { ideal: ['a', 'b'] }, { expected: ['a', 'b'] }],
    ['the first alias wins', { answer: 'a', target: 't' }, { expected: 't' }],
    ['an alias without value is passed over', { target: null, reference: 'a' }, { expected: 'a' }],
    ['outputs of one member', { outputs: { label: 'x' } }, { expected: 'x' }],
    ['outputs of several', { outputs: { label: 'x', why: 'y' } }, { expected: { label: 'x', why: 'y' } }],
    ['the answer of a bot beside the truths', { answer: 'a', ground_truths: ['t'] }, { expected: ['t'] }],
    ['the answer of a bot beside no truth', { answer: 'a', ground_truth: null }, {}],
    ['correct_answer', { correct_answer: 'a' }, { expected: 'a' }],
    ['ground_truth_answer', { answer: 'said', ground_truth_answer: 'a' }, { expected: 'a' }],
    ['camel case', { userInput: 'q', groundTruth: 'a' }, { input: 'q', expected: 'a' }],
    ['inputs that are a text', { inputs: 'q', outputs: 'a' }, { input: 'q', expected: 'a' }],
    ['an example of LangSmith', { inputs: { q: 'a' }, outputs: { x: 'b' } }, { input: 'a', q: 'a', expected: 'b' }],
    [
      'a message of LangSmith',
      { inputs: { q: 'a' }, outputs: { message: { role: 'assistant', content: 'b' } } },
      { input: 'a', q: 'a', expected: 'b' },
    ],
    [
      'a conversation of LangSmith',
      {
        outputs: {
          messages: [
            { type: 'human', content: 'a' },
            { type: 'ai', content: 'b' },
          ],
        },
      },
      { expected: 'b' },
    ],
    ['cells that hold JSON', { inputs: '{"q": "a"}', outputs: '{"x": "b"}' }, { input: 'a', q: 'a', expected: 'b' }],
    [
      'a cell that only begins like JSON',
      { inputs: '{q}', outputs: '{"x": 1e999}' },
      { input: '{q}', expected: '{"x": 1e999}' },
    ],
    [
      'expectations of MLflow',
      {
        inputs: { q: 'a' },
        outputs: 'said',
        expectations: { expected_response: 'b', expected_facts: ['c', 'd'] },
        tags: { topic: 'e' },
      },
      { input: 'a', q: 'a', expected: 'b', expected_response: 'b', expected_facts: ['c', 'd'] },
    ],
    ['an expectation of that name', { expectations: { expected: 'a', n: 1 } }, { expected: 'a', n: 1 }],
    [
      'an item of Langfuse',
      { id: '1', datasetId: 'd', input: { question: 'q', lang: 'en' }, expectedOutput: { text: 'a' } },
      { question: 'q', lang: 'en', expected: 'a' },
    ],
    ['a mapping that is expected', { expectedOutput: { text: 'a' } }, { expected: { text: 'a' } }],
    [
      'a golden of DeepEval',
      { input: 'q', actualOutput: 's', expectedOutput: 'a', context: null, retrievalContext: ['c'] },
      { expected: 'a' },
    ],
    [
      'ragas, old',
      { question: 'q', answer: 's', contexts: ['c'], ground_truth: 'a' },
      { input: 'q', expected: 'a', context: ['c'] },
    ],
    [
      'ragas, new',
      { user_input: 'q', response: 's', reference: 'a', reference_contexts: ['c'] },
      { input: 'q', expected: 'a', context: ['c'] },
    ],
    ['Inspect', { input: 'q', target: 'B', choices: ['x', 'y'] }, { expected: 'B' }],
    ['Braintrust', { input: { q: 'a' }, expected: { x: 1 }, metadata: { n: 1 } }, { q: 'a' }],
    ['a context in the input', { input: { q: 'a', context: 'c' } }, { q: 'a', context: 'c' }],
    ['names of the row in the input', { input: { id: 1, tags: 'x', critical: true, expected: 'e' } }, {}],
    ['vars', { vars: { topic: 'tea', tone: 'calm' } }, { topic: 'tea', tone: 'calm' }],
    ['variables of one member', { variables: { topic: 'tea' } }, { topic: 'tea', input: 'tea' }],
    ['an expected answer among the variables', { vars: { q: 'a', expected: 'b' } }, { q: 'a', expected: 'b' }],
    ['contexts', { retrieved_contexts: ['c'] }, { context: ['c'] }],
    ['the name itself stays', { expected: null, answer: 'a' }, { expected: null }],
    [
      'an export of OpenAI',
      { item: { query: 'q', ideal: 'i' }, sample: {} },
      { input: 'q', expected: 'i', query: 'q', ideal: 'i' },
    ],
  ])('%s', (_, row, added) => expect(variablesOf(row)).toEqual({ ...(row as object), ...(added as object) }));

  it('take an answer for the expected one only where no row of the file has another', () => {
    const { cases } = parse({ answer: 'said', reference: 'true' }, { answer: 'said' });
    expect(cases.map(({ variables }) => variables.expected)).toEqual(['true', undefined]);
  });

  it('leave a column called item alone', () => {
    const [row] = parse({ item: { id: 'lamp', critical: true }, question: 'q' }).cases;
    expect(row).toMatchObject({ critical: false, variables: { input: 'q' } });
    expect(row?.id).not.toBe('lamp');
  });
});

describe('conversations', () => {
  const chat = [
    { role: 'User', content: 'Hi' },
    { role: 'assistant', content: 'Yes?' },
    { role: 'user', content: 'Is a plum a fruit?' },
  ];
  const sent = chat.map(({ role, content }) => ({ role: role.toLowerCase(), content }));
  const gold = { role: 'assistant', content: 'yes' };

  it.each(['messages', 'input'])('come from %s', (column) => {
    expect(parse({ [column]: chat }).cases[0]?.messages).toEqual(sent);
  });

  it.each(['inputs', 'input'])('come from the messages in %s', (column) => {
    const [row] = parse({ [column]: { messages: [...chat, gold], lang: 'en' } }).cases;
    expect(row).toMatchObject({ messages: sent, variables: { lang: 'en', expected: 'yes' } });
  });

  it("come from LangChain's messages", () => {
    const messages = [
      { type: 'system', content: 'Be kind.' },
      { lc: 1, type: 'constructor', id: ['langchain', 'HumanMessage'], kwargs: { content: 'Hi' } },
      { type: 'ai', data: { content: 'Hello' } },
    ];
    const [row] = parse({ messages }).cases;
    expect(row).toMatchObject({
      messages: [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'Hi' },
      ],
      variables: { expected: 'Hello' },
    });
  });

  it('are not made of other lists', () => expect(parse({ input: ['a', 'b'] }).cases[0]?.messages).toBeNull());

  it.each(['messages', 'input'])(
    'in %s end before the answer of the assistant, which is the expected one',
    (column) => {
      const { cases, warnings } = parse({ [column]: [...chat, gold] }, { [column]: [...chat, gold], n: 1 });
      expect(cases.map(({ messages }) => messages)).toEqual([sent, sent]);
      expect(cases[0]?.variables).toMatchObject({ expected: 'yes', [column]: chat });
      expect(warnings.map(({ line, message }) => [line, message])).toEqual([
        [1, "ends with the assistant's answer, which is not sent: it is the expected answer (and one more row)."],
      ]);
    },
  );

  it('send no answer either where the row names another one', () => {
    const { cases, warnings } = parse({ messages: [...chat, gold], ideal: 'of course' });
    expect(cases[0]).toMatchObject({ messages: sent, variables: { expected: 'of course' } });
    expect(warnings[0]?.message).toBe("ends with the assistant's answer, which is not sent.");
  });

  it('are no question without a message of somebody else', () => {
    expect(() => parse({ messages: [gold] })).toThrow(/"messages" holds nothing but answers/);
  });

  it('hold parts and turns of tools', () => {
    const turns = [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'What is this?' },
          { type: 'image_url', image_url: { url: 'https://a.b/c.png' } },
        ],
      },
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 'c1', type: 'function', function: { name: 'look', arguments: '{}' } }],
      },
      { role: 'tool', tool_call_id: 'c1', content: 'a plum' },
    ];
    expect(parse({ messages: turns }).cases[0]?.messages).toMatchObject([
      { role: 'user', content: 'What is this?\n[image https://a.b/c.png]' },
      { role: 'assistant', content: '', toolCalls: [{ id: 'c1', name: 'look', arguments: '{}' }] },
      { role: 'tool', content: 'a plum', toolCallId: 'c1' },
    ]);
    expect(parse({ messages: turns }).cases[0]?.variables.messages).toEqual([
      { role: 'user', content: 'What is this?\n[image https://a.b/c.png]' },
      { role: 'assistant', content: '[tool call] look({})' },
      turns[2],
    ]);
  });
});

describe('the hash of a case', () => {
  const hashOf = (row: Json) => parse(row).cases[0]?.hash;
  it('sees content, not order', () => {
    expect(hashOf({ id: 1, a: 'x', b: 'y' })).toBe(hashOf({ b: 'y', a: 'x', id: 1 }));
    expect(hashOf({ id: 1, a: 'x' })).not.toBe(hashOf({ id: 1, a: 'y' }));
    expect(hashOf({ id: 1, a: 'x' })).not.toBe(hashOf({ id: 1, a: 'x', critical: true }));
  });

  // Stored baselines know rows by it: these were taken before members of "input" counted as columns.
  it.each([
    [
      { id: 'a', input: { q: 'x', lang: 'en' }, expected: 'e' },
      'e4f103ff61eb1a27c8d475f83c073c48fa8cf8b84db54ffbd03dbf7b436c4973',
    ],
    [{ id: 'a', question: 'q', answer: 'a' }, '99da78f6c3ef3d22e2468765c74269ef93f99eaa43d18de8d2786d1de22daf0d'],
    [
      { id: 'a', inputs: { q: 'x' }, outputs: { y: 'z' } },
      '05c36b000c6bb8675ddb27aa0530f4fd49e95b914835e99fb267abe2880081f4',
    ],
  ])('is that of earlier versions for %j', (row, hash) => expect(hashOf(row)).toBe(hash));
});

describe('broken rows', () => {
  it.each<[string, Json[], RegExp[]]>([
    ['no objects', ['a', [1], null, 3], [/^a:1 is not an object of columns and values \(and 3 more rows\)\./]],
    ['an id given twice', [{ id: '1' }, { id: 2 }, { id: 1 }], [/^a:3 has the id "1", as a:1 has/]],
    ['an empty id', [{ id: ' ' }], [/"id" is empty/]],
    ['an id of another kind', [{ id: [] }, { id: true }], [/^a:1 "id" must be text or a number \(and one more row\)/]],
    [
      'critical in other words',
      [{ critical: 'yes' }, { critical: 1 }],
      [/^a:1 "critical" is neither true nor false \(and one more row\)/],
    ],
    ['tags of another kind', [{ tags: [1] }, { tags: {} }], [/^a:1 "tags" must be/]],
    ['messages as text', [{ messages: '[]' }], [/"messages" must be a list/]],
    [
      'messages with faults',
      [{ messages: [{ role: 'bot', content: [] }] }],
      [/"messages\[0\].role" has the unknown/, /content" has no parts/],
    ],
    ['a number beyond all numbers', [{ a: [Number.POSITIVE_INFINITY] }], [/not finite/]],
  ])('%s', (_, rows, expected) => {
    let problems: readonly string[] = [];
    try {
      parse(...rows);
    } catch (error) {
      problems = (error as Error).message.split('\n');
    }
    expect(problems).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(problems[index]).toMatch(pattern);
  });

  it('are listed to the fiftieth, and the rest counted', () => {
    const rows = Array.from({ length: 140 }, (_, index) => ({ id: index % 70 }));
    expect(() => parse(...rows)).toThrow(/a:120 has the id.*\na and 20 more/);
  });

  it('are not the same as none', () => expect(() => parse()).toThrow(/has no rows/));
});

describe('rows that bring scorers of their own', () => {
  const own = { topic: 'tea', evaluators: [{ name: 'green', string: { contains: 'green' } }] };

  it('are told of once, at the first of them', () => {
    const { warnings } = parse({ topic: 'milk' }, own, { ...own, topic: 'milk' });
    expect(warnings).toEqual([
      expect.objectContaining({
        line: 2,
        message: 'brings "evaluators" of its own, which are not read (and one more row).',
      }),
    ]);
  });

  it('are not those with a column of that name', () => {
    expect(parse({ evaluators: 'two people' }, { checks: ['a'] }).warnings).toEqual([]);
  });
});

describe('clusters', () => {
  const { cases } = parse({ id: 1, doc: 'a', meta: { n: 3 } }, { id: 2, doc: 'a' }, { id: 3, doc: '' });

  it('are the values of a column or path', () => {
    expect(cases.map((row) => clusterOf(row, 'doc'))).toEqual(['a', 'a', null]);
    expect(cases.map((row) => clusterOf(row, 'meta.n'))).toEqual(['3', null, null]);
    expect(cases.map((row) => clusterOf(row, null))).toEqual([null, null, null]);
  });

  it('name the rows that have none', () => {
    expect(clustersOf(cases.slice(0, 2), 'doc')).toEqual(
      new Map([
        ['1', 'a'],
        ['2', 'a'],
      ]),
    );
    expect(clustersOf(cases, null)).toBeNull();
    expect(() => clustersOf(cases, 'docs')).toThrow(/^a:1 has no "docs".*\(and 2 more rows\).*Did you mean "doc"\?$/);
  });
});
