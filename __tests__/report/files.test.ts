import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';
import { contentHash, type JsonObject } from '../../src/json.ts';
import { renderResultsJson } from '../../src/report/files/json.ts';
import { renderJunit } from '../../src/report/files/junit.ts';
import { renderOutputLine, renderScoreLine, type ScoreLine } from '../../src/report/files/lines.ts';
import { renderHtml } from '../../src/report/page/html.ts';
import { renderers } from '../../src/report/renderers.ts';
import type { Report } from '../../src/report/report.ts';
import { aHostileReport, hostileText } from './hostile.ts';
import {
  aBrokenConfig,
  aFailure,
  aFirstContact,
  aMixedRun,
  anOpenQuestion,
  anOutage,
  aPass,
  aQuietChange,
} from './scenarios.ts';

const scenarios: readonly (readonly [string, Report])[] = [
  ['fail', aFailure()],
  ['pass', aPass()],
  ['inconclusive', anOpenQuestion()],
  ['config', aBrokenConfig()],
  ['outage', anOutage()],
  ['first contact', aFirstContact()],
  ['quiet', aQuietChange()],
  ['mixed', aMixedRun()],
  ['hostile', aHostileReport()],
];

describe('results.json', () => {
  let schema: JsonObject = {};
  let isReport: ValidateFunction;

  beforeAll(async () => {
    schema = JSON.parse(
      await readFile(join(import.meta.dirname, '../../schemas/report.schema.json'), 'utf8'),
    ) as JsonObject;
    isReport = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
  });

  it.each(scenarios)('%s fits the published schema and its own hash', (_name, report) => {
    const text = renderResultsJson(report);
    isReport(JSON.parse(text));
    expect(isReport.errors).toBeNull();
    const { sha256, ...rest } = JSON.parse(text) as JsonObject;
    expect(sha256).toBe(contentHash(rest));
  });

  it('is described whole: no member is missing from the schema', () => {
    const report = JSON.parse(renderResultsJson(aFailure())) as JsonObject;
    expect(Object.keys(report).sort()).toEqual(Object.keys(schema.properties as JsonObject).sort());
  });

  it('holds no texts where examples are redacted', () => {
    const text = renderResultsJson({ ...aFailure(), examples: 'redacted' });
    expect(text).not.toContain('charged twice');
    expect(text).not.toContain('I paid twice');
  });
});

/** What hides, turns around or steers: controls, bidi, zero-width, tags, lone surrogates. */
const unseen =
  /(?!\n)\p{Cc}|[\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]|\p{Surrogate}/u;

describe('what cannot be seen', () => {
  it.each(Object.values(renderers))('stands raw nowhere in $file', async ({ render }) => {
    expect(await render(aHostileReport(), { commentKey: 'x', record: null })).not.toMatch(unseen);
  });

  it('is lost nowhere: results.json reads back to the same report', () => {
    const { sha256: _, ...read } = JSON.parse(renderResultsJson(aHostileReport())) as JsonObject;
    expect(read).toEqual(JSON.parse(JSON.stringify(aHostileReport())));
  });

  it('stands raw in no line, and reads back', () => {
    const line = renderOutputLine({
      ...{ suite: 's', prompt: 'p', case: hostileText, sample: 0, arm: 'base', model: null },
      input: { [hostileText]: 1 },
      output: hostileText,
    });
    expect(line).not.toMatch(unseen);
    expect(JSON.parse(line)).toMatchObject({ case: hostileText, input: { [hostileText]: 1 }, output: hostileText });
  });
});

