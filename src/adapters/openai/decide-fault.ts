import { ModelConfigError } from '../../errors.ts';
import type { Fault } from './fault.ts';

/** What follows from a fault: ask again while attempts are left, ask once more, this request's own outcome, or an error about no case. */
export type FaultDecision =
  | { readonly kind: 'retry' }
  | { readonly kind: 'doubt' }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'config'; readonly error: ModelConfigError };

/** What was asked, so that an error can name it: the id as sent and the wire names with their canonical ones. */
export interface Sent {
  readonly model: string;
  readonly host: string;
  readonly names: ReadonlyMap<string, string>;
}

type Rule = {
  readonly decide: 'credit' | 'key' | 'model' | 'retry' | 'doubt' | 'rejected' | 'parameter';
  readonly statuses: readonly number[];
  readonly code?: RegExp;
  readonly message?: RegExp;
};

/**
 * How a 4xx is told apart, first rule that fits; seen at OpenAI, Azure, Groq, xAI, vLLM, Ollama, LiteLLM, OpenRouter, Google, Mistral.
 * `code` looks at the error's code and type, `message` at its text; an error inside a 200 without a status is told apart by these alone.
 * Only what is known to be about one request may be `rejected`: everything else that nobody knows is an outage, never the prompt's fault.
 */
