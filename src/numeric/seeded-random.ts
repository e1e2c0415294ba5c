/** A source of uniform numbers in [0, 1) (随机源). */
export type RandomSource = () => number;

/**
 * A small seeded generator (可复现随机数): the same seed gives the same numbers on every machine.
 *
 * Not for cryptography: 32 bits of state, period 2^32.
 * @returns a function that yields uniform numbers in [0, 1) with 32-bit resolution.
 * @source mulberry32, Tommy Ettinger 2017 (public domain).
 */
export function seededRandom(seed: number): RandomSource {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
