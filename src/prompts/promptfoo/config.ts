import type { SourceFile } from '../../text/source-file.ts';
import type { PromptFormat } from '../format.ts';
import type { Prompt } from '../prompt.ts';
import { buildPrompt, openConfig, settlePrompts } from './build-prompt.ts';
import { readCriteria } from './criteria.ts';
import { findConfigFiles } from './dependencies.ts';
import { buildGate } from './gate.ts';
import { namePrompts } from './keys.ts';
import { hasKey } from './keys-of-text.ts';
import { note } from './notes.ts';
import { type ListedPrompt, readPrompts } from './prompts.ts';
import { noteEndpoints, type Provider, readProviders } from './providers.ts';
import { buildRows, type TestRow } from './rows.ts';
import { readSettings, toolNames } from './settings.ts';
import { readTests } from './tests.ts';
import { noteTopKeys } from './top-keys.ts';

/** The most prompts, for each of their providers, times tests of one config. */
const maxQuestions = 100_000;

/** Configs of promptfoo, also those that OpenAI's hosted Evals export: every prompt for every model, with the tests as rows. */
export const promptfoo: PromptFormat = {
  id: 'promptfoo',
  title: 'promptfoo (promptfooconfig.yaml, other YAML or JSON with "prompts" and "tests" or "providers")',
  standingAlone: ['**/promptfooconfig*.yaml', '**/promptfooconfig*.yml', '**/promptfooconfig*.json'],
  recognisesPath: (path) => /(^|\/)promptfooconfig[^/]*\.(ya?ml|json)$/i.test(path),
  recognises: (path, text) =>
    /\.(ya?ml|json)$/i.test(path) &&
    hasKey(text, 'prompts') &&
    ['tests', 'providers', 'targets'].some((key) => hasKey(text, key)),
  dependencies: findConfigFiles,
  parse: parseConfig,
};

function parseConfig(
  file: SourceFile,
  template: string | null,
  included: ReadonlyMap<string, SourceFile>,
): readonly Prompt[] {
  const opened = openConfig(file, included);
  noteTopKeys(opened);
  const listed = readPrompts(opened);
  const providers = readProviders(opened);
  const tests = readTests(opened);
  noteEndpoints(opened, providers);
  const rowsByTools = new Map<string, readonly TestRow[]>();
  const rowsFor = (tools: readonly string[]): readonly TestRow[] => {
    const key = JSON.stringify(tools);
    const rows = rowsByTools.get(key) ?? buildRows(opened, tests, tools);
    rowsByTools.set(key, rows);
    return rows;
  };
  const criteria = readCriteria(opened);
  const named = namePrompts(listed, providers);
  if (named.length * Math.max(1, tests.length) > maxQuestions) {
    const message = `asks ${tests.length} tests of ${named.length} prompts; at most ${maxQuestions} questions can be read.`;
    note(opened, 'errors', opened.root, message, 'Split the config, or take out what is not needed.');
    return settlePrompts(opened, []);
  }
  const prompts = named.map(({ key, prompt, provider }) => {
    const settings = readSettings(opened, provider.settings, prompt.settings);
    const own = rowsFor(toolNames(settings)).filter((row) => isAsked(row, prompt, provider));
    const { warnings, ...gate } = buildGate(own, criteria, opened.root.where());
    return buildPrompt(opened, { key, prompt, provider, settings, warnings, ...gate }, promptfoo.id, template);
  });
  return settlePrompts(opened, prompts);
}

/** Tests may choose prompts and providers, and providers prompts, by their names. */
function isAsked({ test }: TestRow, prompt: ListedPrompt, provider: Provider): boolean {
  const allows = (key: string, names: readonly string[]): boolean => {
    const list = test.own.get(key)?.value;
    if (!Array.isArray(list)) return true;
    return list.some((one) => typeof one === 'string' && names.some((name) => isNamed(name, one)));
  };
  return allows('prompts', [prompt.label, ...prompt.names]) && allows('providers', [provider.label, ...provider.names]);
}

/** True for a name that is written, or that begins as what stands before a `*`. */
function isNamed(name: string, written: string): boolean {
  return name === written || (written.endsWith('*') && name.startsWith(written.slice(0, -1)));
}
