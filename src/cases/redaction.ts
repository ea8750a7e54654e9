import { isJsonNumber, isJsonObject, type Json, parseJson, writeJson } from '../json.ts';
import { listSecretForms } from '../secrets.ts';
import { type PersonalData, personalData } from '../text/personal-data.ts';

/** How many different values of each kind were taken out. */
export type RedactionCounts = { readonly [kind in PersonalData['kind']]?: number };

/** Takes what is personal or secret out of one record: `[email-1]` stands for one and the same address wherever the record has it. */
export interface Redaction {
  /** The same value, every text in it redacted, names of members too; a number that is redacted becomes text. */
  redact(value: Json): Json;
  counts(): RedactionCounts;
}

/** Numbers with fewer digits identify nobody. */
const minDigits = 9;

/** Names of members and roles, which are most of the texts; no key is as short. */
const harmless = /^[a-z_]{0,16}$/i;

/** Makes redactions, one for each record, that also know these secrets in every form. */
export function prepareRedaction(secrets: readonly string[]): () => Redaction {
  const forms = secrets
    .flatMap((secret) => listSecretForms(secret).map((form) => ({ secret, form })))
    // Longest first: a secret inside another one must not leave the rest behind.
    .sort((a, b) => b.form.length - a.form.length);
  return () => createRedaction(forms);
}

function createRedaction(forms: readonly { readonly secret: string; readonly form: string }[]): Redaction {
  const known = new Map<PersonalData['kind'], Map<string, number>>();
  const name: Name = (kind, found) => {
    const values = known.get(kind) ?? new Map<string, number>();
    known.set(kind, values);
    const value = kind === 'key' ? found : found.toLowerCase().replace(/[\s()/-]/g, '');
    const number = values.get(value) ?? values.size + 1;
    values.set(value, number);
    return `[${kind}-${number}]`;
  };
  const hide = (text: string): string => {
    if (harmless.test(text)) return text;
    const rest = forms.reduce(
      (left, { secret, form }) => (left.includes(form) ? left.replaceAll(form, () => name('key', secret)) : left),
      text,
    );
    return personalData.reduce((left, data) => replaceAll(left, data, name), rest);
  };
  const redact = (value: Json): Json => {
    if (typeof value === 'string') return redactText(value, hide, redact);
    if (isJsonNumber(value)) return redactNumber(value, hide);
    if (Array.isArray(value)) return value.map(redact);
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [hide(key), redact(member)]));
  };
  return { redact, counts: () => Object.fromEntries([...known].map(([kind, values]) => [kind, values.size])) };
}

type Name = (kind: PersonalData['kind'], found: string) => string;

/** A text that is JSON stays JSON: a number in it becomes text, as it does anywhere else. */
function redactText(text: string, hide: (text: string) => string, redact: (value: Json) => Json): string {
  const redacted = hide(text);
  if (redacted === text || !/^\s*[[{]/.test(text)) return redacted;
  const value = parseJson(text);
  return value === undefined || parseJson(redacted) !== undefined ? redacted : writeJson(redact(value));
}

function redactNumber(value: number | bigint, hide: (text: string) => string): Json {
  const text = String(value);
  const redacted = text.length < minDigits ? text : hide(text);
  return redacted === text ? value : redacted;
}

function replaceAll(text: string, data: PersonalData, name: Name): string {
  if (data.mayBeIn?.(text) === false) return text;
  const { kind, pattern, measure } = data;
  let [redacted, done] = ['', 0];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = match.index + (match.groups?.kept?.length ?? 0);
    const end = match.index + match[0].length;
    const length = measure === undefined ? end - start : measure(text, start, end);
    pattern.lastIndex = length === 0 ? match.index + 1 : start + length;
    if (length === 0) continue;
    redacted += text.slice(done, start) + name(kind, text.slice(start, start + length));
    done = start + length;
  }
  return done === 0 ? text : redacted + text.slice(done);
}
