/** A part of an address, between its slashes: also what ends a link in Markdown is encoded, and half a surrogate pair, which no address can say, becomes the sign for it. */
export function encodeAddressPart(part: string): string {
  const encoded = encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD'));
  return encoded.replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
