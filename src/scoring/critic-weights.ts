import { checkOptions, GuiyanError } from "../errors/index.js";
import { type DecisionMatrix, isConstant, readDecisionMatrix, settledColumns } from "./decision-matrix.js";
import { type Weighting, weightingOf } from "./weighting.js";

/** Weights by contrast and conflict (CRITIC 法结果). */
export interface CriticWeighting extends Weighting {
  /** Standard deviation of each dimension on the scale 0..1 (对比强度). */
  readonly contrast: Readonly<Record<string, number>>;
  /** Σ (1 − correlation) with the other dimensions that vary (冲突性). */
  readonly conflict: Readonly<Record<string, number>>;
  /**
   * `all-constant`: no dimension tells the rows apart, the weights are equal; `no-conflict`: all that vary move as one, or only one varies, and
   * contrast alone decides.
   */
  readonly warning?: "all-constant" | "no-conflict";
}

/** Options of {@link criticWeights}. */
export interface CriticOptions {
  /** The value that counts as 1, > 0. Default 1000, that of similarities. */
  readonly scale?: number;
}

/** Conflict below this is the rounding of correlations that are 1. */
const NOISE = 1e-12;

/**
 * Weights of dimensions by contrast and conflict (CRITIC 法): what spreads the rows, and what no other dimension tells already.
 *
 *   w_j ∝ s_j × Σ_k (1 − r_jk)        s: standard deviation of x / scale, r: Pearson's correlation
 *
 * A dimension that is the same for all rows has contrast 0 and no correlation; it weighs nothing and is left out of the others' sums.
 * @param matrix rows of talents (or demands), a column a dimension, values in 0..scale
 * @throws GuiyanError `invalid-argument` for a matrix without a row or a dimension, or with a value outside 0..scale; `invalid-option`,
 *   `unknown-option`
 * @complexity O(rows × (dimensions² + log rows))
 * @source Diakoulaki, Mavrotas, Papayannakis, Computers & Operations Research 22 (1995) 763–770
 *   Differs: values stay on their fixed scale. The paper stretches each column from the sample's least to its most, so that a single odd
 *   row changes every weight and a column that hardly varies counts like one that spans the scale.
 * @example
 * const rows = [[1000, 1000, 650], [700, 700, 1000], [0, 0, 300]];
 * console.log(criticWeights({ dimensions: ["field", "title", "degree"], rows }).weights); // → { degree: 406, field: 297, title: 297 }
 */
export function criticWeights(matrix: DecisionMatrix, options: CriticOptions = {}): CriticWeighting {
  const place = "criticWeights";
  checkOptions(place, options, ["scale"]);
  const scale = options.scale ?? 1000;
  if (!(scale > 0 && Number.isFinite(scale)))
    throw new GuiyanError("invalid-option", `${place}: expected scale to be a finite number > 0`, { path: ["scale"] });
  const { dimensions, rows } = readDecisionMatrix(place, matrix, () => scale);
  const deviations = settledColumns(rows, dimensions.length).map((column) => deviationsOf(column, scale));
  const contrasts = deviations.map((column) => Math.sqrt(mean(column.map((deviation) => deviation * deviation))));
  const conflicts = deviations.map((column, j) =>
    deviations.reduce((sum, other, k) => {
      const spread = (contrasts[j] as number) * (contrasts[k] as number);
      if (k === j || spread === 0) return sum;
      const correlation = mean(column.map((deviation, i) => deviation * (other[i] as number))) / spread;
      return sum + 1 - Math.min(1, Math.max(-1, correlation));
    }, 0),
  );
  const information = contrasts.map((contrast, j) => contrast * (conflicts[j] as number));
  const warning = contrasts.every((contrast) => contrast === 0)
    ? "all-constant"
    : conflicts.every((conflict) => conflict <= NOISE)
      ? "no-conflict"
      : undefined;
  const parts = warning === undefined ? information : warning === "no-conflict" ? contrasts : dimensions.map(() => 1);
  const record = (values: readonly number[]) => Object.fromEntries(dimensions.map((dimension, j) => [dimension, values[j] as number]));
  return { ...weightingOf(dimensions, parts), contrast: record(contrasts), conflict: record(conflicts), ...(warning ? { warning } : {}) };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Distances of a column from its mean on the scale 0..1; exactly zero where it is constant, which a rounded mean would blur. */
function deviationsOf(column: readonly number[], scale: number): number[] {
  if (isConstant(column)) return column.map(() => 0);
  const scaled = column.map((value) => value / scale);
  const centre = mean(scaled);
  return scaled.map((value) => value - centre);
}
