import { describe, expect, it } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import { parseConfig } from '../../src/read/parse-config.ts';

const path = 'prompt-assay.yml';

function problemsOf(text: string, file = path): string[] {
  try {
    parseConfig({ path: file, text });
  } catch (error) {
    if (error instanceof UserError) return error.message.split('\n');
    throw error;
  }
  return [];
}

/** A config with one suite; the first line of `suite` stands on line 5, that of `top` after the suite. */
function withSuite(suite: string, top = ''): string {
  return `version: 1\nsuites:\n  - name: a\n    prompts: p/*.md\n${suite}${top}`;
}

/** As above with one check on line 6. */
function withCheck(check: string): string {
  return withSuite(`    checks:\n      - ${check}\n`);
}

/** A config with two judges, and one panel on line 9. */
function withPanel(panel: string): string {
  const judge = (name: string) => `      - { name: ${name}, type: checklist, rubric: r.md, model: m }\n`;
  return withSuite(`    judges:\n${judge('helpful')}${judge('kind')}    panels:\n      - ${panel}\n`);
}

describe('the file as a whole', () => {
  it.each([
    ['empty', '', 'prompt-assay.yml is not a config: a mapping was expected. Start with "version: 1".'],
    ['a list', '- 1', 'prompt-assay.yml:1:1 is not a config: a mapping was expected. Start with "version: 1".'],
    [
      'a tab',
      'version: 1\nsuites:\n\t- name: a',
      /^prompt-assay\.yml:3:1 is not valid YAML: Tabs are not allowed as indentation/,
    ],
    ['a key given twice', 'version: 1\nversion: 1', 'prompt-assay.yml:2:1 "version" is given twice. Keep one of them.'],
    ['no suites', 'version: 1', 'prompt-assay.yml:1:1 "suites" is missing. Add it at the top level.'],
    [
      'no version',
      'suites:\n  - { name: a, prompts: p.md }',
      'prompt-assay.yml:1:1 "version" is missing. Add it at the top level.',
    ],
    [
      'a later version',
      withSuite('').replace('1', '2'),
      'prompt-assay.yml:1:10 version 2 of the config needs a newer version of Prompt Assay. Update Prompt Assay, or remove this.',
    ],
    [
      'a version in quotes',
      withSuite('').replace('1', '"1"'),
      'prompt-assay.yml:1:10 "version" must be 1. Write "version: 1".',
    ],
    ['empty suites', 'version: 1\nsuites: []', /^prompt-assay\.yml:2:9 "suites" is empty\./],
    [
      'an alias bomb',
      `a: &a ${JSON.stringify(Array(50).fill('x'))}\n${[...'bcdef'].map((to, index) => `${to}: &${to} [${Array(50).fill(`*${'abcde'[index]}`)}]`).join('\n')}`,
      /too large once its aliases are written out/,
    ],
  ])('%s', (_, text, message) => {
    const [first] = problemsOf(text);
    if (typeof message === 'string') expect(first).toBe(message);
    else expect(first).toMatch(message);
  });

  it.each(['environments', 'rollout', 'monitor', 'drift', 'export'])('%s is a key of a later version', (key) => {
    expect(problemsOf(withSuite('', `${key}: {}\n`))).toEqual([
      `prompt-assay.yml:5:1 "${key}" needs a newer version of Prompt Assay. Update Prompt Assay, or remove this.`,
    ]);
  });

  it('a monthly budget is of a later version', () => {
    expect(problemsOf(withSuite('', 'budget: { per-month-usd: 9 }\n'))).toEqual([
      'prompt-assay.yml:5:11 "per-month-usd" needs a newer version of Prompt Assay. Update Prompt Assay, or remove this.',
    ]);
  });
});

