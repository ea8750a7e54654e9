import { oneLine } from '../report/escape.ts';
import { count, listFirst } from '../text/prose.ts';
import type { Setup, SetupSuite } from './setup.ts';
import { listYaml, quoteYaml } from './yaml-text.ts';

/** Asked where no prompt names a model: small, cheap, and in the table of prices. */
export const startingModel = 'gpt-4.1-mini';
/** A model that servers on this machine commonly have. */
export const localModel = 'llama3.2';
/** Where Ollama listens. */
const usualServer = 'http://127.0.0.1:11434/v1';

/** Where the config's schema is in a repository that has the package installed. */
export const installedSchema = 'node_modules/prompt-assay/schemas/prompt-assay.schema.json';

/**
 * The config of a setup with at least one suite, with comments. `server` is the URL of a local model, null for a provider's; `hasSchema` says
 * whether the schema is installed beside the config, so that editors can complete and check its keys.
 */
export function renderConfig(setup: Setup, server: string | null, hasSchema: boolean): string {
  const lines = [
    ...(hasSchema ? [`# yaml-language-server: $schema=./${installedSchema}`] : []),
    '# What Prompt Assay evaluates when a pull request changes it. Written by "prompt-assay init"; change it as you like.',
    '# All keys: docs/config.md of Prompt Assay. "prompt-assay validate" checks this file and says what a run would cost.',
    'version: 1',
    ...(setup.basis === 'code' ? [] : ['', ...renderModel(setup, server)]),
    ...(setup.lacksJudgeModel ? ['', ...renderJudge(server)] : []),
    '',
    'suites:',
    ...setup.suites.flatMap(renderSuite),
    ...explainAlone(setup),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function renderModel({ models }: Setup, server: string | null): readonly string[] {
  if (server !== null) {
    const map =
      models.length === 0 ? [] : ['  # Prompts name models of a provider; the server is asked for its own.', '  map:'];
    return [
      '# A model of your own server, asked where a prompt file names none. On this machine it needs no key; elsewhere OPENAI_API_KEY has to be set.',
      'model:',
      `  id: ${localModel} # as your server calls it ("ollama list")`,
      `  base-url: ${quoteYaml(server)} # read from the default branch only`,
      ...map,
      ...models.map((model) => `    ${quoteYaml(model)}: ${localModel}`),
      '# A small server answers one request at a time.',
      'concurrency: 1',
    ];
  }
  const [only] = models;
  return [
    '# Asked where a prompt file names no model. The key is read from OPENAI_API_KEY, the endpoint is OpenAI unless base-url names another.',
    'model:',
    `  id: ${quoteYaml(models.length === 1 && only !== undefined ? only : startingModel)}`,
    '  # A model on this machine, as Ollama has them, needs no key:',
    `  # id: ${localModel}`,
    `  # base-url: ${usualServer}`,
  ];
}

function renderJudge(server: string | null): readonly string[] {
  return [
    '# Asked by evaluators that name no model of their own.',
    `judge: { model: { id: ${server === null ? startingModel : localModel} } }`,
  ];
}

function renderSuite({ name, from, dataset, checks, isSmall }: SetupSuite, index: number): readonly string[] {
  const isOfCode = from.key === 'sources';
  return [
    ...(index === 0 ? [] : ['']),
    `  - name: ${quoteYaml(name)}`,
    ...(isOfCode ? ['    # What changes here changes the outputs: code, prompts, settings, lock files.'] : []),
    `    ${from.key}: ${listYaml(from.globs)}`,
    dataset === null ? '    # The rows stand in the prompt files.' : `    dataset: ${quoteYaml(dataset)}`,
    ...(checks === null
      ? ['    # The evaluators stand in the prompt files; all of them gate.']
      : ['    checks:', ...checks.why.map(comment), ...checks.lines.map((line) => `      ${line}`)]),
    ...(checks?.missing ? [comment(checks.missing)] : []),
    ...(isSmall ? speakOfCases : index === 0 ? explainGate : []),
  ];
}

const speakOfCases = [
  '    # So few rows cannot rule out a drop for all inputs like these, so the verdict speaks of these very rows, with five answers to each.',
  '    # Take the line away once there are more: "prompt-assay noise" says how many are needed.',
  '    gate: { target: cases }',
];

const explainGate = [
  '    # A drop of the margin has to be ruled out: 0.10 below 100 rows, 0.05 from 100 on, unless it is written here.',
  '    # gate: { margin: 0.05 }',
];

function explainAlone({ pairing: { alone }, suites }: Setup): readonly string[] {
  const taken = new Set(
    suites.flatMap(({ dataset, checks, from }) => ((dataset ?? checks) === null ? from.globs : [])),
  );
  if (alone.length === 0 || taken.size > 0) return [];
  const names = listFirst(
    alone.map(({ address }) => oneLine(address)),
    3,
  );
  return [
    '',
    `# No suite is needed for ${count(alone.length, 'file')} with rows and evaluators of their own: ${names}.`,
  ];
}

function comment(text: string): string {
  return `      # ${oneLine(text)}`;
}
