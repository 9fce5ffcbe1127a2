/** Numbers that are random, and the same again from the same seeds. */
export class Random {
  #state;

  constructor(...seeds) {
    this.#state = 0;
    for (const seed of seeds) this.#state = mixed(this.#state ^ (seed + 0x9e3779b9));
  }

  /** From 0 up to 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    return (mixed(this.#state) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to a bound. */
  below(bound) {
    return Math.floor(this.next() * bound);
  }

  chance(probability) {
    return this.next() < probability;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  /** Some of a list's entries, in their order, each with the same probability. */
  some(list, probability) {
    return list.filter(() => this.chance(probability));
  }

  shuffled(list) {
    const rest = [...list];
    return list.map(() => rest.splice(this.below(rest.length), 1)[0]);
  }

  /** As many values as asked for. */
  times(count, make) {
    return Array.from({ length: count }, (_, index) => make(index));
  }
}

function mixed(value) {
  let mix = Math.imul(value ^ (value >>> 15), value | 1);
  mix ^= mix + Math.imul(mix ^ (mix >>> 7), mix | 61);
  return mix ^ (mix >>> 14);
}
