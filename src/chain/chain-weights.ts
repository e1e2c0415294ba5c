import { GuiyanError } from "../errors/index.js";
import { type Chain, CORE_DIMENSIONS, type CoreDimension } from "../model/index.js";

/** Where a chain's preset weights are at fault: the member, or the whole where they do not sum to 1000; undefined for a sound or absent preset. */
export function presetFault({ weights }: Chain): readonly string[] | undefined {
  if (weights === undefined) return undefined;
  let sum = 0;
  for (const [dimension, weight] of Object.entries(weights)) {
    const sound = CORE_DIMENSIONS.some((core) => core === dimension) && (weight === undefined || (Number.isInteger(weight) && weight >= 0));
    if (!sound) return ["weights", dimension];
    sum += weight ?? 0;
  }
  return sum === 1000 ? undefined : ["weights"];
}

/**
 * The weights that a chain presets for its demands (按产业链预设权重), to be put into `criteria.weights`.
 *
 * Presets are opt-in: nothing is scored by them unless asked, in `recommend` with `weights: "chain"`. Those of the fifteen chains that
 * ship are the project's own judgement, meant to be argued with and replaced; `ahpWeights` makes weights of an office's own comparisons.
 * @returns integers that sum to 1000, each of the four dimensions named; undefined where the chain has no preset
 * @throws GuiyanError `invalid-chain` for a preset that is not of integers >= 0 by core dimension with the sum 1000
 * @complexity O(1)
 * @example
 * const [chain] = defaultChains;
 * console.log(chain && chainWeights(chain)); // → { region: 100, field: 500, degree: 250, title: 150 }
 */
export function chainWeights(chain: Chain): Readonly<Record<CoreDimension, number>> | undefined {
  const fault = presetFault(chain);
  if (fault)
    throw new GuiyanError("invalid-chain", `chainWeights: ${fault.join(".")}: expected integers >= 0 by core dimension that sum to 1000`, {
      path: fault,
      details: { chain: chain.id },
    });
  const { weights } = chain;
  if (weights === undefined) return undefined;
  // Adding zero turns a negative zero into one.
  const weightOf = (dimension: CoreDimension) => (weights[dimension] ?? 0) + 0;
  return { region: weightOf("region"), field: weightOf("field"), degree: weightOf("degree"), title: weightOf("title") };
}
