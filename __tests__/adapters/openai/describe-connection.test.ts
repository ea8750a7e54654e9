import { describe, expect, it } from '@jest/globals';
import { describeConnection } from '../../../src/adapters/openai/describe-connection.ts';

/** An error as the client has it: the cause that says something lies two deep. */
function aFault(code: string | null, message = 'it failed'): Error {
  const cause = Object.assign(new Error(message), code === null ? {} : { code });
  return new Error('Connection error.', { cause: new TypeError('fetch failed', { cause }) });
}

describe('a connection that failed', () => {
  it.each([
    ['ECONNREFUSED', 'h:1 cannot be reached (ECONNREFUSED): is it running? Check "base-url"'],
    ['ENOTFOUND', 'h:1 cannot be found (ENOTFOUND): check "base-url"'],
    ['EAI_AGAIN', 'h:1 cannot be found (EAI_AGAIN): check "base-url"'],
    [
      'UND_ERR_CONNECT_TIMEOUT',
      'h:1 cannot be reached (UND_ERR_CONNECT_TIMEOUT): check "base-url", and the proxy if there is one',
    ],
    [
      'ERR_SSL_WRONG_VERSION_NUMBER',
      'h:1 speaks no TLS (ERR_SSL_WRONG_VERSION_NUMBER): does "base-url" begin with http:// there?',
    ],
    [
      'SELF_SIGNED_CERT_IN_CHAIN',
      'the certificate of h:1 is not trusted (SELF_SIGNED_CERT_IN_CHAIN): for a private authority set NODE_EXTRA_CA_CERTS',
    ],
    [
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'the certificate of h:1 is not trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE): for a private authority set NODE_EXTRA_CA_CERTS',
    ],
    ['HPE_INVALID_CONSTANT', 'h:1 speaks no HTTP (HPE_INVALID_CONSTANT): check "base-url"'],
    ['ECONNRESET', 'the connection to h:1 failed (ECONNRESET)'],
    [null, 'the connection to h:1 broke off'],
  ])('with %s says what to do', (code, words) => {
    expect(describeConnection(aFault(code), 'h:1')).toBe(words);
  });

  it('says which port nobody may ask', () => {
    expect(describeConnection(aFault(null, 'bad port'), 'h:9')).toBe(
      'the port of h:9 is one that no request may go to: choose another',
    );
  });
});
