import { type DecisionMatrix, isConstant, readDecisionMatrix, settledColumns } from "./decision-matrix.js";
import { type Weighting, weightingOf } from "./weighting.js";

/** Weights by dispersion (熵权法结果). */
export interface EntropyWeighting extends Weighting {
  /** Entropy of each dimension, 0..1; 1 where all rows are alike. */
  readonly entropy: Readonly<Record<string, number>>;
  /** Present where no dimension tells the rows apart: the weights are equal for want of anything better. */
  readonly warning?: "all-constant";
}

/**
 * Weights of dimensions by how unevenly their values are spread (熵权法): what tells the rows apart counts, what is the same for all does not.
 *
 *   p_ij = x_ij / Σ_i x_ij        e_j = −(1 / ln m) Σ_i p_ij ln p_ij, with 0 ln 0 = 0        w_j = (1 − e_j) / Σ_j (1 − e_j)
 *
 * Values keep their meaning: they are neither scaled to the sample nor shifted off zero, since both change the weights. Spread is not
 * importance: on a registry where nobody differs in degree, the degree weighs nothing here however much a demand asks for it; see
 * {@link blendWeights}.
 * @param matrix m rows of talents (or demands), a column a dimension, values >= 0 such as similarities 0..1000
 * @throws GuiyanError `invalid-argument` for a matrix without a row or a dimension, or with a value that is no number >= 0; `unknown-option`
 * @complexity O(values × log rows)
 * @source Shannon 1948; as weights: Zeleny, Multiple Criteria Decision Making, 1982
 * @example
 * const { weights } = entropyWeights({ dimensions: ["field", "degree"], rows: [[1000, 650], [0, 650], [400, 650]] });
 * console.log(weights); // → { degree: 0, field: 1000 }
 */
export function entropyWeights(matrix: DecisionMatrix): EntropyWeighting {
  const { dimensions, rows } = readDecisionMatrix("entropyWeights", matrix);
  const divergences = settledColumns(rows, dimensions.length).map(divergence);
  const constant = divergences.every((d) => d === 0);
  return {
    ...weightingOf(dimensions, constant ? dimensions.map(() => 1) : divergences),
    entropy: Object.fromEntries(dimensions.map((dimension, j) => [dimension, 1 - (divergences[j] as number)])),
    ...(constant ? { warning: "all-constant" as const } : {}),
  };
}

/** 1 − e of a column, written as Σ p ln(m p) / ln m: the same number, with less lost where the values are nearly alike. */
function divergence(column: readonly number[]): number {
  if (isConstant(column)) return 0;
  // Over the largest first, so that no sum overflows.
  const most = column.reduce((a, b) => Math.max(a, b));
  const sum = column.reduce((total, value) => total + value / most, 0);
  const information = column.reduce((total, value) => {
    const p = value / most / sum;
    return p === 0 ? total : total + p * Math.log(p * column.length);
  }, 0);
  return Math.min(1, Math.max(0, information / Math.log(column.length)));
}
