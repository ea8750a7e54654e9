import { ModelConfigError } from '../../errors.ts';
import type { Fault } from './fault.ts';

/** What follows from a fault: ask again, this request's own outcome, or an error about no case. */
export type FaultDecision =
  | { readonly kind: 'retry' }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'config'; readonly error: ModelConfigError };

/** What was asked, so that an error can name it: the id as sent and the wire names with their canonical ones. */
export interface Sent {
  readonly model: string;
  readonly host: string;
  readonly names: ReadonlyMap<string, string>;
}

type Rule = {
  readonly decide: 'credit' | 'key' | 'model' | 'rejected' | 'parameter';
  readonly statuses: readonly number[];
  readonly code?: RegExp;
  readonly message?: RegExp;
};

/**
 * How a 4xx is told apart, first rule that fits; seen at OpenAI, Azure, Groq, xAI, vLLM, Ollama, LiteLLM, OpenRouter, Google, Mistral.
 * `code` looks at the error's code and type, `message` at its text.
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
  { decide: 'rejected', statuses: [413] },
  {
    decide: 'rejected',
    statuses: [400, 422],
    code: /context_length|context_window|string_above_max_length|too_long|content_policy|content_filter|moderation|policy_violation|^invalid_prompt$|json_validate_failed|tool_use_failed|output_parse_failed/i,
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
      /content (management )?polic(y|ies)|content filter|usage polic(y|ies)|ResponsibleAIPolicyViolation|ContentPolicyViolation|safety system|(was|been|were) (flagged|blocked)|moderation/i,
  },
  {
    decide: 'parameter',
    statuses: [400, 422],
    code: /^(unsupported_|unknown_parameter|invalid_json_schema|invalid_function_parameters|missing_required_parameter)/,
  },
];

/** Decides what a fault means. A 400 or 422 that no rule knows is about a parameter if it names one that was sent, or a schema; else about this one request. */
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
    case 'rejected':
      return { kind: 'rejected' };
    default:
  }
  if (status === 408 || status === 409 || status === 425 || status === 429 || status >= 500) return { kind: 'retry' };
  if (status !== 400 && status !== 422) {
    return config(`${sent.host} answered ${status}: ${fault.message}`, 'Check "base-url".', null);
  }
  const parameter = findParameter(fault, sent.names) ?? (rule === undefined ? null : '');
  if (parameter === null) return { kind: 'rejected' };
  return refusedParameter(fault, sent, parameter || null);
}

function fits(rule: Rule, fault: Fault): boolean {
  if (!rule.statuses.includes(fault.status)) return false;
  if (rule.code !== undefined && !rule.code.test(fault.code) && !rule.code.test(fault.type)) return false;
  return rule.message === undefined || rule.message.test(fault.message);
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
