import { eachOnce, type Problem, UserError, type Where } from '../../errors.ts';
import { isJsonObject } from '../../json.ts';
import { throwProblems } from '../../text/problems.ts';
import type { SourceFile } from '../../text/source-file.ts';
import type { Fields } from '../fields.ts';
import type { FormatId } from '../format-ids.ts';
import type { Prompt } from '../prompt.ts';
import { noteTemplate } from '../settings.ts';
import { settleFindings } from '../suspects.ts';
import { promptfooDialect } from './fill.ts';
import type { NamedPrompt } from './keys.ts';
import type { Opened } from './notes.ts';
import { openPart, type Part } from './part.ts';
import type { Settings } from './settings.ts';

/** One prompt, its settings, and what its tests come to. */
interface Ingredients extends NamedPrompt, Pick<Prompt, 'rows' | 'metrics' | 'unread'> {
  readonly settings: Settings;
  readonly warnings: readonly Problem[];
}

/** Opens a config to be read; throws a UserError for what is no mapping of keys. */
export function openConfig(file: SourceFile, files: ReadonlyMap<string, SourceFile>): Opened {
  const root = openPart(file);
  if (!isJsonObject(root.value ?? {})) {
    throw UserError.of(
      'The config is not a mapping of keys to values.',
      'Write "prompts:" and "tests:".',
      root.where(),
    );
  }
  return { path: file.path, root, files, notes: { errors: [], warnings: [], guesses: [] } };
}

/** Puts a prompt together; mistakes in its templates are taken down. `template` is the dialect that a suite names. */
export function buildPrompt(
  opened: Opened,
  { key, prompt, provider, settings, warnings, ...gate }: Ingredients,
  format: FormatId,
  template: string | null,
): Omit<Prompt, 'guesses'> {
  const { instructions, parameters, responseFormat, tools } = settings;
  const dialect = template ?? promptfooDialect;
  const templates = [...(instructions === null ? [] : [instructions]), ...prompt.templates];
  const text = placeTemplates(prompt.part, templates, dialect);
  opened.notes.errors.push(...text.errors);
  const { value: description } = opened.root.child('description');
  const before = instructions === null ? [] : [{ role: 'system' as const, content: String(instructions.value) }];
  return {
    path: opened.path,
    key,
    format,
    dialect,
    name: null,
    description: typeof description === 'string' ? description : null,
    model: provider.model,
    parameters,
    responseFormat,
    tools,
    retrieval: null,
    messages: [...before, ...prompt.messages],
    renamedFrom: null,
    ...gate,
    suspects: text.suspects,
    warnings: [...warnings, ...text.warnings],
    places: new Map([...settings.places, ...text.places, ['model', provider.part.where()]]),
  };
}

/** Prompts with what was taken down of their config; throws a UserError of all mistakes in it. */
export function settlePrompts({ notes }: Opened, prompts: readonly Omit<Prompt, 'guesses'>[]): readonly Prompt[] {
  throwProblems(notes.errors);
  const guesses = eachOnce(notes.guesses);
  return prompts.map((prompt) => ({ ...prompt, warnings: eachOnce([...notes.warnings, ...prompt.warnings]), guesses }));
}

/** Where variables stand, and what is odd about the templates of one prompt. */
function placeTemplates(prompt: Part, templates: readonly Part[], dialect: string) {
  const places = new Map<string, Where>([['messages', prompt.where()]]);
  const found: Pick<Fields, 'errors' | 'warnings' | 'used' | 'sightings'> = {
    errors: [],
    warnings: [],
    used: new Set(),
    sightings: [],
  };
  for (const part of templates) noteTemplate(found, places, dialect, String(part.value), part.at);
  return { places, errors: found.errors, ...settleFindings(found) };
}
