import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const script = resolve(import.meta.dirname, '../../scripts/docs.mjs');
let root = '';

const ACTION = `
inputs:
  config:
    description: |
      Where the config is,
      a|b
    default: prompt-assay.yml
  api-key: { description: The key, required: true }
outputs:
  verdict: { description: The word }
`;
const README = `# Title

<!-- inputs:start -->
| Input | What it does | Default |
| --- | --- | --- |
| \`config\` | Where the config is, a\\|b | \`prompt-assay.yml\` |
| \`api-key\` | The key | required |
<!-- inputs:end -->
<!-- outputs:start -->
| Output | What it holds |
| --- | --- |
| \`verdict\` | The word |
<!-- outputs:end -->
`;
const THREATS = `export const areas = [{
  title: 'A door',
  threats: [{
    attack: 'it is open',
    seen: 'a|draught',
    guard: 'it is shut',
    remove: [{ file: 'src/gate/look.ts', find: '', replace: '' }],
    test: { file: 'scripts/build.mjs', name: '' },
  }],
}];
`;
const SECURITY = `# Security

<!-- threats:start -->
### A door

- **it is open.** You see: a|draught. Guard: it is shut (\`src/gate/look.ts\`). Test: \`scripts/build.mjs\`.
<!-- threats:end -->
`;
const HOUSE = `# The house

\`\`\`
src/
  gate/                 decides
scripts/                build
\`\`\`
`;

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

function run(...flags: string[]): Promise<{ code: number; problems: string[] }> {
  return new Promise((done) => {
    execFile(process.execPath, [script, '--root', root, ...flags], (error, _stdout, stderr) => {
      done({ code: error === null ? 0 : 1, problems: stderr.split('\n').filter((line) => line !== '') });
    });
  });
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'docs-'));
  await write('action.yml', ACTION);
  await write('README.md', README);
  await write('docs/architecture.md', HOUSE);
  await write('docs/security.md', SECURITY);
  await write('scripts/guards/threats.mjs', THREATS);
  await write('src/gate/look.ts', '');
  await write('scripts/build.mjs', '');
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

describe('docs --check', () => {
  it('is content where words and code agree', async () => {
    await write(
      'docs/page.md',
      'See [house](architecture.md#the-house), [top](#a-b), [web](https://example.com/x), `src/gate/look.ts`, `docs/adr/NNNN-x.md`.\n\n## A: `b`\n\n```\n[no](nowhere.md)\n```\n',
    );
    await write('node_modules/x/README.md', '[gone](gone.md)');
    await write('docs/page2.md', '[top](page.md#a-b) and `[code](gone.md)`');
    expect(await run('--check')).toEqual({ code: 0, problems: [] });
  });

  it.each([
    ['a dead link', 'docs/page.md', 'one\n[x](gone.md)', 'docs/page.md:2 the link gone.md leads nowhere.'],
    ['a dead picture', 'docs/page.md', '<img src="x.png">', 'docs/page.md:1 the link x.png leads nowhere.'],
    ['a dead reference', 'docs/page.md', '[x]: ../gone.md', 'docs/page.md:1 the link ../gone.md leads nowhere.'],
    ['a link from the root', 'docs/page.md', '[x](/gone.md)', 'docs/page.md:1 the link /gone.md leads nowhere.'],
    [
      'a dead anchor',
      'docs/page.md',
      '[x](architecture.md#cellar)',
      'docs/page.md:1 docs/architecture.md has no heading #cellar.',
    ],
    [
      'an anchor that only another number of the heading has',
      'docs/page.md',
      '[x](#a-1)\n# a\n```\n# a\n```',
      'docs/page.md:1 docs/page.md has no heading #a-1.',
    ],
    [
      'a long page without contents',
      'docs/page.md',
      '# a\n'.repeat(151),
      'docs/page.md:1 it has more than 150 lines and not the markers <!-- contents:start --> and <!-- contents:end -->.',
    ],
    [
      'contents of other headings',
      'docs/page.md',
      '<!-- contents:start -->\n\n[A](#a)\n\n<!-- contents:end -->\n\n## B\n\n## A\n',
      'docs/page.md:1 what is made of other files is not up to date. Run "npm run docs".',
    ],
    [
      'an answer that rests on nothing',
      'docs/page.md',
      '<!-- answer:start -->\n<!-- answer:end -->',
      'docs/page.md:1 "### Against the usual gates" has no "no change: passed" of **default**.',
    ],
    ['a path that moved', 'docs/page.md', 'in `src/gate/gone.ts`', 'docs/page.md:1 there is no src/gate/gone.ts.'],
    ['an undrawn room', 'src/cellar/wine.ts', '', 'docs/architecture.md:1 the room src/cellar/ is not drawn.'],
    [
      'a drawn room that is gone',
      'docs/architecture.md',
      HOUSE.replace('scripts/', '  attic/              old things\nscripts/'),
      'docs/architecture.md:6 there is no src/attic/.',
    ],
    [
      'a house without a picture',
      'docs/architecture.md',
      '# The house',
      'docs/architecture.md:1 the tree of rooms (a fenced block with a line "src/") is missing.',
    ],
    [
      'tables of another action.yml',
      'action.yml',
      ACTION.replace('The word', 'The verdict'),
      'README.md:1 what is made of other files is not up to date. Run "npm run docs".',
    ],
    [
      'a list of other threats',
      'docs/security.md',
      SECURITY.replace('draught', 'breeze'),
      'docs/security.md:1 what is made of other files is not up to date. Run "npm run docs".',
    ],
    [
      'threats that stand on no page',
      'docs/security.md',
      '# Security',
      'scripts/guards/threats.mjs:1 no page has the markers <!-- threats:start --> and <!-- threats:end -->.',
    ],
    [
      'a README without the markers',
      'README.md',
      README.replaceAll('outputs:', 'results:'),
      'action.yml:1 no page has the markers <!-- outputs:start --> and <!-- outputs:end -->.',
    ],
  ])('names %s', async (_name, path, text, problem) => {
    await write(path, text);
    expect(await run('--check')).toEqual({ code: 1, problems: [problem] });
  });

  it('says everything at once', async () => {
    await write('docs/page.md', '[x](gone.md)\n`src/gone.ts`\n');
    await rm(join(root, 'action.yml'));
    const { code, problems } = await run('--check');
    expect(code).toBe(1);
    expect(problems).toEqual(
      expect.arrayContaining([
        'action.yml:1 the file is missing.',
        'docs/page.md:1 the link gone.md leads nowhere.',
        'docs/page.md:2 there is no src/gone.ts.',
      ]),
    );
  });
});

