type Numbers = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** A list of small numbers that grows, in as many bytes as they need: a million objects would take hundreds of megabytes. */
export class Column {
  readonly #type: new (
    length: number,
  ) => Numbers;
  #values: Numbers;
  #length = 0;

  constructor(type: new (length: number) => Numbers) {
    this.#type = type;
    this.#values = new type(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const more = new this.#type(2 * this.#length);
      more.set(this.#values);
      this.#values = more;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  at(index: number): number {
    return this.#values[index] as number;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }
}
