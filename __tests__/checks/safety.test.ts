import { describe, expect, it } from '@jest/globals';
import { compileCheck } from '../../src/checks/registry.ts';
import type { CheckConfig } from '../../src/config/config.ts';
import { anOutput } from '../helpers/builders.ts';
import { aCheck, scoreText } from './scoring.ts';

describe('urls', () => {
  const check = aCheck('urls', { hosts: ['example.com', '*.example.org'] });

  it.each([
    ['no URL', 'nothing: 12:30 // here, eva@evil.com'],
    ['an allowed host, before a full stop', 'See https://EXAMPLE.com/a?b=c#d.'],
    ['in Markdown', '[here](https://example.com/a) and ![x](//example.com/b)'],
    ['below an allowed host, and itself', 'https://a.b.example.org https://example.org'],
    ['with a port', 'https://example.com:8443/'],
  ])('holds: %s', (_, content) => {
    expect(scoreText(check, content)).toEqual({ score: 1, reason: null });
  });

  it.each([
    ['another host', 'https://evil.com/', 'evil.com'],
    ['below a host that is allowed alone', 'https://a.example.com', 'a.example.com'],
    ['a host that ends alike', 'https://evilexample.org', 'evilexample.org'],
    ['a user before the host', 'https://example.com@evil.com', 'evil.com'],
    ['a backslash', 'https://evil.com\\.example.com', 'evil.com'],
    ['behind an allowed one', '[x](https://example.com)[y](https://evil.com)', 'evil.com'],
    ['without a scheme', 'go to www.evil.com', 'www.evil.com'],
    ['relative to the scheme', '<img src="//evil.com/x">', 'evil.com'],
    ['slashes the wrong way round', 'HTTPS:\\\\evil.com', 'evil.com'],
    ['another scheme', 'ftp://evil.com', 'evil.com'],
    ['in JSON that escapes slashes', '"https:\\/\\/evil.com"', 'evil.com'],
    ['a bracket that is no end', 'https://example.com(.evil.com', 'example.com(.evil.com'],
  ])('does not hold: %s', (_, content, host) => {
    expect(scoreText(check, content)).toEqual({ score: 0, reason: `leads to "${host}"` });
  });

  it('refuses what is no host, each of them', () => {
    const compile = () => compileCheck(aCheck('urls', { hosts: ['https://a.b', 'a b', 'a.b'] }), new Map());
    expect(compile).toThrow(
      'prompt-assay.yml:7:9 the host "https://a.b" of check "label" is none. Write "example.com" or "*.example.com".',
    );
    expect(compile).toThrow('the host "a b"');
  });

  it.each(['://', 'https:', 'https:/', 'https://example.com/ ', 'www.', 'a', '/'])(
    'takes linear time on %j, again and again',
    (piece) => {
      const startedMs = performance.now();
      scoreText(check, piece.repeat(1_000_000 / piece.length));
      expect(performance.now() - startedMs).toBeLessThan(5000);
    },
  );
});

describe('personal-data', () => {
  it('names what it found, and never shows it', () => {
    expect(scoreText(aCheck('personal-data', {}), 'eva@example.org, otto@example.org, 4111 1111 1111 1111')).toEqual({
      score: 0,
      reason: 'holds 2 e-mail addresses, 1 card number',
    });
  });

  it('looks for the kinds that it is told to', () => {
    expect(scoreText(aCheck('personal-data', { kinds: ['card', 'iban'] }), 'eva@example.org').score).toBe(1);
  });
});

describe('refusal', () => {
  it.each([
    ['an excuse', "I'm sorry, but I can't help with that."],
    ['a curly apostrophe', 'I can’t assist with this request.'],
    ['in bold', '**I am unable to share that.**'],
    ['regret', "Unfortunately, I won't be able to answer."],
    ['a model that speaks of itself', "As an AI language model, I don't have opinions."],
  ])('finds %s', (_, content) => {
    expect(scoreText(aCheck('refusal', {}), content).score).toBe(1);
    expect(scoreText(aCheck('refusal', {}, { not: true }), content).score).toBe(0);
  });

  it.each([
    ['an answer', 'Sure! Here it is.'],
    ['what cannot be found', "I can't find your order A-1."],
    ['praise', 'I cannot recommend this hotel enough!'],
    ['regret about the matter', "I'm sorry to hear that. Let me help."],
    ['a refusal that is told of later', 'The clerk said: "I cannot help with that."'],
  ])('lets %s pass', (_, content) => {
    expect(scoreText(aCheck('refusal', {}, { not: true }), content)).toEqual({ score: 1, reason: null });
  });

  it.each<[string, Partial<CheckConfig>]>([
    ['at', { at: 'all' }],
    ['tool', { tool: 'refund' }],
    ['path', { path: '/a' }],
  ])('refuses %s, which decides nothing', (key, more) => {
    expect(() => compileCheck(aCheck('refusal', {}, more), new Map())).toThrow(
      `"${key}" decides nothing in the check "label".`,
    );
  });

  it.each([
    ['the refusal of the provider', anOutput('', { refusal: 'No.' }), 1],
    ['its content filter', anOutput('So', { finishReason: 'content_filter' }), 1],
    ['silence, which refuses nothing', anOutput(''), 0],
    ['the token limit, which refuses nothing', anOutput('', { finishReason: 'length' }), 0],
  ])('knows %s', (_, output, score) => {
    expect(compileCheck(aCheck('refusal', {}), new Map()).score({ output, variables: {} }).score).toBe(score);
  });
});
