/** Shorter ones are words, whose encodings would hide what is no secret. */
const minEncodedLength = 8;

/** A secret as it may come back to us: as it is, in URLs, in base64 (also inside a longer text that was encoded whole) and in hex; longest first, since one may hold another. */
export function listSecretForms(secret: string): readonly string[] {
  if (secret.length < minEncodedLength) return [secret];
  const bytes = Buffer.from(secret);
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].flatMap((offset) => encodeAt(bytes, offset));
  const url = encodeURIComponent(secret);
  const lower = url.replaceAll(/%../g, (byte) => byte.toLowerCase());
  const forms = new Set([secret, url, lower, ...base64, hex, hex.toUpperCase()]);
  return [...forms].sort((a, b) => b.length - a.length);
}

/** The base64 of a secret that starts `offset` bytes into a group of three: those digits that no neighbour has a share in, in both alphabets. */
function encodeAt(bytes: Buffer, offset: number): readonly string[] {
  const digits = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  const bits = 8 * (offset + bytes.length);
  const own = digits.slice(Math.ceil((8 * offset) / 6), Math.floor(bits / 6));
  return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
}
