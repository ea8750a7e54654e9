import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { chooseMode } from '../../src/action/choose-mode.ts';
import { modes } from '../../src/action/modes.ts';

interface Job {
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

const eventsOf = ({ on }: Workflow) => (typeof on === 'string' ? [on] : Object.keys(on));
const isOurs = ({ uses = '' }: Job['steps'][number]) => uses.startsWith('OWNER/prompt-assay@');

/** The modes in which a step of ours runs, one for each event of its workflow. */
function modesOf(workflow: Workflow, inputs: Readonly<Record<string, unknown>>) {
  return eventsOf(workflow).map((name) => {
    const onDefaultBranch = ['push', 'schedule', 'workflow_dispatch', 'workflow_run'].includes(name);
    const facts = { name, action: null, onDefaultBranch, namesPullRequest: inputs.pr !== undefined };
    return chooseMode(modes, facts, (inputs.mode as string | undefined) ?? null).mode;
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
    const ours = jobs.flatMap(({ permissions, steps }) => steps.filter(isOurs).map((step) => ({ permissions, step })));
    expect(ours).not.toEqual([]);
    for (const { permissions, step } of ours) {
      for (const mode of modesOf(workflow, step.with ?? {})) {
        const needed: Job['permissions'] = mode?.permissions ?? {};
        const tooMuch = Object.entries(permissions).filter(
          ([name, access]) => access !== 'read' && needed[name] !== access,
        );
        expect(tooMuch).toEqual([]);
        expect(Object.keys(needed)).toEqual(expect.arrayContaining(Object.keys(permissions)));
      }
    }
    for (const { steps, permissions } of jobs.filter((job) => !job.steps.some(isOurs))) {
      expect([steps.length, Object.values(permissions)]).toEqual([1, ['read']]);
    }
  });

  it('take nothing of a pull request onto the runner', () => {
    const uses = recipes.flatMap(({ workflow: { jobs } }) =>
      Object.values(jobs).flatMap(({ steps }) => steps.flatMap((step) => step.uses ?? [])),
    );
    expect(uses.filter((use) => /checkout|download/.test(use))).toEqual([]);
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
