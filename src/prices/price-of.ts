import type { Price } from '../config/config.ts';
import type { Message, Usage } from '../ports.ts';
import { messageText } from '../prompts/message-text.ts';
import { priceTable } from './price-table.ts';

const knownPrices: ReadonlyMap<string, Price> = new Map(
  priceTable.map(([model, input, cachedInput, output]) => [
    model,
    { inputPerMillionUsd: input, cachedInputPerMillionUsd: cachedInput, outputPerMillionUsd: output },
  ]),
);

/**
 * The price of a model, null where it is unknown. Tried in turn: the id as written, without its publisher, without its date
 * (`-2026-01-31`, `-20260131`), without both; each in the config's prices first, then in the built-in table.
 */
export function priceOf(model: string, configPrices: { readonly [model: string]: Price }): Price | null {
  const plain = model.slice(model.lastIndexOf('/') + 1);
  for (const id of [model, plain, stripDate(model), stripDate(plain)]) {
    const price = Object.hasOwn(configPrices, id) ? configPrices[id] : knownPrices.get(id);
    if (price !== undefined) return price;
  }
  return null;
}

/** The dearest price of the config's and the built-in table, input and output each for itself: no model costs more, as far as anybody said. */
export function dearestPrice(configPrices: { readonly [model: string]: Price }): Price {
  const all = [...knownPrices.values(), ...Object.values(configPrices)];
  return {
    inputPerMillionUsd: Math.max(...all.map((price) => price.inputPerMillionUsd)),
    cachedInputPerMillionUsd: null,
    outputPerMillionUsd: Math.max(...all.map((price) => price.outputPerMillionUsd)),
  };
}

/** What an answer cost in whole micro-dollars (a dollar per million tokens is a micro-dollar per token); null where usage or price is unknown. Cached input without a price of its own costs as much as other input. */
export function costMicroUsd(usage: Usage | null, price: Price | null): number | null {
  if (usage === null || price === null) return null;
  const { inputPerMillionUsd: input, cachedInputPerMillionUsd: cached, outputPerMillionUsd: output } = price;
  const fresh = usage.inputTokens - usage.cachedInputTokens;
  return Math.round(fresh * input + usage.cachedInputTokens * (cached ?? input) + usage.outputTokens * output);
}

/** What an answer cost: as whoever made it says, else by its tokens; null where neither is known. */
export function costOfAnswer(
  { usage, costMicroUsd: told }: { readonly usage: Usage | null; readonly costMicroUsd?: number },
  price: Price | null,
): number | null {
  return told ?? costMicroUsd(usage, price);
}

/** Roughly how many tokens a text has, four characters each: for estimates only, never for a bill. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 4);
}

/** The same of messages, calls of tools included. */
export function estimateMessages(messages: readonly Message[]): number {
  return messages.reduce((sum, message) => sum + estimateTokens(messageText(message)), 0);
}

function stripDate(model: string): string {
  return model.replace(/-(\d{4}-\d{2}-\d{2}|\d{8})$/, '');
}
