import { isJsonObject } from '../../json.ts';
import { quoteName } from '../../text/problems.ts';
import { type Notes, note, type Opened, textOf } from './notes.ts';
import { isGiven, itemsOf, membersOf, openPart, type Part, plainPart } from './part.ts';
import { findFiles, isReference } from './references.ts';

/** A model that a config asks. */
export interface Provider {
  /** The model's id; null where the config names no provider, and the default model is asked. */
  readonly model: string | null;
  /** Its vendor as promptfoo names it: `openai`. */
  readonly vendor: string;
  readonly label: string;
  /** `id` and `label`: tests name providers by them. */
  readonly names: readonly string[];
  /** Labels of the prompts that it answers; null for all. */
  readonly prompts: readonly string[] | null;
  readonly settings: Part;
  readonly part: Part;
}

/** How an API is chosen between the vendor and the model. */
const apis = new Set(['chat', 'messages', 'responses', 'converse', 'completion', 'text']);
/** What is no model that answers a conversation. */
const otherKinds =
  /^(embeddings?|image|images|video|realtime|assistant|moderation|transcription|speech|audio|tts|agents?|chatkit|codex.*)$/i;
const programs: ReadonlyMap<string, string> = new Map([
  ['echo', 'gives the prompt back and asks no model'],
  ['exec', 'is a program'],
  ['python', 'is code'],
  ['golang', 'is code'],
  ['ruby', 'is code'],
  ['file', 'is code'],
  ['package', 'is code'],
  ['webhook', 'is a service of its own'],
  ['http', 'is a service of its own'],
  ['https', 'is a service of its own'],
  ['ws', 'is a service of its own'],
  ['wss', 'is a service of its own'],
  ['websocket', 'is a service of its own'],
  ['browser', 'drives a browser'],
  ['mcp', 'calls a server of tools'],
  ['manual-input', 'asks a person'],
  ['sequence', 'sends several prompts in turn'],
  ['promptfoo', 'belongs to promptfoo alone'],
  ['anthropic:claude-agent-sdk', 'is an agent'],
]);
const gateways = new Set(['adaline', 'helicone', 'portkey', 'litellm']);
const applicationHint =
  'Name a model that answers chat requests; what an application makes is judged by "mode: outputs".';

/** Reads `providers` or `targets`. Those that are no model are warned of, and a mistake where no other is left. */
export function readProviders(opened: Opened): readonly Provider[] {
  const given = ['providers', 'targets'].map((key) => opened.root.child(key)).find(isGiven);
  if (given === undefined) return [{ ...bare(opened.root), model: null, vendor: '', label: '' }];
  const refused: { part: Part; message: string; hint: string }[] = [];
  const providers = listSpecs(opened, given).flatMap((spec) => {
    const found = readProvider(opened, spec);
    if (found === null || 'model' in found) return found ?? [];
    refused.push({ part: spec, ...found });
    return [];
  });
  const kind: keyof Notes = providers.length === 0 ? 'errors' : 'warnings';
  for (const { part, message, hint } of refused) note(opened, kind, part, message, hint);
  if (providers.length === 0 && opened.notes.errors.length === 0) {
    note(opened, 'errors', given, 'lists no provider.', 'List at least one model, as "openai:chat:gpt-4o".');
  }
  return providers;
}

function listSpecs(opened: Opened, part: Part): readonly Part[] {
  const specs = Array.isArray(part.value) ? itemsOf(part) : [part];
  return specs.flatMap((spec) => {
    const isFile = isReference(spec.value) && /\.(ya?ml|json)$/i.test(spec.value);
    return isFile ? findFiles(opened, spec).flatMap((file) => listFile(openPart(file))) : [spec];
  });
}

function listFile(root: Part): readonly Part[] {
  return Array.isArray(root.value) ? itemsOf(root) : [root];
}

