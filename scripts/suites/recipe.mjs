import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './suite.mjs';

const folder = join(root, 'docs', 'recipes');
const usual = ['opened', 'synchronize', 'reopened'];
const usualTypes = { pull_request: usual, pull_request_target: usual };

/** The names of all recipes. */
export async function listRecipes() {
  return (await readdir(folder)).filter((name) => name.endsWith('.yml'));
}

/** True for a recipe by its name that runs an application of one's own. */
export function isOfApplication(name) {
  return name.startsWith('outputs-');
}

/** A recipe, or a workflow of this repository by its path from the root, as it is on the disk: `{ name, path, workflow }`. */
export async function readRecipe(name) {
  const path = name.includes('/') ? join(root, name) : join(folder, name);
  return { name, path, workflow: parse(await readFile(path, 'utf8')) };
}

/** True where GitHub starts the workflow for an event: by its name, type, branch, or the workflow that ended. */
export function startsOn({ on }, { payload, env }) {
  const triggers = typeof on === 'string' ? { [on]: null } : on;
  const event = env.GITHUB_EVENT_NAME;
  if (!Object.hasOwn(triggers, event)) return false;
  const { types = usualTypes[event], branches, workflows } = triggers[event] ?? {};
  const isAmong = (list, value) => list === undefined || list.includes(value);
  return (
    isAmong(types, payload.action) &&
    isAmong(branches, env.GITHUB_REF.replace('refs/heads/', '')) &&
    isAmong(workflows, payload.workflow_run?.name)
  );
}

/** What the jobs of a workflow may do, as `{ contents: 'read', ... }`; in a fork's own run GitHub takes writing away. */
export function listPermissions({ jobs }, isReadOnly = false) {
  const granted = {};
  for (const { permissions } of Object.values(jobs)) {
    for (const [name, access] of Object.entries(permissions)) {
      if (granted[name] !== 'write') granted[name] = isReadOnly ? 'read' : access;
    }
  }
  return granted;
}

/** True where a job takes the commit's files onto the runner. */
export function usesCheckout({ workflow: { jobs } }) {
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  return steps.some(({ uses = '' }) => uses.startsWith('actions/checkout@'));
}
