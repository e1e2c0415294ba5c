import { Z_95 } from "../numeric/index.js";

/** Two estimates with their variances and covariance (两个估计量及其协方差). */
export interface EstimatedPair {
  readonly part: number;
  readonly whole: number;
  readonly partVariance: number;
  readonly wholeVariance: number;
  readonly covariance: number;
}

/**
 * 95 % interval of the share that one estimate has of another (比值的费勒区间), within 0..1.
 *
 *   { w : (part − w·whole)² <= z² (V_part − 2w·V_both + w²·V_whole) }        z = 1.96
 *
 * Exact where the two are normal, however uncertain the whole. A whole that is not surely above 0 leaves the share open: 0 and 1.
 * @returns bounds in 0..1; both 0 or both 1 where the interval lies outside
 * @complexity O(1)
 * @source E. C. Fieller, Journal of the Royal Statistical Society B 16 (1954) 175–185
 */
export function shareInterval(pair: EstimatedPair): { readonly low: number; readonly high: number } {
  const { part, whole } = pair;
  const zz = Z_95 ** 2;
  const a = whole * whole - zz * pair.wholeVariance;
  if (!(whole > 0 && a > 0)) return { low: 0, high: 1 };
  const b = part * whole - zz * pair.covariance;
  const c = part * part - zz * pair.partVariance;
  const reach = Math.sqrt(Math.max(0, b * b - a * c));
  const clip = (share: number) => Math.min(1, Math.max(0, share));
  return { low: clip((b - reach) / a), high: clip((b + reach) / a) };
}