describe('JSON Lines', () => {
  const line: ScoreLine = {
    suite: 's',
    prompt: 'p',
    case: 'a',
    metric: 'm',
    arm: 'base',
    look: null,
    critical: null,
    labelled: null,
    same: null,
    sample: 0,
    score: null,
    cluster: null,
    question: null,
    reason: null,
  };

  it('null stays in a score line only where it is the score', () => {
    const text = [
      { ...line, case: 'B', reason: 'r' },
      { ...line, sample: 2, score: 1 },
      { ...line, sample: 10 },
    ]
      .map(renderScoreLine)
      .join('');
    expect(text).toBe(
      '{"arm":"base","case":"B","metric":"m","prompt":"p","reason":"r","sample":0,"score":null,"suite":"s"}\n' +
        '{"arm":"base","case":"a","metric":"m","prompt":"p","sample":2,"score":1,"suite":"s"}\n' +
        '{"arm":"base","case":"a","metric":"m","prompt":"p","sample":10,"score":null,"suite":"s"}\n',
    );
  });

  it('outputs keep both arms apart', () => {
    const output = {
      suite: 's',
      prompt: 'p',
      case: 'a',
      sample: 0,
      input: 'hi',
      output: { content: 'x' },
      model: null,
    };
    expect(
      [
        { ...output, arm: 'base' },
        { ...output, arm: 'candidate' },
      ]
        .map(renderOutputLine)
        .join(''),
    ).toBe(
      '{"arm":"base","case":"a","input":"hi","output":{"content":"x"},"prompt":"p","sample":0,"suite":"s"}\n' +
        '{"arm":"candidate","case":"a","input":"hi","output":{"content":"x"},"prompt":"p","sample":0,"suite":"s"}\n',
    );
  });
});

/** Names of the elements in order; throws where tags do not nest. */
function readTags(xml: string): readonly string[] {
  const open: string[] = [];
  return [...xml.matchAll(/<(\/?)([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>/g)].flatMap(
    ([, end, name = '', , empty]) => {
      if (end === '/') {
        if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
        return [];
      }
      if (empty === '') open.push(name);
      return [name];
    },
  );
}

describe('JUnit', () => {
  it.each(scenarios)('%s is well formed', (_name, report) => {
    const xml = renderJunit(report);
    const tags = readTags(xml);
    expect(xml.split('<').length - 1).toBe(tags.length + (xml.match(/<\/\w|<\?/g) ?? []).length);
    expect(xml).not.toMatch(/(?!\n)\p{Cc}|\p{Surrogate}|&(?!(amp|lt|gt|quot|#\d+);)/u);
    expect(tags.filter((tag) => tag === 'testcase').length).toBe(Number(/testsuites tests="(\d+)"/.exec(xml)?.[1]));
  });

  it('a regression fails its comparison and its cases; a report-only metric never does', () => {
    const xml = renderJunit(aFailure());
    expect(xml).toMatch(/name="label"><failure/);
    expect(xml).toMatch(/name="refund-017"><failure/);
    expect(xml).toMatch(/name="helpful"><system-out/);
    expect(xml).toContain('failures="13"');
  });

  it.each([
    ['inconclusive is skipped', anOpenQuestion(), 'name="verdict"><skipped'],
    ['an outage is an error', anOutage(), 'name="verdict"><error'],
    ['a mistake is an error at its place', aBrokenConfig(), 'name="prompt-assay.yml:12"><error'],
  ])('%s', (_name, report, words) => {
    expect(renderJunit(report)).toContain(words);
  });
});

describe('HTML', () => {
  it.each(scenarios)('%s has only its own elements and no address', (_name, report) => {
    const html = renderHtml(report);
    const own =
      'html head meta title style body main h1 h2 h3 section div p strong b small ul li table thead tbody tr th td details summary pre code del ins wbr svg line circle';
    for (const tag of readTags(
      html
        .replace('<!doctype html>', '')
        .replace(/<style>[^<]*/, '<style>')
        .replace(/<meta ([^>]*[^/])>/g, '<meta $1/>'),
    )) {
      expect(own.split(' ')).toContain(tag);
    }
    for (const [, attribute = ''] of html.replace(/>[^<]*/g, '>').matchAll(/\s([\w-]+)=/g)) {
      expect(attribute).not.toMatch(/^(on\w+|href|src|style|action|xlink)$/);
    }
    expect(html).toMatch(/default-src 'none'; style-src 'sha256-[\w+/=]{44}'/);
  });

  it('draws the interval of each comparison', () => {
    expect(renderHtml(aFailure()).match(/<svg /g)).toHaveLength(3);
    expect(renderHtml(aFailure())).toContain('aria-label="−7 pts, from −13.2 to +0.4"');
  });
});

describe('the registry', () => {
  it.each(Object.entries(renderers))('%s renders every report', async (_format, renderer) => {
    for (const [, report] of scenarios) {
      expect(await renderer.render(report, { commentKey: 'x', record: null })).toContain(
        report.verdict === 'pass' ? '' : 'e',
      );
    }
  });

  it('names each file once', () => {
    const files = Object.values(renderers).map(({ file }) => file);
    expect(new Set(files).size).toBe(files.length);
  });
});