describe('keys', () => {
  it.each([
    [
      'a typo at the top',
      withSuite('', 'concurency: 5\n'),
      '5:1 unknown key "concurency". Did you mean "concurrency"?',
    ],
    ['a typo in a gate', withSuite('    gate: { margn: 0.1 }\n'), '5:13 unknown key "margn". Did you mean "margin"?'],
    [
      'an unknown template dialect',
      withSuite('    template: mustach\n'),
      '5:15 "template" is "mustach"; it must be one of mustache, f-string, jinja, handlebars, arguments, copilot, none. Did you mean "mustache"?',
    ],
    ['snake case', withSuite('    cluster_by: x\n'), '5:5 unknown key "cluster_by". Did you mean "cluster-by"?'],
    [
      'camel case',
      withSuite('', 'budget:\n  perRunUsd: 2\n'),
      '6:3 unknown key "perRunUsd". Did you mean "per-run-usd"?',
    ],
    ['nothing near', withSuite('', 'report: { zzzzzzzzz: 1 }\n'), '5:11 unknown key "zzzzzzzzz". Known: examples.'],
    [
      'a key of another check',
      withCheck('{ name: n, type: regex, pattern: a, expected: b }'),
      '6:45 unknown key "expected". Known: name, type, path, from, not, at, tool, call, role, direction, min-score, pattern, normalize.',
    ],
    [
      'a missing option',
      withCheck('{ name: n, type: equals }'),
      '6:9 "expected" is missing. Add it to item 1 of "checks".',
    ],
    ['a missing name', withCheck('{ type: json }'), '6:9 "name" is missing. Add it to item 1 of "checks".'],
    [
      'an unknown type',
      withCheck('{ name: n, type: equal, expected: 1 }'),
      /:6:26 "type" is "equal"; it must be one of equals, contains, .*\. Did you mean "equals"\?/,
    ],
    [
      'an unquoted template',
      withCheck('{ name: n, type: equals, expected: {{ label }} }'),
      /^prompt-assay\.yml:6:4\d /,
    ],
  ])('%s', (_, text, message) => {
    const problems = problemsOf(text);
    if (typeof message === 'string') expect(problems).toEqual([`prompt-assay.yml:${message}`]);
    else expect(problems[0]).toMatch(message);
  });
});

