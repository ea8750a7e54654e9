import { statSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { costMicroUsd, dearestPrice, estimateTokens, priceOf } from '../../src/prices/price-of.ts';
import { priceTable, priceTableDate } from '../../src/prices/price-table.ts';

const usd = (input: number, cached: number | null, output: number) => ({
  inputPerMillionUsd: input,
  cachedInputPerMillionUsd: cached,
  outputPerMillionUsd: output,
});
const usage = { inputTokens: 1000, cachedInputTokens: 400, outputTokens: 100, reasoningTokens: 60 };

describe('the price of a model', () => {
  const own = { 'my-model': usd(1, null, 2), 'acme/other': usd(3, null, 4), free: usd(0, null, 0) };
  it.each([
    ['from the config', 'my-model', own['my-model']],
    ['from the config with a publisher', 'acme/my-model', own['my-model']],
    ['from the config with a date', 'my-model-2026-01-31', own['my-model']],
    ['from the config with both', 'acme/my-model-20260131', own['my-model']],
    ['from the config as written there', 'acme/other', own['acme/other']],
    ['zero where somebody says so', 'free', own.free],
    ['from the table', 'gpt-4o-mini', usd(0.15, 0.075, 0.6)],
    ['from the table with a publisher', 'openai/gpt-4o-mini', usd(0.15, 0.075, 0.6)],
    ['from the table with a date', 'gpt-4o-mini-2024-07-18', usd(0.15, 0.075, 0.6)],
    ['unknown', 'nobody-knows-this', null],
    ['unknown for a name of the language', 'constructor', null],
    ['unknown for no name', '', null],
  ])('is %s', (_name, model, price) => {
    expect(priceOf(model, own)).toEqual(price);
  });

  it('is the one in the config where both know it', () => {
    expect(priceOf('gpt-4o-mini', { 'gpt-4o-mini': usd(9, null, 9) })?.inputPerMillionUsd).toBe(9);
  });
});

it('the dearest price is the highest of both tables, input and output each for itself', () => {
  const built = dearestPrice({});
  for (const [, input, , output] of priceTable) {
    expect(input).toBeLessThanOrEqual(built.inputPerMillionUsd);
    expect(output).toBeLessThanOrEqual(built.outputPerMillionUsd);
  }
  const dear = dearestPrice({ 'our-model': usd(1e6, null, 0) });
  expect(dear).toEqual(usd(1e6, null, built.outputPerMillionUsd));
});

describe('the cost of an answer', () => {
  it.each([
    ['with cached input at its price', usage, usd(2, 0.5, 10), 600 * 2 + 400 * 0.5 + 100 * 10],
    ['with cached input at the full price where none is known', usage, usd(2, null, 10), 3000],
    ['rounded to a whole micro-dollar', { ...usage, inputTokens: 401, outputTokens: 0 }, usd(0.4, 0, 0), 0],
    ['unknown without a price', usage, null, null],
    ['unknown without usage', null, usd(1, 1, 1), null],
  ])('is %s', (_name, used, price, cost) => {
    expect(costMicroUsd(used, price)).toBe(cost);
  });
});

describe('the price table', () => {
  it('is small, dated, and has no price that is negative or no number', () => {
    expect(statSync(new URL('../../src/prices/price-table.ts', import.meta.url)).size).toBeLessThan(40_000);
    expect(priceTableDate).toMatch(/^20\d\d-\d\d-\d\d$/);
    const odd = priceTable.filter(([, ...prices]) =>
      prices.some((price) => price !== null && !(price >= 0 && price < 1000)),
    );
    expect(odd).toEqual([]);
    expect(new Set(priceTable.map(([model]) => model)).size).toBe(priceTable.length);
  });
});

describe('estimated tokens', () => {
  it.each([
    ['', 0],
    ['abcd', 1],
    ['abcde', 2],
  ])('of %j are %i', (text, tokens) => {
    expect(estimateTokens(text)).toBe(tokens);
  });
});
