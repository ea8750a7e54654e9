// Comments as GitHub shows them: the demo's and the stored ones, among them a hostile one, through GitHub's own Markdown renderer.
// Usage: node scripts/suite-comment.mjs
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listForbidden, listLinkable, listLinks, readHtml, renderMarkdown } from './suites/comment-html.mjs';
import { runDemo } from './suites/demo.mjs';
import { installNpmParts } from './suites/npm-parts.mjs';
import { requireCommand, root, runSuite } from './suites/suite.mjs';

const largestComment = 65_536;
/** Where links of the stored comments may lead: their repository, and the docs of the action. */
const ownPlaces = ['https://github.com/acme/shop/', 'https://github.com/acme/prompt-assay/blob/v1/docs/'];

await runSuite(async (suite) => {
  const { test } = suite;
  await requireCommand('cmark-gfm', 'apt-get install cmark-gfm');
  const parser = (await installNpmParts(suite, ['htmlparser2@10.1.0']))('htmlparser2');
  for (const { name, path } of await listComments(suite)) {
    const markdown = await readFile(path, 'utf8');
    const html = await renderMarkdown(path);
    const found = readHtml(html, parser);

    await test(`${name}: nothing that GitHub would strip, no picture, no script, no handler`, async () => {
      assert.deepEqual(listForbidden(found), []);
    });
    await test(`${name}: links lead to the run, the repository and the docs only; no mention, issue or address outside code`, async () => {
      assert.deepEqual(
        listLinks(found).filter((href) => !ownPlaces.some((place) => href.startsWith(place))),
        [],
      );
      assert.deepEqual(listLinkable(found), []);
    });
    await test(`${name}: folds are closed, and the rows of a table have equal columns`, async () => {
      assert.deepEqual(found.mismatches, []);
      assert.ok(
        found.tables.every((rows) => rows.length > 1 && new Set(rows).size === 1),
        JSON.stringify(found.tables),
      );
    });
    await test(`${name}: one hidden marker, before everything else, and room to spare`, async () => {
      const markers = found.comments.filter((text) => text.startsWith('prompt-assay:comment'));
      assert.equal(markers.length, 1);
      assert.ok(markdown.startsWith('<!-- prompt-assay:comment'));
      assert.ok(markdown.length < largestComment, `${markdown.length} characters`);
    });
  }

  await test('the checks themselves see what they are there for', async () => {
    const bad = readHtml('<details><p onclick="x">@octocat <img src="x"></p>', parser);
    assert.deepEqual(listForbidden(bad), ['<p onclick>', '<img>', '<img src>']);
    assert.deepEqual(listLinkable(bad), ['@octocat ']);
    assert.equal(bad.mismatches.filter((text) => text.includes('details')).length, 2);
  });
});

/** The demo's comments and the stored ones, as `{ name, path }`. */
async function listComments(suite) {
  const demo = await runDemo(suite);
  const changes = (await readdir(demo)).sort();
  const stored = join(root, 'fixtures/reports');
  const goldens = (await readdir(stored)).filter((name) => name.endsWith('.md')).sort();
  return [
    ...changes.map((change) => ({ name: `demo ${change}`, path: join(demo, change, 'comment.md') })),
    ...goldens.map((name) => ({ name, path: join(stored, name) })),
  ];
}
