import { GuiyanError } from "../errors/index.js";

/** A share of a whole with its 95 % interval (比例及其置信区间). */
export interface Proportion {
  readonly count: number;
  readonly of: number;
  /** count / of in 0..1; undefined of nothing. */
  readonly share: number | undefined;
  /** Bounds of the Wilson interval; 0 and 1 of nothing. */
  readonly low: number;
  readonly high: number;
}

/** Quantile 0.975 of the normal distribution (标准正态分位数): half the width, in standard errors, of a 95 % interval. */
export const Z_95 = 1.959963984540054;

/**
 * Wilson score interval of a share (威尔逊区间): honest for small numbers and for shares near 0 and 1.
 *
 *   (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)        p = count / n, z = 1.96 by default
 *
 * @throws GuiyanError `invalid-argument` unless 0 <= count <= of, both whole, and 0 < z <= 1e6
 * @complexity O(1)
 * @source E. B. Wilson, JASA 22 (1927) 209–212
 * @example
 * console.log(wilsonInterval(0, 10).high.toFixed(4)); // → 0.2775
 */
export function wilsonInterval(count: number, of: number, z: number = Z_95): Proportion {
  if (!(Number.isSafeInteger(count) && Number.isSafeInteger(of) && count >= 0 && count <= of)) {
    throw new GuiyanError("invalid-argument", `wilsonInterval: expected integers 0 <= count <= of, received ${count} of ${of}`);
  }
  if (!(z > 0 && z <= 1e6)) throw new GuiyanError("invalid-argument", `wilsonInterval: expected 0 < z <= 1e6, received ${z}`);
  if (of === 0) return { count: 0, of: 0, share: undefined, low: 0, high: 1 };
  const p = count / of;
  const zz = z * z;
  const centre = p + zz / (2 * of);
  const half = z * Math.sqrt((p * (1 - p)) / of + zz / (4 * of * of));
  const scale = 1 + zz / of;
  // At the ends the bound is the end itself, whatever rounding makes of it; adding zero turns a negative zero into one.
  return {
    count: count + 0,
    of,
    share: p + 0,
    low: count === 0 ? 0 : Math.max(0, (centre - half) / scale),
    high: count === of ? 1 : Math.min(1, (centre + half) / scale),
  };
}
