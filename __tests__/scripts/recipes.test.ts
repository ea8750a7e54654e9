import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { chooseMode } from '../../src/action/choose-mode.ts';
import { modes } from '../../src/action/modes.ts';

interface Job {
  readonly if?: string;
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
  readonly steps: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }[];
}

interface Workflow {
  readonly on: string | Readonly<Record<string, unknown>>;
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const list = (folder: string) => readdirSync(join(root, folder)).filter((name) => name.endsWith('.yml'));
const names = list('docs/recipes');
const recipes = names.map((name) => ({ name, workflow: parse(read(`docs/recipes/${name}`)) as Workflow }));

const find = (name: string) => modes.find((mode) => mode.name === name);
const eventsOf = ({ on }: Workflow) => (typeof on === 'string' ? [on] : Object.keys(on));
const isOurs = ({ uses = '' }: Job['steps'][number]) => uses.startsWith('OWNER/prompt-assay@');

/** The events of a workflow that start a job. */
function eventsFor(workflow: Workflow, { if: condition = '' }: Job): readonly string[] {
  const [, sign, only] = /^github\.event_name (==|!=) '(\w+)'$/.exec(condition) ?? [];
  return eventsOf(workflow).filter((name) => sign === undefined || (name === only) === (sign === '=='));
}

/** What a step of ours needs, for each event that starts its job. */
function needsOf(workflow: Workflow, job: Job, inputs: Readonly<Record<string, unknown>>) {
  const names = eventsFor(workflow, job);
  return names.map((name): Job['permissions'] => {
    const onDefaultBranch = ['push', 'schedule', 'workflow_dispatch', 'workflow_run'].includes(name);
    const facts = { name, action: null, onDefaultBranch, namesPullRequest: inputs.pr !== undefined };
    const { mode } = chooseMode(modes, facts, (inputs.mode as string | undefined) ?? null);
    // Outputs of main are kept as a baseline is.
    const keepsMain = mode?.name === 'outputs' && onDefaultBranch;
    const own = (keepsMain ? find('baseline') : mode)?.permissions ?? {};
    // A re-baseline that a push starts keeps the history beside.
    return mode?.name === 'baseline' && names.includes('push') ? { ...own, ...find('history')?.permissions } : own;
  });
}

describe('recipes', () => {
  it('are listed, each once, and nothing else is', () => {
    const rows = [...read('docs/recipes/README.md').matchAll(/^\| \[([\w-]+\.yml)\]\(\1\)/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual(names);
  });

  it.each(recipes)('$name gives its jobs no more than their mode needs', ({ workflow }) => {
    expect(workflow.permissions).toEqual({});
    const jobs = Object.values(workflow.jobs);
    const ours = jobs.flatMap((job) => job.steps.filter(isOurs).map((step) => ({ job, step })));
    expect(ours).not.toEqual([]);
    for (const { job, step } of ours) {
      const { permissions } = job;
      for (const needed of needsOf(workflow, job, step.with ?? {})) {
        const tooMuch = Object.entries(permissions).filter(
          ([name, access]) => access !== 'read' && needed[name] !== access,
        );
        expect(tooMuch).toEqual([]);
        expect(Object.keys(needed)).toEqual(expect.arrayContaining(Object.keys(permissions)));
      }
    }
    for (const { steps, permissions } of jobs.filter((job) => !job.steps.some(isOurs))) {
      const publishes = steps.some(({ uses = '' }) => uses.startsWith('actions/deploy-pages@'));
      expect(steps).toHaveLength(1);
      if (publishes) expect(permissions).toEqual({ pages: 'write', 'id-token': 'write' });
      else expect(Object.values(permissions)).toEqual(['read']);
    }
  });

  it('take nothing of a pull request onto the runner, but where its application runs, which no secret of a fork reaches', () => {
    const takers = recipes.filter(({ workflow: { jobs } }) =>
      Object.values(jobs).some(({ steps }) => steps.some(({ uses = '' }) => /checkout|download/.test(uses))),
    );
    expect(takers.map(({ name }) => name)).toEqual(['outputs-agent.yml', 'outputs-rag.yml', 'outputs-service.yml']);
    for (const { workflow } of takers) {
      expect(eventsOf(workflow)).toEqual(['pull_request', 'merge_group', 'workflow_dispatch']);
    }
  });

  it('hold no secret where they only look', () => {
    const texts = names.map((name) => read(`docs/recipes/${name}`)).filter((text) => text.includes('dry-run: true'));
    expect(texts).toHaveLength(1);
    expect(texts.filter((text) => text.includes('secrets.'))).toEqual([]);
  });
});

/** Whatever a `uses:` names beyond this repository: a commit, and the version that it is. */
describe('actions of others', () => {
  const files = [
    ...list('.github/workflows').map((name) => `.github/workflows/${name}`),
    ...names.map((name) => `docs/recipes/${name}`),
    'README.md',
  ];
  const uses = files.flatMap((file) =>
    [...read(file).matchAll(/^\s*(?:- )?uses: (\S+)(?: +# (.+))?$/gm)].map(([, use = '', note = '']) => ({
      file,
      use,
      note,
    })),
  );
  const others = uses.filter(({ use }) => use !== './' && !use.startsWith('OWNER/prompt-assay@'));

  it('are named by their commit, with the version behind it', () => {
    expect(others.length).toBeGreaterThan(10);
    const loose = others.filter(({ use, note }) => !/@[0-9a-f]{40}$/.test(use) || !/^v\d+\.\d+\.\d+$/.test(note));
    expect(loose).toEqual([]);
  });

  it('are one commit a version, in all files', () => {
    const commits = new Map<string, Set<string>>();
    for (const { use, note } of others) {
      const [action = '', commit = ''] = use.split('@');
      const key = `${action.split('/').slice(0, 2).join('/')} ${note}`;
      commits.set(key, new Set([...(commits.get(key) ?? []), commit]));
    }
    expect([...commits].filter(([, shas]) => shas.size > 1)).toEqual([]);
  });

  it('are asked for by a commit where the action is this one', () => {
    const own = uses.filter(({ use }) => use.startsWith('OWNER/prompt-assay@'));
    expect(own.filter(({ use }) => !/@[0-9a-f]{40}$/.test(use))).toEqual([]);
  });
});
