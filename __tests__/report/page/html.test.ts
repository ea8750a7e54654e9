import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { PageCase } from '../../../src/report/page/page-run.ts';
import { viewerScript } from '../../../src/report/page/viewer-script.ts';
import type { Report } from '../../../src/report/report.ts';
import { aMetric, anOutput, aReport } from '../../helpers/builders.ts';
import { aPageCase, dataOf, pageOf, staticPart } from '../../helpers/page.ts';
import { aHostileReport, hostileText } from '../hostile.ts';
import { aBrokenConfig, aFailure, aFirstContact, aMixedRun, anOpenQuestion, anOutage, aPass } from '../scenarios.ts';

const scenarios: readonly (readonly [string, Report])[] = [
  ['fail', aFailure()],
  ['pass', aPass()],
  ['inconclusive', anOpenQuestion()],
  ['config', aBrokenConfig()],
  ['outage', anOutage()],
  ['first contact', aFirstContact()],
  ['mixed', aMixedRun()],
  ['hostile', aHostileReport()],
];
const own =
  'html head meta title style script body main header h1 h2 h3 h4 section aside div p strong b i em small ul li table thead tbody tr th td details summary code span del ins mark wbr a svg line circle rect text figure figcaption noscript';
const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** Start tags with their attributes, where tags nest. */
function readTags(html: string): readonly { readonly name: string; readonly attributes: string }[] {
  const open: string[] = [];
  return [...html.matchAll(/<(\/?)([\w-]+)((?:\s+[\w-]+(?:="[^"<]*")?)*)\s*(\/?)>/g)].flatMap(
    ([, end, name = '', attributes = '', empty]) => {
      if (end === '/') {
        if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
        return [];
      }
      if (empty === '' && name !== 'meta') open.push(name);
      return [{ name, attributes }];
    },
  );
}

describe('the page', () => {
  it.each(scenarios)('%s has only its own elements, links by https and nothing that runs', (_name, report) => {
    const html = staticPart(pageOf(report)).replace('<!doctype html>', '');
    const tags = readTags(html);
    expect(html.split('<').length - 1).toBe(tags.length + (html.match(/<\/\w/g) ?? []).length);
    for (const { name, attributes } of tags) {
      expect(own.split(' ')).toContain(name);
      for (const [, attribute, value = ''] of attributes.matchAll(/\s([\w-]+)="([^"]*)"/g)) {
        expect(attribute).not.toMatch(/^(on\w+|src|style|action|srcset|formaction|xlink.*)$/);
        if (attribute === 'href') expect(value).toMatch(/^https:\/\/github\.com\/[\w/.?=#-]+$/);
      }
    }
  });

  it('lets its own style and script run, and nothing else in the world', () => {
    const html = pageOf(aFailure());
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
    expect(html).toContain(
      `content="default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(viewerScript)}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).toContain(`<script>${viewerScript}</script>`);
  });

  it('has no script where there are no cases', () => {
    const html = pageOf(aPass(), { cases: [] });
    expect(html).not.toContain('<script');
    expect(html).not.toContain('script-src');
    expect(html).not.toContain('id="cases"');
  });

  it('carries hostile texts as data that nothing in them can end, and that read back', () => {
    const html = pageOf(aHostileReport());
    const [, json = ''] = /id="data">([\s\S]*?)<\/script>/.exec(html) ?? [];
    expect(json).not.toContain('<');
    const [first] = dataOf(html).cases;
    expect(first).toMatchObject({ id: hostileText, expected: hostileText });
    expect(first?.sides[0]?.answer?.content).toBe(hostileText);
    // An address that is none of the web's is no link.
    expect(first).not.toHaveProperty('url');
  });

  it('reads the cases once, as it is written', () => {
    let made = 0;
    function* cases() {
      for (made = 1; made <= 3; made += 1) yield aPageCase({ case: `c-${made}` });
    }
    const html = pageOf(aPass(), { cases: { [Symbol.iterator]: cases } });
    expect(dataOf(html).cases.map(({ id }) => id)).toEqual(['c-1', 'c-2', 'c-3']);
  });
});

describe('the first screen', () => {
  it.each([
    ['fail', { green: false, github: aReport().github }, 'Regression, <em>blocks merging</em>'],
    ['fail', { green: true, github: aReport().github }, 'Regression, <em>does not block</em>'],
    ['inconclusive', { green: true, github: aReport().github }, 'Not settled, <em>does not block</em>'],
    ['invalid', { green: false, github: null }, 'Could not be judged, <em>blocks merging</em>'],
    ['pass', { green: true, github: null }, 'No regression, <em>does not block</em>'],
  ] as const)('says what happened and whether it blocks: %s', (verdict, changes, words) => {
    expect(pageOf(aReport({ verdict, ...changes }))).toContain(words);
  });

  it('names suite and prompt, and links commits, pull request, repository and run', () => {
    const html = pageOf(aReport());
    expect(html).toContain('<b>Prompt Assay</b> <i>·</i> triage');
    for (const path of [
      '',
      '/pull/12',
      '/commit/3f2a91c04d1e5b6a7980c1d2e3f4a5b6c7d8e9f0',
      '/actions/runs/1234567890',
    ]) {
      expect(html).toContain(`href="https://github.com/acme/shop${path}"`);
    }
  });

  it('names the commit that was pushed, not the merge that nobody has seen', () => {
    const pushed = 'c'.repeat(40);
    const head = { commit: 'd'.repeat(40), label: 'this PR', pushed };
    const html = pageOf(aReport({ head }), {
      cases: [aPageCase({ place: { side: 'head', path: 'a b/ü.jsonl', line: 3 } })],
    });
    expect(html).toContain(`/commit/${pushed}`);
    expect(html).not.toContain('ddddddd');
    expect(dataOf(html).cases[0]?.url).toBe(`https://github.com/acme/shop/blob/${pushed}/a%20b/%C3%BC.jsonl#L3`);
  });

  it('links nowhere in a terminal', () => {
    const html = pageOf(aReport({ github: null, runUrl: null }), { cases: [aPageCase()] });
    expect(staticPart(html)).not.toContain('href');
    expect(dataOf(html).cases[0]).not.toHaveProperty('url');
  });
});

describe('the intervals of a section', () => {
  const plots = (html: string) => [...html.matchAll(/<svg class="plot"[\s\S]*?<\/svg>/g)].map(([svg]) => svg);
  const wide = aMetric({ metric: 'wide', difference: -0.1, lowerBound: -0.2, upperBound: 0, margin: 0.05 });
  const tight = aMetric({ metric: 'tight', difference: 0, lowerBound: -0.02, upperBound: 0.02, margin: 0.05 });

  it('stand on one scale: the same margin at the same place', () => {
    const [axis = '', first = '', second = ''] = plots(pageOf(aReport({ metrics: [wide, tight] })));
    const margin = /class="margin" x1="([\d.]+)"/;
    expect(margin.exec(first)?.[1]).toBe(margin.exec(second)?.[1]);
    expect([...axis.matchAll(/<text[^>]*>([^<]*)/g)].map(([, words]) => words)).toEqual([
      '−20',
      '−10',
      '0',
      '+10',
      '+20',
    ]);
    expect(first).toContain('aria-label="0 pts, from −20 to 0"');
  });

  it('are told in scores where all metrics are graded', () => {
    const [axis] = plots(pageOf(aReport({ metrics: [{ ...wide, binary: false }] })));
    expect(axis).toContain('−0.20');
  });

  it('are left out where nothing is known', () => {
    const unknown = aMetric({ difference: null, lowerBound: null, upperBound: null });
    expect(plots(pageOf(aReport({ metrics: [unknown] })))).toEqual([]);
  });
});

describe('what the page tells of a comparison', () => {
  it('shows figures by tag', () => {
    const tags = [{ tag: 'refund<b>', cases: 25, worse: 11, better: 1, baselineMean: 0.96, candidateMean: 0.52 }];
    const html = pageOf(aReport({ metrics: [aMetric({ tags })] }));
    expect(html).toContain('refund&lt;b&gt;</th><td class="number">25</td>');
    expect(html).toContain('96 % → 52 %<small>11 worse, 1 better</small>');
  });

  it('draws how the scores of a graded metric changed, with the same as numbers', () => {
    const bins = Array.from({ length: 21 }, (_, bin) => (bin === 5 ? 3 : bin === 10 ? 7 : 0));
    const metric = aMetric({ metric: 'helpful', kind: 'judge', binary: false });
    const changes = [{ suite: 'triage', prompt: 'triage', metric: 'helpful', bins }];
    const html = pageOf(aReport({ metrics: [metric] }), { changes });
    expect(html).toContain('aria-label="3 cases lower, 7 cases about the same, 0 higher"');
    expect(html).toContain('<th scope="row">−0.50</th><td class="number">3</td>');
    expect(html.match(/<rect class="(worse|better|same)"[^>]*height="72"/g)).toHaveLength(1);
  });

  it('lists how it was decided, a fact a line', () => {
    const html = pageOf(aReport());
    expect(html).toContain('<li>paired over 100 cases</li>');
    expect(html).toContain('<li>margin 5 pts</li>');
  });
});

describe('the data of a case', () => {
  const only = (changes: Partial<PageCase>, report: Report = aReport()) =>
    dataOf(pageOf(report, { cases: [aPageCase(changes)] }));

  it('has both answers, scores and reasons of both sides, and what was sent', () => {
    const data = only({});
    expect(data.sides).toEqual(['main', 'this PR']);
    expect(data.prompts).toEqual([
      { suite: 'triage', prompt: 'triage', metrics: [{ name: 'label', binary: true, direction: 'higher' }] },
    ]);
    expect(data.cases[0]).toMatchObject({
      id: 'refund-017',
      label: 'worse',
      place: 'evals/triage.jsonl:17',
      input: 'I was charged twice, please send the second payment back.',
      metrics: [{ at: 0, label: 'worse', drop: 1, scores: [[1], [0]] }],
      sides: [
        {
          answers: 1,
          messages: [
            ['system', 'You sort mail.'],
            ['user', 'I was charged twice.'],
          ],
        },
        {
          answers: 1,
          messages: [
            ['system', 'You sort letters.'],
            ['user', 2],
          ],
        },
      ],
    });
  });

  it('holds a text that many cases send once', () => {
    const system = 'A system prompt. '.repeat(100);
    const messages = [{ role: 'system', content: system }] as const;
    const side = { answers: 1, fault: null, messages };
    const cases = ['a', 'b', 'c'].map((id) => aPageCase({ case: id, baseline: side, candidate: side }));
    expect(pageOf(aReport(), { cases }).split(system)).toHaveLength(2);
  });

  it('cuts an answer of more than a million characters and counts the rest', () => {
    const data = only({ candidateOutput: anOutput('x'.repeat(1_000_003)) });
    const answer = data.cases[0]?.sides[1]?.answer;
    expect(answer?.content).toHaveLength(1_000_000);
    expect(answer?.more).toBe(3);
  });

  it('keeps every digit of what a tool was called with', () => {
    const toolCalls = [{ name: 'pay', arguments: { amount: 12345678901234567890n } }];
    expect(only({ candidateOutput: anOutput('', { toolCalls }) }).cases[0]?.sides[1]?.answer?.calls).toContain(
      '12345678901234567890',
    );
  });

  it('says why an answer never came', () => {
    const candidate = { answers: 1, fault: 'connection reset', messages: null };
    expect(only({ candidateOutput: null, candidate }).cases[0]?.sides[1]).toEqual({
      answers: 1,
      fault: 'connection reset',
    });
  });

  it('has ids and scores alone where examples are redacted', () => {
    const secret = 'a text that nobody may see';
    const side = { answers: 1, fault: secret, messages: [{ role: 'user', content: secret }] } as const;
    const entry = aPageCase({
      tags: [secret],
      input: secret,
      expected: secret,
      baselineOutput: anOutput(secret),
      candidateOutput: anOutput(secret),
      baseline: side,
      candidate: side,
    });
    const html = pageOf(aReport({ examples: 'redacted' }), { cases: [entry] });
    expect(dataOf(html).cases[0]).toEqual({
      of: 0,
      id: 'refund-017',
      label: 'worse',
      position: 0,
      place: 'evals/triage.jsonl:17',
      url: expect.stringContaining('/blob/'),
      metrics: [{ at: 0, label: 'worse', drop: 1, scores: [[1], [0]] }],
      sides: [{ answers: 1 }, { answers: 1 }],
    });
    expect(html).not.toContain(secret);
  });

  it('is not there where examples are none, and the page says so', () => {
    const html = pageOf(aReport({ examples: 'none' }), { cases: [aPageCase()] });
    expect(html).not.toContain('<script');
    expect(html).not.toContain('refund-017');
    expect(html).toContain('<code>examples: none</code>');
  });
});
