import { describe, expect, it } from '@jest/globals';
import { findPersonalData } from '../../src/text/find-personal-data.ts';

/** What is found in a text, as `kind: text`. */
function listFound(text: string): readonly string[] {
  return findPersonalData(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe('finds', () => {
  it.each<[string, string, readonly string[]]>([
    ['an address at the end of a sentence', 'Mail eva@example.org.', ['email: eva@example.org']],
    [
      'addresses in other alphabets',
      "o'neil@x.co.uk, ünal@müller.de",
      ["email: o'neil@x.co.uk", 'email: ünal@müller.de'],
    ],
    ['a number with its country', 'call +49 (0)30 1234567 now', ['phone: +49 (0)30 1234567']],
    ['a number of North America', '(555) 234-5678', ['phone: (555) 234-5678']],
    ['a long-distance number', '030 1234567 or 0171/1234567', ['phone: 030 1234567', 'phone: 0171/1234567']],
    ['a French number', '01 23 45 67 89', ['phone: 01 23 45 67 89']],
    ['a card, not what follows it', '4111 1111 1111 1111 123', ['card: 4111 1111 1111 1111']],
    ['a card behind other digits', '1234 4111-1111-1111-1111', ['card: 4111-1111-1111-1111']],
    ['a card of 15 digits', '3782 822463 10005', ['card: 3782 822463 10005']],
    [
      'an IBAN in groups, not the words behind it',
      'DE89 3704 0044 0532 0130 00 BIC ABCD',
      ['iban: DE89 3704 0044 0532 0130 00'],
    ],
    ['an IBAN in one', 'GB82WEST12345698765432', ['iban: GB82WEST12345698765432']],
    ['a key of a model provider', 'sk-proj-abcDEF1234567890abcd', ['key: sk-proj-abcDEF1234567890abcd']],
    ['a key of a cloud', 'AKIAIOSFODNN7EXAMPLE', ['key: AKIAIOSFODNN7EXAMPLE']],
    ['a token in a header', 'Authorization: Bearer abcdefghijklmnopqrst1==', ['key: abcdefghijklmnopqrst1==']],
    ['addresses of machines', '10.0.0.1, 2001:db8::1', ['ip: 10.0.0.1', 'ip: 2001:db8::1']],
    ['a private key that was cut off', '-----BEGIN PRIVATE KEY-----\nMIIE', ['key: -----BEGIN PRIVATE KEY-----\nMIIE']],
    ['several, in order', '+1 555 010 9999 is eva@example.org', ['phone: +1 555 010 9999', 'email: eva@example.org']],
  ])('%s', (_, text, found) => {
    expect(listFound(text)).toEqual(found);
  });
});

describe('leaves', () => {
  it.each([
    ['dates and times', '2026-11-29, 01.02.2026 12:30'],
    ['numbers with separators', '1,000,000.00 and 3.14159265358979, version 0.12.345'],
    ['identifiers', '550e8400-e29b-41d4-a716-446655440000, ISBN 978-3-16-148410-0'],
    ['a card with a wrong check digit', '4111 1111 1111 1112'],
    ['an IBAN with a wrong one', 'DE88370400440532013000'],
    ['words with hyphens', 'sk-learn-is-a-good-library-for-you'],
    ['an @ in prose', 'meet @ noon, @eva, a@b'],
  ])('%s', (_, text) => {
    expect(listFound(text)).toEqual([]);
  });
});

it('takes linear time on whatever a text repeats', () => {
  const pieces = [
    'a@a.',
    '1 ',
    '4111 ',
    'DE89 ',
    'sk-',
    'eyJaaaaaaaa.',
    '-----BEGIN PRIVATE KEY-----',
    '01 ',
    '\ud800',
  ];
  const startedMs = performance.now();
  for (const piece of pieces) findPersonalData(piece.repeat(100_000 / piece.length));
  expect(performance.now() - startedMs).toBeLessThan(10_000);
});
