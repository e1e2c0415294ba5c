import { checkInteger, GuiyanError } from "../errors/index.js";

/**
 * Scales non-negative shares to integers with a fixed sum by the largest-remainder method (最大余额法, Hamilton).
 *
 *   out_i = floor(total × share_i / Σ share), then +1 to the largest remainders until Σ out = total
 *
 * The first listed wins an equal remainder. Integer shares are divided exactly.
 * @returns integers that sum to `total`; all zero when every share is zero.
 * @throws GuiyanError `invalid-argument` on a negative or non-finite share, `invalid-option` unless total is an integer in 0..1e9.
 * @complexity O(n log n)
 * @source Balinski & Young, Fair Representation, 1982, ch. 2.
 */
export function largestRemainder(shares: readonly number[], total: number): number[] {
  checkInteger("largestRemainder", "total", total, { min: 0, max: 1e9 });
  for (const [i, share] of shares.entries()) {
    if (!(share >= 0 && Number.isFinite(share))) {
      const came = typeof share === "number" ? share : typeof share;
      throw new GuiyanError("invalid-argument", `largestRemainder: expected share ${i} to be a finite number >= 0, received ${came}`, {
        path: [i],
      });
    }
  }
  let largest = 0;
  for (const share of shares) largest = Math.max(largest, share);
  if (largest === 0) return shares.map(() => 0);
  // Dividing by the largest first keeps the sum finite for shares near Number.MAX_VALUE; integers stay exact without it.
  const exact = shares.every(Number.isSafeInteger) && largest * shares.length * total <= Number.MAX_SAFE_INTEGER;
  const scaled = exact ? shares : shares.map((share) => share / largest);
  const sum = scaled.reduce((a, b) => a + b, 0);
  // Adding zero turns a negative zero into one.
  const out = scaled.map((share) => Math.floor((total * share) / sum) + 0);
  const remainders = scaled.map((share, i) => ({ i, rest: exact ? (total * share) % sum : (total * share) / sum - (out[i] ?? 0) }));
  remainders.sort((a, b) => b.rest - a.rest || a.i - b.i);
  let missing = total - out.reduce((a, b) => a + b, 0);
  for (const { i } of remainders) {
    if (missing <= 0) break;
    out[i] = (out[i] ?? 0) + 1;
    missing--;
  }
  return out;
}
