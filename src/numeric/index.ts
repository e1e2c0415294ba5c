// numeric/ (数值): exact integers, seeded randomness, order.
// largest-remainder.ts  shares to integers with a fixed sum; compare-code-points.ts  the total order of ids
// bounded-heap.ts       the best k of a stream
// seeded-random.ts, fnv1a64.ts  reproducible randomness and fingerprints
// statistics.ts         the only import of simple-statistics
// wilson-interval.ts    a share and how sure it is; days-between.ts  time between dates
export { BoundedHeap } from "./bounded-heap.js";
export { compareCodePoints } from "./compare-code-points.js";
export { daysBetween, isIsoDate } from "./days-between.js";
export { fnv1a64 } from "./fnv1a64.js";
export { largestRemainder } from "./largest-remainder.js";
export { type RandomSource, seededRandom } from "./seeded-random.js";
export { quantiles, simultaneousBound } from "./statistics.js";
export { type Proportion, wilsonInterval, Z_95 } from "./wilson-interval.js";