const rules: readonly Rule[] = [
  // A quota of requests a minute is a 429 as well and says "quota" too: only the code tells.
  { decide: 'credit', statuses: [429], code: /^(insufficient_quota|billing_hard_limit_reached|billing_not_active)$/ },
  {
    decide: 'credit',
    statuses: [400, 402, 403, 429],
    message: /credit balance|insufficient (balance|credits?|funds)|(more|out of) credits/i,
  },
  { decide: 'credit', statuses: [402] },
  { decide: 'key', statuses: [401, 403] },
  {
    decide: 'key',
    statuses: [400],
    code: /^invalid_api_key$/,
  },
  {
    decide: 'key',
    statuses: [400],
    message: /\bapi[ _-]?key\b.*\b(invalid|incorrect|not valid|missing)|\b(invalid|incorrect|missing) api[ _-]?key/i,
  },
  { decide: 'model', statuses: [404, 405, 410] },
  {
    decide: 'model',
    statuses: [400, 422],
    code: /^(model_not_found|model_decommissioned|invalid_model|model_not_supported)$/,
  },
  // A limit of tokens a minute (Groq) is the account's, though it is said of a request.
  { decide: 'doubt', statuses: [413], code: /rate_limit/ },
  { decide: 'rejected', statuses: [413] },
  {
    decide: 'rejected',
    statuses: [400, 422],
    code: /context_length|context_window|string_above_max_length|too_long|content_policy|content_filter|moderation|policy_violation|^invalid_prompt$|json_validate_failed|tool_use_failed|output_parse_failed/i,
  },
  {
    decide: 'retry',
    statuses: [400, 422],
    message:
      /rate.?limit|too many requests|throttl|overloaded|per[ -]minute|please wait|not ready|(retry|try again) (in|after) (a|\d)/i,
  },
  // "Your organization was blocked" reads much like "your prompt was blocked".
  {
    decide: 'doubt',
    statuses: [400, 422],
    message:
      /\b(account|organi[sz]ation|project|workspace|subscription|tenant)\b.{0,80}\b(disabled|suspended|blocked|flagged|deactivated|banned|restricted|terminated|violat\w+)/i,
  },
  {
    decide: 'rejected',
    statuses: [400, 422],
    message:
      /(maximum|max|exceeds?\b.*) (context|model) length|context[ _](length|window|size)|(prompt|input|request|messages?)\b.{0,20} (is|are) too (long|large)|too many (input )?tokens|token count .*exceeds|reduce the length/i,
  },
  {
    decide: 'rejected',
    statuses: [400, 422],
    message:
      /content (management )?polic(y|ies)|content filter|usage polic(y|ies)|ResponsibleAIPolicyViolation|ContentPolicyViolation|safety system|(prompt|input|request|content|message|query|text|output|response)s?\b.{0,40} (was|been|were|is) (flagged|blocked)|moderation/i,
  },
  {
    decide: 'parameter',
    statuses: [400, 422],
    code: /^(unsupported_|unknown_parameter|invalid_json_schema|invalid_function_parameters|missing_required_parameter)/,
  },
  // A malformed message, as a member of the conversation or in words.
  {
    decide: 'rejected',
    statuses: [400, 422],
    message:
      /\b(messages|contents|input)\.?[.[]\d|roles? must alternate|expected last role|non-empty content|non-whitespace|\b(messages?|contents?|input|prompt)\b.{0,30} (must not|may not|cannot|can not|can't) be (empty|blank|null)/i,
  },
];

/** Decides what a fault means. What no rule knows is about a parameter if it names one that was sent, or a schema; about the request if it points at a message; else an outage. */
export function decideFault(fault: Fault, sent: Sent): FaultDecision {
  const { status } = fault;
  const rule = rules.find((candidate) => fits(candidate, fault));
  switch (rule?.decide) {
    case 'credit':
      return config(
        'The provider account has no credit.',
        `Top up the account behind the key for ${sent.host}; finished answers are kept.`,
        null,
      );
    case 'key':
      return refusedKey(fault, sent);
    case 'model':
      return unknownModel(fault, sent);
    case 'retry':
    case 'doubt':
    case 'rejected':
      return { kind: rule.decide };
    default:
  }
  if (status !== null && (status === 408 || status === 409 || status === 425 || status === 429 || status >= 500)) {
    return { kind: 'retry' };
  }
  if (status !== null && status !== 400 && status !== 422) {
    return config(`${sent.host} answered ${status}: ${fault.message}`, 'Check "base-url".', null);
  }
  if (fault.param === 'model' || namesModel(fault.message, sent.model)) return unknownModel(fault, sent);
  const parameter = findParameter(fault, sent.names) ?? (rule === undefined ? null : '');
  if (parameter !== null) return refusedParameter(fault, sent, parameter || null);
  if (/^(messages?|input|prompt|contents)\b/.test(fault.param)) return { kind: 'rejected' };
  return { kind: status === null ? 'retry' : 'doubt' };
}

function fits({ statuses, code, message }: Rule, fault: Fault): boolean {
  // Without a status only words can tell; those of a 413 mean something else elsewhere.
  const isKnown = code !== undefined || message !== undefined;
  const isApt = fault.status === null ? isKnown && !statuses.includes(413) : statuses.includes(fault.status);
  if (!isApt || (code !== undefined && !code.test(fault.code) && !code.test(fault.type))) return false;
  return message === undefined || message.test(fault.message);
}

/** True where a text says of a model's id that there is no such model, or none any more. */
function namesModel(message: string, model: string): boolean {
  const [before, ...rest] = message.split(model);
  if (before === undefined || rest.length === 0) return false;
  const isCalled = /\b(invalid|unknown|unsupported|no such) model\b[^.]{0,30}$|model not found:? *["'`]?$/i.test(
    before,
  );
  const isGone =
    /^["'`]?\)?( model)?,? (does not exist|not found|is no longer|(is|was) not (a valid model|found|available|served)|(is|was|has been) (deprecated|decommissioned|retired|discontinued|removed|shut down))/i;
  return isCalled || rest.some((after) => isGone.test(after));
}

/** The canonical name of the setting that a fault is about, or null: its `param`, else a sent name in the text, else the schema. */
function findParameter(fault: Fault, names: ReadonlyMap<string, string>): string | null {
  const named = fault.param.replace(/\[\d+\].*$/, '');
  for (const [wire, canonical] of names) {
    if (named === wire || named.startsWith(`${wire}.`) || named === wire.split('.')[0]) return canonical;
  }
  if (named !== '' && !/^(messages?|input|prompt|body|contents)\b/.test(named)) return named.replaceAll('_', '-');
  for (const [wire, canonical] of names) {
    if (wire !== 'model' && mentions(fault.message, wire)) return canonical;
  }
  const asksSchema = names.has('response_format') || names.has('text.format');
  return asksSchema && /\b(schema|grammar)\b/i.test(fault.message) ? 'response-format' : null;
}

/** A name with an underscore is no word of prose; a short one (`stop`, `seed`) counts only where it is quoted, a member, or called a parameter. */
function mentions(message: string, wire: string): boolean {
  // Parameter names come from the pull request: nothing in them may act as a pattern.
  const name = wire.replaceAll(/[^\w-]/g, '\\$&');
  const word = name.includes('_')
    ? `\\b${name}\\b`
    : `['"\`.]${name}\\b|\\b${name} parameter|parameter:? ${name}\\b|support ${name}\\b`;
  return new RegExp(word, 'i').test(message);
}

function config(message: string, hint: string, parameter: string | null): FaultDecision {
  return { kind: 'config', error: new ModelConfigError(message, hint, parameter) };
}

function refusedKey(fault: Fault, sent: Sent): FaultDecision {
  const forbidden = fault.status === 403;
  return config(
    `${sent.host} ${forbidden ? `does not let this key use "${sent.model}"` : 'refused the API key'} (${fault.status}): ${fault.message}`,
    forbidden
      ? 'Give the key access to the model, or name another model.'
      : 'Check the secret behind the input "api-key" (or OPENAI_API_KEY), and that it belongs to this endpoint.',
    null,
  );
}

function unknownModel(fault: Fault, sent: Sent): FaultDecision {
  return config(
    `${sent.host} does not serve "${sent.model}" (${fault.status}): ${fault.message}`,
    'Check the model id, and that "base-url" and "api" fit the endpoint.',
    'model',
  );
}

function refusedParameter(fault: Fault, sent: Sent, parameter: string | null): FaultDecision {
  const what = parameter === null ? 'a setting of the request' : `"${parameter}"`;
  return config(
    `"${sent.model}" at ${sent.host} does not take ${what} as it is (${fault.status}): ${fault.message}`,
    'Change or remove it in the prompt or the config.',
    parameter,
  );
}
