import { checkOneOf, checkOptions, GuiyanError } from "../errors/index.js";
import { type DecisionMatrix, readDecisionMatrix, settledColumns } from "./decision-matrix.js";

/** What the ideals of {@link topsis} are: the sample's extremes, or declared ones that no row can move. */
const TOPSIS_MODES = ["classic", "fixed-scale"] as const;
/** How {@link topsis} normalises and what it measures distances from. */
export type TopsisMode = (typeof TOPSIS_MODES)[number];

/** Options of {@link topsis}. */
export interface TopsisOptions {
  /** Weights >= 0 by dimension, one of them positive; their proportions count. */
  readonly weights: Readonly<Record<string, number>>;
  /** Dimensions of which less is better are false (成本型). Default true for all. */
  readonly benefit?: Readonly<Record<string, boolean>>;
  /** Default `fixed-scale`. */
  readonly mode?: TopsisMode;
  /** `fixed-scale` only: the value that counts as 1, for all dimensions or by dimension, > 0. Default 1000, that of similarities. */
  readonly scale?: number | Readonly<Record<string, number>>;
}

/** One dimension ready to be measured: the factor from value to weighted value, and the two ends. */
interface Axis {
  readonly factor: number;
  readonly ideal: number;
  readonly antiIdeal: number;
}

/**
 * Closeness of each row to the ideal (逼近理想解排序法, TOPSIS), for those who want to compare; the library does not rank by it.
 *
 *   v_ij = w_j × r_ij        d+ = |v_i − v+|, d− = |v_i − v−| (Euclidean)        C_i = d− / (d+ + d−), 0.5 where both are 0
 *   `classic`:      r_ij = x_ij / sqrt(Σ_i x_ij²), v+ and v− the best and worst of the rows
 *   `fixed-scale`:  r_ij = x_ij / scale_j, v+ at the scale and v− at 0 (the other way round where less is better)
 *
 * In classic mode a row that is added or withdrawn moves the norms and the ideals, and two others may change places (逆序): one candidate
 * can stand before another, and behind them once a third registers. No office can defend that. In fixed-scale mode each row is measured by
 * itself and the order of the others stands; so do the integer points of `rank`, which moreover say what each requirement contributed.
 * @param matrix rows of talents, a column a dimension, values >= 0; in fixed-scale mode up to the scale
 * @returns a closeness in 0..1 for each row, in the order of the rows
 * @throws GuiyanError `invalid-argument` for a matrix without a row or a dimension, or with a value out of range; `invalid-option` for
 *   weights, benefits or scales that are none or name no dimension of the matrix, and for a scale in classic mode; `unknown-option`
 * @complexity O(values × log rows)
 * @source Hwang and Yoon, Multiple Attribute Decision Making, 1981; rank reversal: García-Cascales and Lamata, Math. Comput. Modelling 56
 *   (2012) 123–132
 * @example
 * const rows = [[900, 650], [600, 1000]];
 * const closeness = topsis({ dimensions: ["field", "degree"], rows }, { weights: { field: 700, degree: 300 } });
 * console.log(closeness.map((c) => c.toFixed(3))); // → [ '0.839', '0.648' ]
 */
export function topsis(matrix: DecisionMatrix, options: TopsisOptions): number[] {
  const { rows, axes } = settle("topsis", matrix, options);
  return rows.map((row) => {
    const distance = (end: (axis: Axis) => number) =>
      Math.sqrt(axes.reduce((sum, axis, j) => sum + ((row[j] as number) * axis.factor - end(axis)) ** 2, 0));
    const toIdeal = distance((axis) => axis.ideal);
    const toAntiIdeal = distance((axis) => axis.antiIdeal);
    return toIdeal + toAntiIdeal === 0 ? 0.5 : toAntiIdeal / (toIdeal + toAntiIdeal);
  });
}

/** Checks what was given and makes of it rows and axes in one order of the dimensions. */
function settle(place: string, matrix: DecisionMatrix, options: TopsisOptions) {
  checkOptions(place, options, ["weights", "benefit", "mode", "scale"]);
  const given: Partial<TopsisOptions> = options ?? {};
  const { scale = 1000, benefit = {}, weights = {} } = given;
  const mode = checkOneOf(place, "mode", given.mode ?? "fixed-scale", TOPSIS_MODES);
  if (mode === "classic" && given.scale !== undefined) throw fault(place, ["scale"], "no scale in classic mode");
  if (!(typeof scale === "object" || isPositive(scale))) throw fault(place, ["scale"], "scale to be a finite number > 0");
  const scaleOf = typeof scale === "object" ? reader(place, "scale", scale, isPositive, "a finite number > 0") : () => scale;
  const { dimensions, rows } = readDecisionMatrix(place, matrix, mode === "classic" ? undefined : scaleOf);
  const weightOf = reader(place, "weights", weights, isWeight, "a finite number >= 0");
  const benefitOf = reader(place, "benefit", benefit, (value) => typeof value === "boolean", "true or false", true);
  for (const [name, record] of Object.entries({ weights, benefit, scale })) {
    const stranger = typeof record === "object" ? Object.keys(record).find((key) => !dimensions.includes(key)) : undefined;
    if (stranger !== undefined) throw fault(place, [name, stranger], `${name} to name dimensions of the matrix`);
  }
  const most = dimensions.map(weightOf).reduce((a, b) => Math.max(a, b));
  if (!(most > 0)) throw fault(place, ["weights"], "a weight above zero");
  const columns = mode === "classic" ? settledColumns(rows, dimensions.length) : [];
  const axes = dimensions.map((dimension, j): Axis => {
    const weight = weightOf(dimension) / most;
    const column = columns[j];
    const factor = weight / (column ? lengthOf(column) : scaleOf(dimension));
    const [worst, best] = column
      ? [column.reduce((a, b) => Math.min(a, b)) * factor, column.reduce((a, b) => Math.max(a, b)) * factor]
      : [0, weight];
    return benefitOf(dimension) ? { factor, ideal: best, antiIdeal: worst } : { factor, ideal: worst, antiIdeal: best };
  });
  return { rows, axes };
}

const isWeight = (value: unknown): boolean => typeof value === "number" && value >= 0 && Number.isFinite(value);
const isPositive = (value: unknown): boolean => isWeight(value) && value !== 0;

const fault = (place: string, path: readonly string[], expectation: string) =>
  new GuiyanError("invalid-option", `${place}: expected ${expectation}`, { path });

/** Reads a record's value for a dimension, checked; the fallback where it names none. */
function reader<T>(
  place: string,
  name: string,
  record: Readonly<Record<string, T>>,
  accepts: (value: unknown) => boolean,
  expectation: string,
  fallback?: T,
): (dimension: string) => T {
  if (typeof record !== "object" || record === null || Array.isArray(record))
    throw fault(place, [name], `${name} to be a record by dimension`);
  return (dimension) => {
    const value = Object.hasOwn(record, dimension) ? record[dimension] : fallback;
    if (!accepts(value)) throw fault(place, [name, dimension], `${name}.${dimension} to be ${expectation}`);
    return value as T;
  };
}

/** Euclidean length of a column; 1 where it is all zero, which leaves it so. */
function lengthOf(column: readonly number[]): number {
  const most = column.reduce((a, b) => Math.max(a, b));
  if (most === 0) return 1;
  return most * Math.sqrt(column.reduce((sum, value) => sum + (value / most) ** 2, 0));
}
