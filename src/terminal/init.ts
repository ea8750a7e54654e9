import { lstat, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeNew } from '../adapters/files/write-new.ts';
import { openLocalGit } from '../adapters/git/local-git.ts';
import { findBaseUrlFault } from '../config/base-url.ts';
import { UserError } from '../errors.ts';
import { installedSchema, renderConfig } from '../init/config-text.ts';
import type { NewFile } from '../init/example.ts';
import { listFindings } from '../init/findings.ts';
import { listNotes } from '../init/notes.ts';
import { planSetup, type Setup } from '../init/setup.ts';
import { type Survey, surveyTree } from '../init/survey.ts';
import { renderOutputsWorkflow, renderPromptWorkflow, workflowPath } from '../init/workflow-text.ts';
import type { Tree } from '../ports.ts';
import { type InitResult, renderInit } from '../report/init-text.ts';
import { findLink } from '../select/side.ts';
import { isBelowGit } from './clone-paths.ts';
import { type Command, type Flags, type Io, type Outcome, textFlag } from './command.ts';
import { findOwnPath } from './own-path.ts';

const configPath = 'prompt-assay.yml';
const skillPath = '.claude/skills/prompt-assay/SKILL.md';

/** `init`: a first config and workflow for what a repository holds. */
export const init: Command = {
  name: 'init',
  usage: '[--local-model URL] [--agents] [--dry-run]',
  about: `Looks at the working tree of this clone, names the prompts, rows and applications that it finds, and writes a commented
config and workflow for them. What is there already is never overwritten. Asks no model.`,
  flags: {
    'local-model': { value: 'URL', help: 'for a model of your own, such as Ollama at http://127.0.0.1:11434/v1' },
    agents: { help: `also writes ${skillPath}: what coding agents may do with this tool` },
    'dry-run': { help: 'writes nothing, and prints what it would write' },
    json: { help: 'print {"found", "written", "kept", "proposed", "notes", "next"}' },
  },
  positionals: [],
  run: initInTerminal,
  buildFailure: (errors) => ({ ...nothing, errors }),
};

const nothing: InitResult = { found: [], written: [], kept: [], proposed: [], notes: [], next: '' };

async function initInTerminal(flags: Flags, _positionals: readonly string[], io: Io): Promise<Outcome> {
  const server = readServer(textFlag(flags, 'local-model'));
  if (!(await isBelowGit(io.cwd))) {
    const message = 'This folder is in no git repository, and Prompt Assay compares what git keeps.';
    throw UserError.of(message, 'Run git init first, or go to the folder of a clone.');
  }
  const git = await openLocalGit(io.cwd);
  try {
    const tree = await git.readWorkingTree();
    const survey = await surveyTree(git, tree);
    const setup = planSetup(survey, server !== null);
    const skill = flags.agents === true ? [await readSkill()] : [];
    const hasSchema = await exists(join(git.topLevel, installedSchema));
    const files = [...compose(setup, server, hasSchema), ...skill];
    const kept = (await Promise.all(files.map((file) => findObstacle(file, tree, survey, git.topLevel)))).flat();
    const isKept = ({ path }: NewFile) => kept.some((one) => one.instead === path);
    const free = files.filter((file) => !isKept(file));
    const isDry = flags['dry-run'] === true;
    const written = isDry ? [] : free;
    for (const { path, text } of written) await write(join(git.topLevel, path), text);
    const command = io.env.npm_command === 'exec' ? 'npx prompt-assay' : 'prompt-assay';
    const result: InitResult = {
      found: listFindings(survey, setup),
      written: written.map(({ path }) => path),
      kept: kept.map(({ path, reason }) => ({ path, reason })),
      proposed: isDry ? files : files.filter(isKept),
      notes: listNotes(survey, setup),
      next: isDry ? `${command} init` : `${command} validate`,
    };
    return { document: { ...result, errors: [] }, text: renderInit(result), exitCode: 0 };
  } finally {
    await git.close();
  }
}

function readServer(text: string | null): string | null {
  if (text === null) return null;
  const fault = findBaseUrlFault(text);
  if (fault === null) return new URL(text).href.replace(/\/$/, '');
  throw UserError.of(`--local-model ${fault}.`, 'Write a URL like http://127.0.0.1:11434/v1.');
}

function compose(setup: Setup, server: string | null, hasSchema: boolean): readonly NewFile[] {
  const workflow = setup.basis === 'code' ? renderOutputsWorkflow() : renderPromptWorkflow(server);
  return [
    ...setup.files,
    ...(setup.suites.length === 0 ? [] : [{ path: configPath, text: renderConfig(setup, server, hasSchema) }]),
    { path: workflowPath, text: workflow },
  ];
}

async function readSkill(): Promise<NewFile> {
  return { path: skillPath, text: await readFile(findOwnPath('docs/skill/SKILL.md'), 'utf8') };
}

/** What keeps a file from being written: one that is there and stays as it is, or a link that leads elsewhere. */
async function findObstacle({ path }: NewFile, tree: Tree, { config, workflow }: Survey, topLevel: string) {
  if (path === configPath && config !== null) {
    return [{ path: config, instead: path, reason: 'is a config already, and stays as it is' }];
  }
  if (path === workflowPath && workflow !== null) {
    return [{ path: workflow, instead: path, reason: 'calls Prompt Assay already, and stays as it is' }];
  }
  const link = findLink(tree, path);
  if (link !== null) return [{ path, instead: path, reason: `is not written: ${link.path} is ${link.kind}` }];
  return (await exists(join(topLevel, path)))
    ? [{ path, instead: path, reason: 'is there already, and stays as it is' }]
    : [];
}

function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeNew(path, text);
}
