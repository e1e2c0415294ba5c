import { checkOptions, GuiyanError } from "../errors/index.js";
import { fixedOrder, type Weighting, weightingOf } from "./weighting.js";

/** Options of {@link blendWeights}. */
export interface BlendOptions {
  /** Exponent of the first weights, 0..1: 1 gives them, 0 the second. Default 0.5. */
  readonly share?: number;
}

/**
 * Two weightings of the same dimensions as one (组合赋权): their weighted geometric mean, usually of judgement (层次分析法) with dispersion (熵权法).
 *
 *   w_j ∝ a_j^share × b_j^(1 − share)
 *
 * Only the proportions of `a` and `b` count. A dimension to which either gives nothing gets nothing, unless the other alone is asked for.
 * @param a weights >= 0 by dimension, such as the `shares` or `weights` of a {@link Weighting}
 * @throws GuiyanError `invalid-argument` for weights of different dimensions, that are no numbers >= 0, or that share no dimension above
 *   zero; `invalid-option`, `unknown-option`
 * @complexity O(dimensions × log dimensions)
 * @source the multiplicative synthesis of subjective and objective weights usual with entropy weights (乘法集成法)
 * @example
 * const { weights } = blendWeights({ field: 640, degree: 360 }, { field: 100, degree: 900 });
 * console.log(weights); // → { degree: 692, field: 308 }
 */
export function blendWeights(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
  options: BlendOptions = {},
): Weighting {
  const place = "blendWeights";
  checkOptions(place, options, ["share"]);
  const share = options.share ?? 0.5;
  if (!(typeof share === "number" && share >= 0 && share <= 1))
    throw new GuiyanError("invalid-option", `${place}: expected share to be a number in 0..1`, { path: ["share"] });
  const [first, second] = [checkWeights(place, "a", a), checkWeights(place, "b", b)];
  const named = [...first.keys()];
  if (!(named.length === second.size && named.every((dimension) => second.has(dimension))))
    throw new GuiyanError("invalid-argument", `${place}: expected both weights to name the same dimensions`, { path: ["b"] });
  const dimensions = fixedOrder(named).map((i) => named[i] as string);
  const parts = dimensions.map((dimension) => (first.get(dimension) as number) ** share * (second.get(dimension) as number) ** (1 - share));
  if (!parts.some((part) => part > 0))
    throw new GuiyanError("invalid-argument", `${place}: expected one dimension at least to which both give weight`, { path: ["b"] });
  return weightingOf(dimensions, parts);
}

/** Weights by dimension, over the largest of them. */
function checkWeights(place: string, name: string, weights: Readonly<Record<string, number>>): Map<string, number> {
  if (typeof weights !== "object" || weights === null || Array.isArray(weights))
    throw new GuiyanError("invalid-argument", `${place}: expected ${name} to hold weights by dimension`, { path: [name] });
  const entries = Object.entries(weights);
  for (const [dimension, weight] of entries) {
    if (!(typeof weight === "number" && weight >= 0 && Number.isFinite(weight)))
      throw new GuiyanError("invalid-argument", `${place}: expected ${name}.${dimension} to be a finite number >= 0`, {
        path: [name, dimension],
      });
  }
  const most = entries.reduce((largest, [, weight]) => Math.max(largest, weight), 0);
  if (most === 0) throw new GuiyanError("invalid-argument", `${place}: expected ${name} to hold a weight above zero`, { path: [name] });
  return new Map(entries.map(([dimension, weight]) => [dimension, weight / most]));
}
