import { unfence } from '../checks/code-fence.ts';
import { isJsonObject, type JsonObject, parseJson } from '../json.ts';
import { cutReasoning } from '../run/reasoning.ts';
import type { Judgement } from './judge.ts';

const maxReasonLength = 300;

/** A form every judge fills in: a strict JSON schema in which every key is required and nothing else is allowed. */
export function buildForm(properties: JsonObject): JsonObject {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

/** The two fields that end every form. */
export const closingFields: JsonObject = {
  abstain: { type: 'boolean' },
  reason: { type: 'string' },
};

/**
 * Reads a reply that has to be exactly one JSON object with exactly these keys, after reasoning or in one code fence as it may be; `judge` sees it where the judge did not abstain
 * and returns the score with the words to show, or a text that says how the form is broken.
 */
export function readReply(
  reply: string,
  form: JsonObject,
  judge: (fields: JsonObject) => { readonly score: number; readonly reason: string } | string,
): Judgement {
  const fields = parseFields(reply, Object.keys(form.properties as JsonObject));
  if (typeof fields === 'string') return malformed(fields);
  if (typeof fields.abstain !== 'boolean') return malformed('"abstain" must be true or false');
  if (typeof fields.reason !== 'string') return malformed('"reason" must be a text');
  if (fields.abstain) return { score: null, reason: cutReason(fields.reason), abstained: true, malformed: null };
  const judged = judge(fields);
  if (typeof judged === 'string') return malformed(judged);
  return { score: judged.score, reason: cutReason(judged.reason), abstained: false, malformed: null };
}

/** One line, at most 300 characters: the form has no length limit because strict modes refuse one. */
function cutReason(text: string): string | null {
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  if (line === '') return null;
  return line.length > maxReasonLength ? `${line.slice(0, maxReasonLength - 1)}…` : line;
}

function malformed(what: string): Judgement {
  return { score: null, reason: null, abstained: false, malformed: what };
}

function parseFields(reply: string, keys: readonly string[]): JsonObject | string {
  if (reply.trim() === '') return 'the reply is empty';
  const answer = cutReasoning(reply) ?? reply;
  const value = parseJson(unfence(answer) ?? answer);
  if (value === undefined) return 'the reply is not JSON alone';
  if (!isJsonObject(value)) return 'the reply is not a JSON object';
  const fields = value;
  const missing = keys.filter((key) => !Object.hasOwn(fields, key));
  if (missing.length > 0) return `the reply lacks ${missing.map((key) => `"${key}"`).join(', ')}`;
  const unknown = Object.keys(fields).filter((key) => !keys.includes(key));
  return unknown.length > 0 ? 'the reply has keys that the form does not' : fields;
}