describe('values', () => {
  it.each([
    ['alpha above a half', 'gate: { alpha: 0.6 }', '5:20 "alpha" is 0.6; it must be at most 0.5.'],
    ['alpha of nothing', 'gate: { alpha: 0 }', '5:20 "alpha" is 0; it must be above 0.'],
    ['a margin of one', 'gate: { margin: 1 }', '5:21 "margin" is 1; it must be below 1.'],
    ['a margin in percent', 'gate: { margin: "5%" }', '5:21 "margin" must be a number, not text.'],
    [
      'a word that is none',
      'gate: { on-inconclusive: fail }',
      '5:30 "on-inconclusive" is "fail"; it must be one of warn, block. Use one of these.',
    ],
    ['half a sample', 'samples: 1.5', '5:14 "samples" must be a whole number, not the number 1.5.'],
    ['yes is text', 'gate: { strict: yes }', '5:21 "strict" must be true or false, not text.'],
    ['an age in weeks', 'baseline: { max-age: 2w }', '5:26 "max-age" is "2w", which has the wrong form.'],
    ['a number for a column', 'cluster-by: 3', '5:17 "cluster-by" must be text, not the number 3.'],
    ['an empty dataset', 'dataset: []', '5:14 "dataset" is empty.'],
    [
      'a dataset of both kinds',
      'dataset: [a.jsonl, { id: 1 }]',
      '5:14 "dataset" mixes paths and rows. List paths only, or rows only.',
    ],
    [
      'a stored baseline on no branch',
      'baseline: { branch: "a b" }',
      '5:25 "a b" is no branch name. Write it without "refs/heads/" and without blanks.',
    ],
  ])('%s', (_, line, message) => {
    const problems = problemsOf(withSuite(`    ${line}\n`));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`prompt-assay.yml:${message}`);
  });

  it.each([
    ['not a URL', 'base-url: nowhere', '6:13 "base-url" is not a URL. Write a URL like https://host/v1.'],
    [
      'another protocol',
      'base-url: "file:///etc/passwd"',
      '6:13 "base-url" is neither an http nor an https URL. Write a URL like https://host/v1.',
    ],
    [
      'a password in the URL',
      'base-url: "https://a:b@c/v1"',
      '6:13 "base-url" holds a user name or password. Write a URL like https://host/v1.',
    ],
    [
      'an api-version in the URL',
      'base-url: "https://a.openai.azure.com/openai/deployments/d?api-version=1"',
      '6:13 "base-url" has a query: "api-version" is a key of its own, below "model". Write a URL like https://host/v1.',
    ],
    [
      'a doubled path',
      'base-url: "https://host/v1/v1"',
      '6:13 "base-url" holds "/v1" twice. Write a URL like https://host/v1.',
    ],
    [
      "Azure's key in a header",
      'headers: { api-key: x }',
      '6:23 the header "api-key" would be a key in a file. Write "auth: api-key"; the key comes from the input "api-key".',
    ],
    [
      'a key in a header',
      'headers: { Authorization: Bearer x }',
      '6:29 the header "Authorization" would be a key in a file. Keys come from the input "api-key" only.',
    ],
    [
      'a reference in a header',
      `headers: { x-a: "\${{ secrets.A }}" }`,
      '6:19 the header "x-a" holds a reference. Headers are plain text; nothing is filled in.',
    ],
    [
      'a line break in a header',
      'headers: { x-a: "1\\r\\nx-b: 2" }',
      '6:19 the header "x-a" holds characters that no header may have. Use one line of plain text.',
    ],
    ['a header that is a number', 'headers: { x-a: 1 }', '6:19 "x-a" must be text, not the number 1.'],
    [
      'a parameter that would break reading',
      'parameters: { stream: true }',
      '6:25 the parameter "stream" cannot be set as a model parameter. Remove it.',
    ],
    [
      'a parameter of a wrong kind',
      'parameters: { temperature: hot }',
      '6:30 the parameter "temperature" must be a number, not text. Correct the value, or remove the key.',
    ],
    [
      'one parameter in two spellings',
      'parameters: { max-tokens: 1, max_tokens: 2 }',
      '6:44 the parameter "max-tokens" is given twice, in two spellings. Keep one of them.',
    ],
    ['a variable that is no name', 'api-key-env: MY-KEY', '6:16 "api-key-env" is "MY-KEY", which has the wrong form.'],
  ])('%s', (_, line, message) => {
    const problems = problemsOf(withSuite('', `model:\n  ${line}\n`));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`prompt-assay.yml:${message}`);
  });
});

describe('paths', () => {
  const hint = 'does not stay inside the repository. Write a path relative to this config, with "/" between folders.';
  it.each([
    ['a dataset above', 'dataset: ../rows.jsonl', `5:14 "../rows.jsonl" ${hint}`],
    ['an absolute dataset', 'dataset: /etc/passwd', `5:14 "/etc/passwd" ${hint}`],
    ['a way around', 'dataset: [a.csv, "x/../../y.csv"]', `5:22 "x/../../y.csv" ${hint}`],
    ['a Windows path', 'dataset: C:\\rows.csv', `5:14 "C:\\\\rows.csv" ${hint}`],
    ['a schema', 'checks: [{ name: n, type: json-schema, schema: ../s.json }]', `5:52 "../s.json" ${hint}`],
  ])('%s', (_, line, message) => {
    expect(problemsOf(withSuite(`    ${line}\n`))).toEqual([`prompt-assay.yml:${message}`]);
  });

  it('a rubric and a calibration', () => {
    const judge = '{ name: n, type: checklist, rubric: /r.md, calibration: ../c.jsonl }';
    expect(problemsOf(withSuite(`    judges:\n      - ${judge}\n`, 'judge: { model: { id: m } }\n'))).toEqual([
      `prompt-assay.yml:6:45 "/r.md" ${hint}`,
      `prompt-assay.yml:6:65 "../c.jsonl" ${hint}`,
    ]);
  });

  it.each([
    ['../*.md', `"../*.md" ${hint}`],
    ['!p/old.md', '"!p/old.md" is a negated glob. Name the files that belong to the suite.'],
  ])('the glob %s', (glob, message) => {
    const text = `version: 1\nsuites:\n  - name: a\n    prompts: ["p/*.md", "${glob}"]\n`;
    expect(problemsOf(text)).toEqual([`prompt-assay.yml:4:25 ${message}`]);
  });

  it('may leave the folder of the config, not the repository', () => {
    const text = withSuite('    dataset: ../evals/rows.jsonl\n');
    expect(problemsOf(text, '.github/prompt-assay.yml')).toEqual([]);
    expect(problemsOf(text.replace('../', '../../'), '.github/prompt-assay.yml')).toHaveLength(1);
  });
});

