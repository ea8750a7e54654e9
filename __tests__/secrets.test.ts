import { describe, expect, it } from '@jest/globals';
import { listSecretForms } from '../src/secrets.ts';

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
