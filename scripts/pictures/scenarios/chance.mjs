import { createHash } from 'node:crypto';

/** A number from 0 to 1 that is always the same for the same words: what a stand-in tosses in place of a coin. */
export function chance(...words) {
  return createHash('sha256').update(words.join('\n')).digest().readUInt32BE(0) / 2 ** 32;
}