describe('docs', () => {
  it('renews the tables and leaves the other words alone', async () => {
    await write('README.md', README.replace('The key', 'An old word').replace('# Title', '# Title $& `$1`'));
    expect(await run()).toEqual({ code: 0, problems: [] });
    expect(await readFile(join(root, 'README.md'), 'utf8')).toBe(README.replace('# Title', '# Title $& `$1`'));
  });

  const contentsOf = async (page: string): Promise<string> => {
    await write('docs/page.md', `<!-- contents:start -->\n<!-- contents:end -->\n\n${page}`);
    expect(await run()).toEqual({ code: 0, problems: [] });
    expect(await run('--check')).toEqual({ code: 0, problems: [] });
    const text = await readFile(join(root, 'docs/page.md'), 'utf8');
    return /<!-- contents:start -->\n\n([\s\S]*?)\n\n<!-- contents:end -->/.exec(text)?.[1] ?? '';
  };

  it('lists the chapters of a page in one line where none has parts', async () => {
    expect(await contentsOf('# Page\n\n## One\n\n## Two\n')).toBe('[One](#one) · [Two](#two)');
  });

  it('gives a chapter with parts a line of its own', async () => {
    expect(await contentsOf('### Lead\n\n## One\n\n### Part\n\n#### Deep\n\n## Two\n\n## Three\n')).toBe(
      '- [Lead](#lead)\n- [One](#one): [Part](#part)\n- [Two](#two) · [Three](#three)',
    );
  });

  it.each([
    ['code', '## A: `b_c`, d', '[A: `b_c`, d](#a-b_c-d)'],
    ['stress and links', '## _One_ and [two](page.md)', '[_One_ and two](#one-and-two)'],
    ['other scripts', '## Größe №² naïve 日本', '[Größe №² naïve 日本](#größe--naïve-日本)'],
    ['the same once more', '## Limits\n\n## Limits', '[Limits](#limits) · [Limits](#limits-1)'],
    ['a line below it', 'Limits\n---', '[Limits](#limits)'],
    ['closing signs', '## Limits ##', '[Limits](#limits)'],
  ])('makes the anchor that GitHub makes of a heading with %s', async (_name, heading, contents) => {
    expect(await contentsOf(`${heading}\n`)).toBe(contents);
  });

  it('takes the short answer out of what is measured below it', async () => {
    const measured = `### Against the usual gates

One metric, N = 20 / 50 / 100 / 200 cases, each rule on the same draws.

| gate | no change: blocked | no change: passed | −10: blocked |
| --- | --- | --- | --- |
| any failing case blocks | 9 / 9 / 9 / 9 | 9 / 9 / 9 / 9 | 9 / 9 / 9 / 9 |
| **default** | 1 / 2 / 3 / 4 | 11 / 12 / 13 / 14 | 21 / 22 / 23 / 24 |
| **default, five stored samples** | 1 / 2 / 3 / 4 | 31 / 32 / 33 / 34 | 9 / 9 / 9 / 9 |
| **\`settle: 3\`** | 1 / 2 / 3 / 4 | 41 / 42 / 43 / 44 | 9 / 9 / 9 / 9 |
`;
    await write('docs/page.md', `<!-- answer:start -->\n<!-- answer:end -->\n\n${measured}`);
    expect(await run()).toEqual({ code: 0, problems: [] });
    const rows = (await readFile(join(root, 'docs/page.md'), 'utf8')).split('\n').slice(4, 7);
    expect(rows).toEqual(['| 50 | 12 | 32 | 42 | 22 |', '| 100 | 13 | 33 | 43 | 23 |', '| 200 | 14 | 34 | 44 | 24 |']);
  });
});
