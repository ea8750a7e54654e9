import { describe, expect, it } from '@jest/globals';
import { diffTexts } from '../../../src/report/diff/text-diff.ts';
import { alignMessages } from '../../../src/report/page/browse/align-messages.ts';
import {
  type CaseData,
  fillTexts,
  type MetricData,
  type PageData,
  readAnswer,
} from '../../../src/report/page/browse/page-data.ts';
import { createBrowser, listFacets, type Query } from '../../../src/report/page/browse/query.ts';
import { listSamples, tellScores } from '../../../src/report/page/browse/score-text.ts';
import { splitRows } from '../../../src/report/page/browse/split-rows.ts';

const everything: Query = {
  text: '',
  happened: new Set(),
  critical: false,
  tags: new Set(),
  metrics: new Set(),
  suites: new Set(),
  prompts: new Set(),
  order: 'need',
};
const said = (label: MetricData['label'], drop: number | null = null, at = 0): MetricData => ({
  at,
  label,
  drop,
  scores: [[1], [0]],
});
const aCase = (id: string, changes: Partial<CaseData> = {}): CaseData => ({
  of: 0,
  id,
  label: 'worse',
  position: 0,
  place: 'd.jsonl:1',
  metrics: [said('worse', 0.5)],
  sides: [null, null],
  ...changes,
});
const label = { name: 'label', binary: true, direction: 'higher' } as const;
const tone = { name: 'tone', binary: false, direction: 'higher' } as const;
const data: PageData = {
  cases: [
    aCase('case-10', {
      position: 3,
      critical: true,
      tags: ['refund', 'hard'],
      input: 'Wo ist mein Päckchen?',
      metrics: [said('regressed', 0.5), said('better', -0.2, 1)],
    }),
    aCase('case-9', {
      position: 2,
      tags: ['refund'],
      metrics: [{ ...said('worse', 1), reasons: [null, 'does not contain "Kind regards"'] }, said('same', 0, 1)],
      sides: [
        { answers: 1, answer: { content: 'Kind regards', calls: '[{"name":"lookup_order"}]' } },
        { answers: 1, fault: 'connection reset' },
      ],
    }),
    aCase('case-1', { position: 0, label: 'flaky', metrics: [said('flaky', 0), said('unscored', null, 1)] }),
    aCase('case-2', {
      position: 1,
      label: 'same',
      expected: 'delivery',
      metrics: [said('same', 0), said('same', 0, 1)],
    }),
    aCase('added', { of: 1, position: 4, label: 'new', metrics: [said('new')] }),
  ],
  prompts: [
    { suite: 'triage', prompt: 'label', metrics: [label, tone] },
    { suite: 'letters', prompt: 'formal', metrics: [tone] },
  ],
  sides: ['main', 'this PR'],
};
const find = (query: Partial<Query>) =>
  createBrowser(data)
    .find({ ...everything, ...query })
    .map((place) => data.cases[place]?.id);

describe('the list of cases', () => {
  it('has all of them in the order of need where nothing is asked', () => {
    expect(find({})).toEqual(['case-10', 'case-9', 'case-1', 'case-2', 'added']);
  });

  it.each([
    ['an id', 'case-9', ['case-9']],
    ['the input, whatever the case of letters', 'PÄCKCHEN', ['case-10']],
    ['what was expected', 'delivery', ['case-2']],
    ['an answer', 'kind regards', ['case-9']],
    ['a reason', 'does not contain', ['case-9']],
    ['the call of a tool', 'lookup_order', ['case-9']],
    ['why no answer came', 'reset', ['case-9']],
    ['words in any order', 'regards contain', ['case-9']],
    ['a tag', 'hard', ['case-10']],
    ['nothing that is there', 'zebra', []],
  ])('is searched by %s', (_name, text, expected) => {
    expect(find({ text })).toEqual(expected);
  });

  it.each([
    ['worse', ['case-10', 'case-9']],
    ['better', ['case-10']],
    ['flaky', ['case-1']],
    ['unscored', ['case-1']],
    ['same', ['case-2']],
    ['new', ['added']],
  ] as const)('is filtered by what happened in any metric: %s', (happened, expected) => {
    expect(find({ happened: new Set([happened]) })).toEqual(expected);
  });

  it('takes what happened in the metrics that are asked for', () => {
    const metrics = new Set(['tone']);
    expect(find({ metrics })).toHaveLength(5);
    expect(find({ metrics, happened: new Set(['worse']) })).toEqual([]);
    expect(find({ metrics, happened: new Set(['same']) })).toEqual(['case-9', 'case-2']);
    expect(find({ metrics: new Set(['label']) })).toHaveLength(4);
  });

  it('lets any of one kind through, and wants all kinds at once', () => {
    expect(find({ happened: new Set(['flaky', 'new']) })).toEqual(['case-1', 'added']);
    expect(find({ tags: new Set(['refund']), critical: true })).toEqual(['case-10']);
    expect(find({ suites: new Set(['letters']) })).toEqual(['added']);
    expect(find({ prompts: new Set(['label']), tags: new Set(['hard', 'refund']) })).toEqual(['case-10', 'case-9']);
  });

  it.each([
    ['id', ['added', 'case-1', 'case-2', 'case-9', 'case-10']],
    ['dataset', ['case-1', 'case-2', 'case-9', 'case-10', 'added']],
    ['drop', ['case-9', 'case-10', 'case-1', 'case-2', 'added']],
  ] as const)('is sorted by %s', (order, expected) => {
    expect(find({ order })).toEqual(expected);
  });

  it('counts what there is to filter by', () => {
    const facets = listFacets(data);
    expect(Object.fromEntries(facets.happened)).toEqual({
      worse: 2,
      better: 1,
      flaky: 1,
      unscored: 1,
      same: 1,
      new: 1,
    });
    expect(facets.critical).toBe(1);
    expect([...facets.tags]).toEqual([
      ['refund', 2],
      ['hard', 1],
    ]);
    expect([...facets.metrics]).toEqual([
      ['label', 4],
      ['tone', 5],
    ]);
    expect([...facets.suites.keys()]).toEqual(['triage', 'letters']);
  });
});

