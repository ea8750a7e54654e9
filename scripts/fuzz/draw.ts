import { createRandom } from '../simulate/random.ts';

/** Seeded choices: equal seeds give equal inputs. */
export class Draw {
  readonly #random: { uniform(): number };

  constructor(seed: string) {
    this.#random = createRandom(seed);
  }

  /** A whole number from 0 to `below`, that excluded. */
  below(below: number): number {
    return Math.floor(this.#random.uniform() * below);
  }

  isOnce(inSoMany: number): boolean {
    return this.below(inSoMany) === 0;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** From 0 to `most` of what `make` makes. */
  some<T>(most: number, make: (index: number) => T): readonly T[] {
    return Array.from({ length: this.below(most + 1) }, (_, index) => make(index));
  }
}
