import { describe, expect, it } from '@jest/globals';
import { prepareRedaction } from '../../src/cases/redaction.ts';
import type { Json } from '../../src/json.ts';
import { bearableMs, costOf } from '../helpers/cost-of.ts';

function redact(value: Json, secrets: readonly string[] = []) {
  const redaction = prepareRedaction(secrets)();
  return { value: redaction.redact(value), counts: redaction.counts() };
}

describe('what is taken out', () => {
  it.each([
    ['an e-mail address', 'Write to ann@example.com.', 'Write to [email-1].'],
    ['one with all that may stand before the @', "o'neil.x+y_z%1@mail.example.co.uk", '[email-1]'],
    ['one in another alphabet', 'müller@straße.de', '[email-1]'],
    ['an address in a link', 'mailto:ann@example.com?subject=x', 'mailto:[email-1]?subject=x'],
    ['a key of a model provider', 'sk-proj-abcDEF1234567890abcd', '[key-1]'],
    ['a token of GitHub', 'token ghp_abcdefghijklmnopqrst0123456789, see', 'token [key-1], see'],
    ['an access key of AWS', 'AKIAIOSFODNN7EXAMPLE', '[key-1]'],
    ['a signed token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-_def', '[key-1]'],
    ['a key in a header', 'Authorization: Bearer abcdef1234567890abcdef', 'Authorization: Bearer [key-1]'],
    ['a private key', 'a -----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY----- b', 'a [key-1] b'],
    ['a private key that was cut off', 'a -----BEGIN PRIVATE KEY-----\nMIIE', 'a [key-1]'],
    ['a password in a URL', 'postgres://ann:hunter22@db.local/x', 'postgres://[key-1]@db.local/x'],
    ['an assignment', 'password=hunter2222 and API_KEY: "abcd1234efgh"', 'password=[key-1] and API_KEY: "[key-2]"'],
    ['a card number in groups', 'card 4111 1111 1111 1111 12/27', 'card [card-1] 12/27'],
    ['a card number behind another number', '12 4111-1111-1111-1111', '12 [card-1]'],
    ['a card number of 15 digits', '378282246310005.', '[card-1].'],
    ['an account number, and not the words behind it', 'DE89 3704 0044 0532 0130 00 EUR 50', '[iban-1] EUR 50'],
    ['an account number with letters', 'GB82WEST12345698765432;', '[iban-1];'],
    ['an address of IPv4 at the end of a sentence', 'from 192.168.1.1.', 'from [ip-1].'],
    ['an address of IPv6 before a colon', 'from 2001:db8::1: refused', 'from [ip-1]: refused'],
    ['an address of IPv6 without a gap', '1:2:3:4:5:6:7:8', '[ip-1]'],
    ['an address of IPv4 in IPv6', '::ffff:192.0.2.128', '[ip-1]'],
    ['an international phone number', 'call +49 (0)171 1234567 now', 'call [phone-1] now'],
    ['a North American one', '(415) 555-0123', '[phone-1]'],
    ['a national one', 'Tel. 030/1234567, 06.12.34.56.78', 'Tel. [phone-1], [phone-2]'],
  ])('%s', (_, text, redacted) => {
    expect(redact(text).value).toBe(redacted);
  });
});

describe('what stays', () => {
  it.each([
    ['dates and times', '2024-01-15T10:30:00.123456Z, 01.02.2024 10:30, 12/31/2024, 12:34:56'],
    ['milliseconds', '1700000000000'],
    ['amounts', '1,234,567.89 EUR and 0.4111111111111111'],
    ['an order number', 'order 555 12345678 or A-4711'],
    ['a version', 'v1.2.3 and 1.2.3.4.5'],
    ['digits that do not check', '4111111111111112 and DE89370400440532013001'],
    ['code', 'std::vector<int> a; @Override; x@y'],
    ['words that begin like keys', 'sk-learn-is-a-nice-library npm_config_registry_thing'],
    ['words behind words for keys', 'the secret: be kind; bearer of bad news'],
    ['an impossible address', '10.0.0.256'],
  ])('%s', (_, text) => {
    expect(redact(text)).toEqual({ value: text, counts: {} });
  });
});

describe('a record', () => {
  it('has one placeholder for one value, however it is written, wherever it stands', () => {
    const value = {
      messages: [{ role: 'user', content: 'I am Ann@Example.com, +1 415 555 0123' }],
      'ann@example.com': [{ deep: 'ann@example.com or bob@example.com, +1 (415) 555-0123' }, null, true],
    };
    expect(redact(value)).toEqual({
      value: {
        messages: [{ role: 'user', content: 'I am [email-1], [phone-1]' }],
        '[email-1]': [{ deep: '[email-1] or [email-2], [phone-1]' }, null, true],
      },
      counts: { email: 2, phone: 1 },
    });
  });

  it.each<[string, Json, Json]>([
    ['a number', 4111111111111111, '[card-1]'],
    ['a number that is none, every digit of which stays', 6011000990139424000n, 6011000990139424000n],
    ['a small number', 12345, 12345],
    ['a number in the JSON of a tool call', '{"card": 4111111111111111, "n": 3}', '{"card":"[card-1]","n":3}'],
    ['a text in it, which leaves the rest as it was', '{ "to":  "a@b.de" }', '{ "to":  "[email-1]" }'],
    ['a name that sets a prototype', JSON.parse('{"__proto__": "a@b.de"}'), JSON.parse('{"__proto__": "[email-1]"}')],
  ])('%s', (_, value, redacted) => {
    expect(redact(value).value).toEqual(redacted);
  });

  it('is rid of a known secret in every form', () => {
    const secret = 'correct horse battery';
    const base64 = Buffer.from(secret).toString('base64');
    const { value, counts } = redact([`x${secret}x`, encodeURIComponent(secret), base64], [secret]);
    expect(JSON.stringify(value)).not.toMatch(/horse|Y29ycmVjdCBob3Jz/);
    expect(counts).toEqual({ key: 1 });
  });
});

describe('a text of ten megabytes', () => {
  const starts = ['a', '1', '1 ', 'a.', 'a@', '://', '+1', 'ab12', 'eyJ', 'secret:', 'bearer ', '1.1.', '::', '4 '];
  it.each([...starts, '-----BEGIN A-----'])('of nothing but %j is read in linear time', (start) => {
    const text = start.repeat(10_000_000 / start.length);
    expect(costOf(() => redact(`${text}@`))).toBeLessThan(bearableMs);
  });
});