describe('keys that contradict each other', () => {
  it.each([
    [
      'two suites of one name',
      withSuite('  - { name: a, prompts: b.md }\n'),
      ['5:13 there is another suite named "a". Rename it: the first is at line 3.'],
    ],
    [
      'two metrics of one name',
      withSuite('    checks:\n      - { name: n, type: json }\n      - { name: n, type: length, min: 1 }\n'),
      ['7:17 there is another metric named "n". Rename it: the first is at line 6.'],
    ],
    [
      'a template as a name',
      withCheck('{ name: "{{ x }}", type: json }'),
      ['6:17 the name of a metric contains "{{". Names are no templates.'],
    ],
    [
      'a re-run of repeated samples',
      withSuite('    samples: 3\n    gate: { resample: discordant }\n'),
      ['6:23 "resample: discordant" needs "samples: 1". Remove "resample", or set "samples" to 1.'],
    ],
    [
      'a re-run of these cases only',
      withSuite('    gate: { resample: discordant, target: cases }\n'),
      ['5:23 "resample: discordant" does not go with "target: cases". Remove "resample".'],
    ],
    [
      'settling of repeated samples',
      withSuite('    samples: 3\n    gate: { settle: 3 }\n'),
      ['6:21 "settle" needs "samples: 1". Remove "settle", or set "samples" to 1.'],
    ],
    [
      'settling of these cases only',
      withSuite('    gate: { settle: on-request, target: cases }\n'),
      ['5:21 "settle" does not go with "target: cases". Remove "settle".'],
    ],
    [
      'a word that settles nothing',
      withSuite('    gate: { settle: 4 }\n'),
      ['5:21 "settle" must be one of off, 3, 5, on-request, not the number 4. Use one of these.'],
    ],
    [
      'these cases only, once',
      withSuite('    samples: 1\n    gate: { target: cases }\n'),
      ['5:14 "target: cases" needs repeated samples. Remove "samples" (5 is then used), or set it to 2 or more.'],
    ],
    [
      'min above max',
      withCheck('{ name: n, type: length, min: 4, max: 3 }'),
      ['6:9 the check "n" has a min (4) above its max (3). Swap them: no output could pass.'],
    ],
    [
      'a bad pattern in a group in a group',
      withCheck(
        '{ name: n, type: all-of, checks: [{ type: any-of, checks: [{ type: regex, pattern: "(", weight: 2 }, { type: length }] }] }',
      ),
      [
        '6:68 "weight" decides nothing in a group of type any-of. Remove it, or use mean-of.',
        '6:68 the pattern of check "n" is not valid: missing closing ): `(`. Patterns are RE2: no look-around, no back-references, counts up to 1000.',
        '6:110 the check "n" has no bound. Add "min" or "max".',
      ],
    ],
    [
      'keys of a metric in a group, and a path that leaves the repository',
      withCheck(
        '{ name: n, type: all-of, checks: [{ type: json, name: m }, { type: json-schema, schema: ../../s.json }] }',
      ),
      [
        '6:57 unknown key "name". Known: weight, type, path, from, not, at, tool, call.',
        '6:97 "../../s.json" does not stay inside the repository. Write a path relative to this config, with "/" between folders.',
      ],
    ],
    [
      'a pattern that does not compile',
      withCheck('{ name: n, type: regex, pattern: "(" }'),
      [
        '6:9 the pattern of check "n" is not valid: missing closing ): `(`. Patterns are RE2: no look-around, no back-references, counts up to 1000.',
      ],
    ],
    [
      'a schema in the config that does not compile',
      withCheck('{ name: n, type: json-schema, schema: { typ: object } }'),
      [
        '6:9 the schema does not compile: strict mode: unknown keyword: "typ". It must be a JSON Schema of draft 2020-12.',
      ],
    ],
    [
      'a neutral gate',
      withCheck('{ name: n, type: json, direction: neutral, role: gate }'),
      ['6:58 a neutral metric cannot gate. Set "direction" to higher or lower, or "role" to report.'],
    ],
    [
      'a pointer without its slash',
      withCheck('{ name: n, type: json, path: label }'),
      [
        '6:38 "path" is "label", which has the wrong form. A JSON Pointer (`/label`, `/items/0`) into the output read as JSON; without it the check looks at the whole text. Empty (`""`) is the whole output as JSON.',
      ],
    ],
    [
      'a judge without a model',
      withSuite('    judges: [{ name: n, type: checklist, rubric: r.md }]\n'),
      ['5:14 this judge has no model. Add "judge: { model: { id: … } }" at the top level.'],
    ],
    [
      'a panel of judges that are not there',
      withPanel('{ name: p, members: [hepful, n] }'),
      [
        '9:30 this suite has no judge "hepful". Did you mean "helpful"?',
        '9:38 this suite has no judge "n". Known: helpful, kind.',
      ],
    ],
    [
      'a panel of one',
      withPanel('{ name: p, members: [kind] }'),
      [
        '9:29 "members" has fewer than 2 items. Names of judges of this suite, all of one output or all of pairs. Only those that may gate are heard. A member reports unless its own `role` is gate.',
      ],
    ],
    [
      'a panel that hears one judge twice',
      withPanel('{ name: p, members: [kind, kind] }'),
      ['9:29 "members" has an item twice. Remove one of them.'],
    ],
    [
      'a panel with the name of a judge',
      withPanel('{ name: kind, members: [helpful, kind] }'),
      ['9:17 there is another metric named "kind". Rename it: the first is at line 7.'],
    ],
    [
      'a panel with a key of a judge',
      withPanel('{ name: p, members: [helpful, kind], rubric: r.md }'),
      ['9:46 unknown key "rubric". Known: name, members, combine, role, min-score.'],
    ],
  ])('%s', (_, text, messages) => {
    expect(problemsOf(text)).toEqual(messages.map((message) => `prompt-assay.yml:${message}`));
  });
});

it('reports every mistake at once, in the order of the file', () => {
  const text = withSuite(
    '    samples: 0\n    dataset: /x\n    checks:\n      - { name: n, type: length, min: 2, max: 1 }\n      - { name: n, type: jsn }\n',
    'rollout: 1\n',
  );
  expect(problemsOf(text).map((line) => line.split(' ')[0])).toEqual([
    'prompt-assay.yml:5:14',
    'prompt-assay.yml:6:14',
    'prompt-assay.yml:8:9',
    'prompt-assay.yml:9:17',
    'prompt-assay.yml:9:26',
    'prompt-assay.yml:10:1',
  ]);
});

it('shows no more than fifty of very many', () => {
  const keys = Array.from({ length: 5000 }, (_, index) => `zz${index}: 1\n`).join('');
  const problems = problemsOf(withSuite('', keys));
  expect(problems).toHaveLength(51);
});
