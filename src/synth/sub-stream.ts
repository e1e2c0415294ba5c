import type { RandomSource } from "../numeric/index.js";

/** Streams of a county, so that what is drawn for one purpose never moves what is drawn for another. */
export const STREAMS = {
  talent: 1,
  name: 2,
  copy: 3,
  row: 4,
  order: 5,
  enterprise: 6,
  demand: 7,
  demandRow: 8,
  sheet: 9,
  planted: 10,
} as const;

/**
 * An own generator for each (seed, stream, index) (独立随机子流), so that record i does not depend on how many records there are.
 *
 * 128 bits of state: a million sub-streams do not meet, which 32 bits could not promise.
 * @param seed safe integer >= 0
 * @source sfc32 of PractRand, Chris Doty-Humphrey 2010 (public domain), with 15 rounds of warm-up
 */
export function subStream(seed: number, stream: number, index: number): RandomSource {
  let a = seed >>> 0;
  let b = (Math.floor(seed / 0x1_0000_0000) ^ Math.imul(stream, 0x9e3779b1)) >>> 0;
  let c = index >>> 0;
  let counter = (Math.floor(index / 0x1_0000_0000) + 1) | 0;
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let round = 0; round < 15; round++) next();
  return () => next() / 0x1_0000_0000;
}
