import { describe, expect, it } from '@jest/globals';
import { briefly, problemsOf, readFixture, readText } from './read-text.ts';

function reportOf(...tests: readonly string[]): string {
  return `<?xml version="1.0"?>\n<testsuites><testsuite name="s">\n${tests.join('\n')}\n</testsuite></testsuites>`;
}

describe('a JUnit report', () => {
  it.each([
    ['junit-pytest.xml', [1, 0], 'test_triage.test_later'],
    ['junit-jest.xml', [1, 0], 'triage t-3'],
    ['junit-vitest.xml', [1, 0], 'triage.test.mjs.triage > t-3'],
    ['junit-surefire.xml', [1, 0, 0], 'TriageTest.later'],
  ])('scores what passed 1, what failed 0, and says what was skipped: %s', (name, passed, skipped) => {
    const { outputs, warnings } = readFixture(name);
    const scores = outputs.flatMap(({ result }) =>
      result.status === 'answered' ? [result.output.scores?.passed] : [],
    );
    expect(scores).toEqual(passed);
    expect(warnings).toMatchObject([{ message: `"${skipped}" was skipped and has no output.` }]);
  });

  it.each([
    ['class and name', '<testcase classname="c" name="n"/>', 'c.n'],
    ['a name alone', '<testcase name="n"/>', 'n'],
    ['the same in both', '<testcase classname="n" name="n"/>', 'n'],
    [
      'the property case',
      '<testcase classname="c" name="n"><properties><property name="case" value="row-1"/></properties></testcase>',
      'row-1',
    ],
  ])('calls a case by %s', (_, test, id) => {
    expect(readText(reportOf(test)).outputs[0]?.case).toBe(id);
  });

  it.each([
    [
      'a property',
      '<properties><property name="output" value="said"/></properties><system-out>log</system-out>',
      'said',
    ],
    ['a property with a text', '<properties><property name="output">said\nmore</property></properties>', 'said\nmore'],
    ['what was printed', '<system-out>\n one \n</system-out><system-out><![CDATA[<two>]]></system-out>', 'one\n<two>'],
    ['nothing but that it passed', '<system-err>noise</system-err>', 'passed'],
    ['nothing but why it failed', '<failure message="" type="AssertionError"> a was b </failure>', 'failed: a was b'],
  ])('takes for the output %s', (_, inside, content) => {
    expect(briefly(readText(reportOf(`<testcase name="n">${inside}</testcase>`)))).toEqual([`n/? ${content}`]);
  });

  it.each([
    ['an error', '<error message="no endpoint"/>', 'no endpoint'],
    ['an error that passed on a repeat', '<flakyError type="IOException"/>', 'IOException'],
    ['an error beside a failure', '<failure message="a"/><error/>', 'no reason is given'],
  ])('has no score for %s', (_, inside, reason) => {
    const [output] = readText(reportOf(`<testcase name="n" time="1,234.5">${inside}</testcase>`)).outputs;
    expect(output?.result).toEqual({ status: 'unavailable', reason, latencyMs: 1_234_500, attempts: 1 });
  });

  it('finds tests in suites of suites, at their lines', () => {
    const text = '<testsuite>\n<testsuite>\n<testcase name="a"/></testsuite>\n<testcase name="b"/>\n</testsuite>';
    expect(readText(text).outputs.map(({ case: id, line }) => [id, line])).toEqual([
      ['a', 3],
      ['b', 4],
    ]);
  });

  it.each([
    ['a test without a name', reportOf('<testcase classname="c"/>', '<testcase/>'), 3, 'is a test without a name.'],
    [
      'half a report',
      reportOf('<testcase name="n">'),
      4,
      'is not valid XML here: Missing end tag for element testcase.',
    ],
    [
      'entities of its own',
      '<!-- x --><!DOCTYPE a [<!ENTITY l "ha">]><testsuite name="&l;"/>',
      1,
      "is not valid XML here: Named entity isn't defined: &l;.",
    ],
    [
      'elements without an end',
      `<testsuite>${'<a>'.repeat(300)}${'</a>'.repeat(300)}</testsuite>`,
      1,
      'is nested more than 250 levels deep.',
    ],
    [
      'too many characters',
      `<testsuite>${' '.repeat(20_000_000)}</testsuite>`,
      null,
      'is 20000023 characters long; at most 20000000 of XML can be read.',
    ],
  ])('says what is wrong where: %s', (_, text, line, message) => {
    expect(problemsOf(text)[0]).toMatchObject({ line, message });
  });
});
