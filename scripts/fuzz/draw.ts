import { createRandom } from '../simulate/random.ts';

/** Seeded choices: equal seeds give equal inputs. */
export class Draw {
  /** False for every second input, which is made as people make them. */
  readonly isWild: boolean;
  readonly #random: { uniform(): number };

  constructor(seed: string) {
    this.#random = createRandom(seed);
    this.isWild = this.isOnce(2);
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
