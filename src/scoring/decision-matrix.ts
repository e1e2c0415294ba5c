import { checkArray, checkOptions, GuiyanError } from "../errors/index.js";
import type { Dimension } from "../model/index.js";
import { checkDimensions } from "./check-dimensions.js";
import { fixedOrder } from "./weighting.js";

/** What is known of some talents, or demands, on some dimensions (决策矩阵): a row each, a column a dimension, values >= 0. */
export interface DecisionMatrix {
  readonly dimensions: readonly Dimension[];
  readonly rows: readonly (readonly number[])[];
}

/** A decision matrix with its dimensions in code-point order; the rows stay in theirs. */
interface ReadMatrix {
  readonly dimensions: readonly string[];
  readonly rows: readonly (readonly number[])[];
}

/**
 * Reads a decision matrix with its columns in {@link fixedOrder} (读取决策矩阵).
 * @param most what a dimension's values may reach; default no limit
 * @throws GuiyanError `invalid-argument` for a matrix without a row or a dimension, for a row of another length, and for a value that is
 *   not a finite number in 0..most; `unknown-option`
 * @complexity O(values)
 */
export function readDecisionMatrix(
  place: string,
  matrix: DecisionMatrix,
  most: (dimension: string) => number = () => Number.MAX_VALUE,
): ReadMatrix {
  checkOptions(place, matrix, ["dimensions", "rows"]);
  const given = checkDimensions(place, matrix?.dimensions);
  const rows = checkArray(place, "rows", matrix.rows);
  const refuse = (message: string, path: readonly (string | number)[]) => {
    throw new GuiyanError("invalid-argument", `${place}: expected ${message}`, { path });
  };
  if (rows.length === 0) refuse("one row at least", ["rows"]);
  const limits = given.map(most);
  for (const [i, row] of rows.entries()) {
    if (!(Array.isArray(row) && row.length === given.length)) refuse(`rows.${i} to have a value for each dimension`, ["rows", i]);
    for (const [j, limit] of limits.entries()) {
      const value: unknown = row[j];
      if (!(typeof value === "number" && value >= 0 && value <= limit))
        refuse(`rows.${i}.${j} to be a number in 0..${limit}`, ["rows", i, j]);
    }
  }
  const order = fixedOrder(given);
  return {
    dimensions: order.map((j) => given[j] as string),
    // Adding zero turns a negative zero into one.
    rows: rows.map((row) => order.map((j) => (row[j] as number) + 0)),
  };
}

/** The columns of rows put in ascending order: what is summed over them does not depend on the order in which the rows came. */
export function settledColumns(rows: readonly (readonly number[])[], columns: number): number[][] {
  const sorted = [...rows].sort((a, b) => {
    const at = a.findIndex((value, j) => value !== b[j]);
    return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
  });
  return Array.from({ length: columns }, (_, j) => sorted.map((row) => row[j] as number));
}

/** Whether all values of a column are one: such a column tells nobody apart. */
export const isConstant = (column: readonly number[]): boolean => column.every((value) => value === column[0]);