describe('the texts of a page', () => {
  it('are put back where their number stands', () => {
    const side = (content: string | number, text: string | number) => ({
      answers: 1,
      answer: { content },
      messages: [['system', text]] as const,
    });
    const cases = [
      aCase('a', { sides: [side('one', 'sent'), side('two', 1)] }),
      aCase('b', { sides: [null, side(0, 1)] }),
    ];
    const [first, second] = fillTexts({ ...data, cases }).cases;
    expect(first?.sides[1]).toEqual(side('two', 'sent'));
    expect(second?.sides[1]).toEqual(side('one', 'sent'));
  });

  it('make an answer again', () => {
    const answer = { content: 'a', calls: '[{"n":12345678901234567890}]', finish: 'length' };
    expect(readAnswer({ answers: 1, answer })).toEqual({
      content: 'a',
      toolCalls: [{ n: 12345678901234567890n }],
      refusal: null,
      finishReason: 'length',
    });
    expect(readAnswer({ answers: 1 })).toBeNull();
  });
});

describe('scores in a line', () => {
  it.each([
    [[1], label, { text: '✓', isGood: true }],
    [[0], label, { text: '✕', isGood: false }],
    [[0], { ...label, direction: 'lower' }, { text: '✓', isGood: true }],
    [[1, 0, null, 1], label, { text: '2 of 3', isGood: true }],
    [[0.5, 1], tone, { text: '0.75', isGood: null }],
    [[null], label, { text: 'unscored', isGood: null }],
    [[], label, { text: '–', isGood: null }],
  ] as const)('%j', (scores, metric, expected) => {
    expect(tellScores(scores, metric)).toEqual(expected);
  });

  it('are listed by sample', () => {
    expect(listSamples([1, null, 0.33333])).toBe('1, –, 0.333');
  });
});

describe('two columns', () => {
  const split = (before: string, after: string) => splitRows(diffTexts(before, after));

  it('put what was removed beside what took its place, with the words that differ', () => {
    expect(split('a\nWe will pay.\nb', 'a\nWe may pay.\nmore\nb')).toEqual([
      { kind: 'same', text: 'a' },
      {
        kind: 'change',
        left: { text: 'We will pay.', spans: [[3, 7]] },
        right: { text: 'We may pay.', spans: [[3, 6]] },
      },
      { kind: 'change', left: null, right: { text: 'more', spans: [] } },
      { kind: 'same', text: 'b' },
    ]);
  });

  it('fold equal lines that are far from any change, and lose none', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);
    const rows = split(lines.join('\n'), [...lines.slice(0, 15), 'new', ...lines.slice(15)].join('\n'));
    expect(rows.map(({ kind }) => kind)).toEqual([
      'fold',
      'same',
      'same',
      'same',
      'change',
      'same',
      'same',
      'same',
      'fold',
    ]);
    const equal = rows.flatMap((row) => (row.kind === 'fold' ? row.lines : row.kind === 'same' ? [row.text] : []));
    expect(equal).toEqual(lines);
  });

  it('show a side that is alone', () => {
    expect(split('a\nb', 'a')).toEqual([
      { kind: 'same', text: 'a' },
      { kind: 'change', left: { text: 'b', spans: [] }, right: null },
    ]);
  });
});

describe('what each side was sent', () => {
  const message = (role: 'system' | 'user' | 'assistant', content: string) => ({ role, content });
  const tell = (before: readonly ReturnType<typeof message>[], after: readonly ReturnType<typeof message>[]) =>
    alignMessages(before, after).map(({ change, before: from, after: to }) => [change, from?.content, to?.content]);

  it('stands in its order, what is gone where it was', () => {
    const [system, ask, example, answer] = [
      message('system', 'S'),
      message('user', 'Q'),
      message('user', 'example'),
      message('assistant', 'answer'),
    ];
    expect(tell([system, example, answer, ask], [system, ask])).toEqual([
      ['same', 'S', 'S'],
      ['removed', 'example', undefined],
      ['removed', 'answer', undefined],
      ['same', 'Q', 'Q'],
    ]);
    expect(tell([system, ask], [message('system', 'T'), example, answer, ask])).toEqual([
      ['changed', 'S', 'T'],
      ['added', undefined, 'example'],
      ['added', undefined, 'answer'],
      ['same', 'Q', 'Q'],
    ]);
  });

  it('is told of one side where the other was not asked', () => {
    expect(tell([], [message('user', 'Q')])).toEqual([['added', undefined, 'Q']]);
  });
});
