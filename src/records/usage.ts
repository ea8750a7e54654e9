import type { JsonObject } from '../json.ts';
import type { Usage } from '../ports.ts';
import { buildUsage } from './build-record.ts';
import { mappingOf, numberOf } from './fields.ts';

/** Counts of tokens as the APIs and the tools around them name them; null where they are not known. */
export function usageOf(counts: JsonObject): Usage | null {
  const first = (...names: readonly string[]) => {
    const name = names.find((one) => numberOf(counts, one) !== null);
    return name === undefined ? null : numberOf(counts, name);
  };
  const detail = (key: string, ...names: readonly string[]) => {
    const details = mappingOf(counts, key);
    const name = names.find((one) => numberOf(details, one) !== null);
    return name === undefined ? null : numberOf(details, name);
  };
  return buildUsage(
    first('input_tokens', 'prompt_tokens', 'input'),
    first('output_tokens', 'completion_tokens', 'output'),
    first('input_cached_tokens', 'cache_read_input_tokens', 'cached') ??
      detail('prompt_tokens_details', 'cached_tokens') ??
      detail('input_tokens_details', 'cached_tokens') ??
      detail('input_token_details', 'cache_read'),
    first('output_reasoning_tokens', 'reasoning_tokens', 'reasoning') ??
      detail('completion_tokens_details', 'reasoning_tokens') ??
      detail('output_tokens_details', 'reasoning_tokens') ??
      detail('output_token_details', 'reasoning'),
  );
}
