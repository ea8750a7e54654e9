import { isJsonObject } from '../../json.ts';

interface Hint {
  readonly codes: RegExp;
  /** The sentence about a host. */
  say(host: string, code: string): string;
}

/** What stands behind the codes of Node, OpenSSL and its HTTP client, first that fits. */
const hints: readonly Hint[] = [
  {
    codes: /^ECONNREFUSED$/,
    say: (host, code) => `${host} cannot be reached (${code}): is it running? Check "base-url"`,
  },
  { codes: /^(ENOTFOUND|EAI_AGAIN)$/, say: (host, code) => `${host} cannot be found (${code}): check "base-url"` },
  {
    codes: /^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/,
    say: (host, code) => `${host} cannot be reached (${code}): check "base-url", and the proxy if there is one`,
  },
  {
    codes: /^(ERR_SSL_WRONG_VERSION_NUMBER|EPROTO|ERR_SSL_PACKET_LENGTH_TOO_LONG)$/,
    say: (host, code) => `${host} speaks no TLS (${code}): does "base-url" begin with http:// there?`,
  },
  {
    codes: /CERT|^UNABLE_TO_(GET_ISSUER|VERIFY)/,
    say: (host, code) =>
      `the certificate of ${host} is not trusted (${code}): for a private authority set NODE_EXTRA_CA_CERTS`,
  },
  { codes: /^HPE_/, say: (host, code) => `${host} speaks no HTTP (${code}): check "base-url"` },
];

/** Why nothing came of a request, in words: by the code of the innermost cause (ECONNRESET, ENOTFOUND), which says more than "Connection error.". */
export function describeConnection(error: unknown, host: string): string {
  let inner = error;
  while (inner instanceof Error && inner.cause !== undefined) inner = inner.cause;
  const code = isJsonObject(inner) && typeof inner.code === 'string' ? inner.code : null;
  if (inner instanceof Error && inner.message === 'bad port') {
    return `the port of ${host} is one that no request may go to: choose another`;
  }
  if (code === null) return `the connection to ${host} broke off`;
  return hints.find(({ codes }) => codes.test(code))?.say(host, code) ?? `the connection to ${host} failed (${code})`;
}