function readProvider(opened: Opened, spec: Part) {
  if (typeof spec.value === 'string') return findModel(spec.value, bare(spec));
  if (!isJsonObject(spec.value)) {
    note(opened, 'errors', spec, 'is no provider.', 'Write "openai:chat:gpt-4o", or a mapping with "id".');
    return null;
  }
  // `openai:gpt-4o: {config}` is short for a mapping with the id.
  const [short] = [...membersOf(spec)].filter(([key]) => key.includes(':'));
  const own = short === undefined || isGiven(spec.child('id')) ? spec : short[1];
  const id = own === spec ? textOf(opened, spec.child('id'), 'id') : (short?.[0] ?? null);
  if (id === null) {
    note(opened, 'errors', spec, 'is a provider without "id".', 'Add "id: openai:chat:gpt-4o".');
    return null;
  }
  const label = textOf(opened, own.child('label'), 'label');
  for (const key of ['transform', 'prompt', 'callApi'].filter((one) => isGiven(own.child(one)))) {
    const message = `"${key}" of a provider is not read.`;
    note(opened, 'warnings', own.child(key), message, 'What it changes of an answer is not changed here.');
  }
  const prompts = itemsOf(own.child('prompts')).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  return findModel(
    id,
    {
      names: [id, ...(label === null ? [] : [label])],
      prompts: prompts.length === 0 ? null : prompts,
      settings: own.child('config'),
      part: spec,
    },
    label,
  );
}

function bare(part: Part): Pick<Provider, 'names' | 'prompts' | 'settings' | 'part'> {
  const names = typeof part.value === 'string' ? [part.value] : [];
  return { names, prompts: null, settings: plainPart(null, part.where()), part };
}

function findModel(
  id: string,
  rest: Pick<Provider, 'names' | 'prompts' | 'settings' | 'part'>,
  label: string | null = null,
): Provider | { readonly message: string; readonly hint: string } {
  const [vendor = '', ...parts] = id.split(':');
  const what = programs.get(`${vendor}:${parts[0]}`) ?? programs.get(vendor.toLowerCase());
  if (what !== undefined || /\.([cm]?[jt]s|py)$/.test(id)) {
    return { message: `the provider ${quoteName(id)} ${what ?? 'is code'}.`, hint: applicationHint };
  }
  const [api = ''] = parts;
  if (otherKinds.test(api)) {
    return { message: `the provider ${quoteName(id)} answers no chat.`, hint: applicationHint };
  }
  // A gateway names the vendor behind it.
  if (gateways.has(vendor) && parts.length > 1) return findModel(parts.join(':'), rest, label);
  const model = (apis.has(api) ? parts.slice(1) : parts).join(':');
  if (model === '') {
    const hint = 'Write the vendor and the model: "openai:chat:gpt-4o".';
    return { message: `the provider ${quoteName(id)} names no model.`, hint };
  }
  return { ...rest, model, vendor, label: label ?? model };
}

/** The model that a provider's id stands for; null where that is no model. */
export function findModelId(id: string): string | null {
  const none = plainPart(null, { path: '', line: null, column: null });
  const found = findModel(id, { names: [], prompts: null, settings: none, part: none });
  return 'model' in found ? found.model : null;
}

/** Says once what a config's providers leave open: from where models answer, and through which API. */
export function noteEndpoints(opened: Opened, providers: readonly Provider[]): void {
  const other = providers.find(({ vendor }) => vendor !== '' && vendor !== 'openai');
  if (other !== undefined) {
    const message = `the model ${quoteName(other.model ?? '')} is asked at the endpoint of this run, not at one that "${other.vendor}" stands for.`;
    const hint = 'Say where it answers: "model: { base-url: … }" in the config, or the input base-url.';
    note(opened, 'guesses', other.part, message, hint);
  }
  const responses = providers.find(({ names }) => names.some((name) => /^\w+:responses:/.test(name)));
  if (responses !== undefined) {
    const message = 'asks through the Responses API, which a prompt file does not choose here.';
    note(opened, 'guesses', responses.part, message, 'Write "model: { api: responses }" into the config.');
  }
}
