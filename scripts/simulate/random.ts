import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A seeded stream of random numbers: equal seeds give equal streams. */
export interface Random {
  /** Uniform on 0..1, 1 excluded. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
}

/** Makes a stream from a text, so that every part of a simulation has its own. */
export function createRandom(seed: string): Random {
  const generator = xoroshiro128plus(hashText(seed));
  // A small seed leaves the first outputs alike.
  for (let skipped = 0; skipped < 40; skipped += 1) generator.next();
  const uniform = (): number => (generator.next() >>> 0) / 2 ** 32;
  let spare: number | null = null;
  const normal = (): number => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    // Box and Muller; 1 − u keeps the logarithm finite.
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return { uniform, normal };
}

/** FNV-1a, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}

/** The standard normal distribution function (Abramowitz and Stegun 7.1.26, within 1.5e-7). */
export function normalCdf(x: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(x)) / Math.SQRT2);
  const poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const upper = (poly * Math.exp(-(x ** 2) / 2)) / 2;
  return x < 0 ? upper : 1 - upper;
}
