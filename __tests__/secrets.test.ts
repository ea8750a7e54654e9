import { describe, expect, it } from '@jest/globals';
import { createScrubber, listSecretForms } from '../src/secrets.ts';

const secret = 'sk/pröj+0123456789?x';

function hide(text: string): string {
  return listSecretForms(secret).reduce((hidden, form) => hidden.replaceAll(form, '***'), text);
}

describe('the forms of a secret', () => {
  it.each([
    ['plain', secret],
    ['in a URL', encodeURIComponent(secret)],
    ['in a URL, in lower case', encodeURIComponent(secret).replaceAll(/%../g, (byte) => byte.toLowerCase())],
    ['hex', Buffer.from(secret).toString('hex')],
  ])('%s', (_name, text) => {
    expect(hide(`a ${text} b`)).toBe('a *** b');
  });

  it.each(['', 'u', 'us', 'use', 'user:'])('base64 behind %j, in both alphabets', (before) => {
    for (const alphabet of ['base64', 'base64url'] as const) {
      const hidden = hide(Buffer.from(`${before}${secret}`).toString(alphabet));
      expect(hidden).toContain('***');
      // What is left at the seams is bits that the neighbours share.
      expect(hidden.replace('***', '').length).toBeLessThan(before.length * 2 + 5);
    }
  });

  it('of a short word are the word alone', () => {
    expect(listSecretForms('ollama')).toEqual(['ollama']);
  });
});

describe('a key in a text', () => {
  const keys = {
    prefixed: 'sk-proj-T3BlbkFJq9Zx7Lm2Vw8Rt5Yp1Kd4Hs6Ng0Jc-b_Ua',
    hex: '0f9d8c7b6a5e4d3c2b1a09f8e7d6c5b4',
    parted: '1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809',
    special: 'p4ss/w0rd+12&34<56>78="90\'ab\\cd|ef12gh34ij56',
  };
  const each = (key: string, write: (character: string) => string) => [...key].map(write).join('');
  const code = (character: string, radix = 10) => character.charCodeAt(0).toString(radix);
  const forms: readonly (readonly [string, (key: string) => string])[] = [
    ['as it is', (key) => key],
    ['in upper case', (key) => key.toUpperCase()],
    ['in lower case', (key) => key.toLowerCase()],
    ['reversed', (key) => [...key].reverse().join('')],
    ['in base64', (key) => Buffer.from(key).toString('base64')],
    ['in base64 behind one letter', (key) => Buffer.from(`:${key}`).toString('base64')],
    ['in base64 behind two letters, for URLs', (key) => Buffer.from(`a:${key}`).toString('base64url')],
    ['in base64, in lower case', (key) => Buffer.from(key).toString('base64').toLowerCase()],
    [
      'in base64 on two lines',
      (key) =>
        Buffer.from(key)
          .toString('base64')
          .replace(/^.{20}/, '$&\n'),
    ],
    ['in hex', (key) => Buffer.from(key).toString('hex')],
    ['in hex, byte by byte', (key) => each(key, (character) => `${code(character, 16)}:`)],
    ['as 0x73, 0x6b', (key) => each(key, (character) => `0x${code(character, 16)}, `)],
    ['as \\x73', (key) => each(key, (character) => `\\x${code(character, 16)}`)],
    ['as %73', (key) => each(key, (character) => `%${code(character, 16)}`)],
    ['in a URL', (key) => encodeURIComponent(key)],
    ['in JSON', (key) => JSON.stringify(key)],
    ['in JSON, letter by letter', (key) => each(key, (character) => `\\u00${code(character, 16)}`)],
    ['in HTML', (key) => each(key, (character) => (/\w/.test(character) ? character : `&#${code(character)};`))],
    ['in HTML, letter by letter', (key) => each(key, (character) => `&#x${code(character, 16)};`)],
    ['as a list of codes', (key) => JSON.stringify([...Buffer.from(key)])],
    ['letter by letter', (key) => each(key, (character) => `${character} `)],
    ['letter by letter, quoted', (key) => JSON.stringify([...key])],
    ['split by what nobody sees', (key) => each(key, (character) => `${character}\u200B`)],
    ['without its first letter', (key) => key.slice(1)],
    ['without its last letter', (key) => key.slice(0, -1)],
    ['its second half', (key) => key.slice(key.length / 2)],
    ['a part in the middle of a word', (key) => `xxxx${key.slice(4, -4)}yyyy`],
  ];
  /** The most letters and digits of a text in a row that are also those of one way to write the key. */
  const overlap = (text: string, written: string) => {
    const [shown, hidden] = [text, written].map((one) => one.replace(/[^a-z0-9]/gi, '').toLowerCase()) as [
      string,
      string,
    ];
    for (let length = hidden.length; length > 0; length -= 1) {
      for (let at = 0; at + length <= hidden.length; at += 1)
        if (shown.includes(hidden.slice(at, at + length))) return length;
    }
    return 0;
  };

  for (const [kind, key] of Object.entries(keys)) {
    it.each(forms)(`(${kind}) is taken out %s`, (_name, write) => {
      const scrubbed = createScrubber([key])(`Bearer ${write(key)} is wrong, says the provider.`);
      expect(scrubbed).toContain('***');
      expect(scrubbed).toMatch(/^Bearer .*is wrong, says the provider\.$/s);
      expect(overlap(scrubbed.slice(7, -30), write(key))).toBeLessThan(
        write(key).replace(/[^a-z0-9]/gi, '').length / 2,
      );
      expect(scrubbed).not.toContain(key.slice(4, -4));
    });
  }

  it.each([
    'The quick brown fox jumps over the lazy dog; it was asked 1234567890 times at 2026-11-29T10:00:00Z.',
    'See https://api.example.com/v1/chat/completions?api-version=2024-10-21 (request req_011CSHoEeqs5C35K2UUqR7Fy).',
    'sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, pv-77ab10e2d94f, sk-proj-, sk-proj-T3Blb…',
    '{"label": "refund", "ids": [115, 107, 45, 112, 114, 111, 106], "text": "\\u0073\\u006b\\u002d\\u0070"}',
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  ])('changes nothing of an ordinary text: %s', (text) => {
    expect(createScrubber(Object.values(keys))(text)).toBe(text);
  });

  it('of words alone is looked for whole: words may agree by chance', () => {
    const scrub = createScrubber(['my-local-test-key-for-ollama']);
    expect(scrub('my-local-test-key-for-ollama')).toBe('***');
    expect(scrub('This is my local test key.')).toBe('This is my local test key.');
  });
});
