/** The same numbers for the same seed, on every machine (splitmix32). */
export class Random {
  #state;

  constructor(seed) {
    this.#state = seed | 0;
  }

  /** In [0, 1). */
  next() {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    let z = this.#state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
  }

  chance(probability) {
    return this.next() < probability;
  }

  below(count) {
    return Math.floor(this.next() * count);
  }

  pick(items) {
    return items[this.below(items.length)];
  }

  /** Up to `most` of what `make` makes. */
  some(most, make) {
    return Array.from({ length: this.below(most + 1) }, make);
  }
}
