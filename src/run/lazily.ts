/** A list that is made anew each time that it is read, as the ledger that it is made of is. */
export function lazily<T>(list: () => Generator<T>): Iterable<T> {
  return { [Symbol.iterator]: list };
}
