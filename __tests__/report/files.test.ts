import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';
import { contentHash, type JsonObject } from '../../src/json.ts';
import { renderResultsJson } from '../../src/report/files/json.ts';
import { renderOutputLine, renderScoreLine, type ScoreLine } from '../../src/report/files/lines.ts';
import { viewerScript } from '../../src/report/page/viewer-script.ts';
import { type FileText, renderers } from '../../src/report/renderers.ts';
import type { Report } from '../../src/report/report.ts';
import { aPageRun } from '../helpers/page.ts';
import { everyReport } from './every-report.ts';
import { aHostileReport, hostileText } from './hostile.ts';
import { aFailure } from './scenarios.ts';

const options = (report: Report) => ({ commentKey: 'x', record: null, page: aPageRun(report) });
const textOf = (text: FileText) => (typeof text === 'string' ? text : [...text].join(''));

describe('results.json', () => {
  let schema: JsonObject = {};
  let isReport: ValidateFunction;

  beforeAll(async () => {
    schema = JSON.parse(
      await readFile(join(import.meta.dirname, '../../schemas/report.schema.json'), 'utf8'),
    ) as JsonObject;
    isReport = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
  });

  it.each(everyReport)('%s fits the published schema and its own hash', (_name, report) => {
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
    expect(textOf(await render(aHostileReport(), options(aHostileReport()))).replace(viewerScript, '')).not.toMatch(
      unseen,
    );
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

describe('the registry', () => {
  it.each(Object.entries(renderers))('%s renders every report', async (_format, renderer) => {
    for (const [, report] of everyReport) {
      expect(textOf(await renderer.render(report, options(report)))).toContain(report.verdict === 'pass' ? '' : 'e');
    }
  });

  it('names each file once', () => {
    const files = Object.values(renderers).map(({ file }) => file);
    expect(new Set(files).size).toBe(files.length);
  });
});
