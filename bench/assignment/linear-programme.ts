import loadHighs, { type Highs } from "highs";

/** One pair of a problem and its gain. */
export interface Gain {
  readonly row: number;
  readonly column: number;
  readonly gain: number;
}

/** HiGHS in WebAssembly, ready to maximise the summed gain of pairs under places of rows, each column once (线性规划求解器). */
export async function openLinearProgramme(): Promise<(places: ArrayLike<number>, columns: number, gains: readonly Gain[]) => number> {
  // Its types describe a CommonJS module, what is loaded is the ES one: its default is the loader itself.
  const highs: Highs = await (loadHighs as unknown as typeof loadHighs.default)();
  return (places, columns, gains) => {
    // Every vertex of the assignment polytope is whole: the relaxation is enough, and quicker.
    const starts = Int32Array.from({ length: gains.length + 1 }, (_, i) => 2 * i);
    const indices = new Int32Array(2 * gains.length);
    for (const [i, { row, column }] of gains.entries()) {
      indices[2 * i] = row;
      indices[2 * i + 1] = places.length + column;
    }
    const numRows = places.length + columns;
    const numCols = gains.length;
    const model = {
      numCols,
      numRows,
      sense: highs.constants.objectiveSense.maximize,
      colCost: Float64Array.from(gains, ({ gain }) => gain),
      colLower: new Float64Array(numCols),
      colUpper: new Float64Array(numCols).fill(1),
      rowLower: new Float64Array(numRows),
      rowUpper: Float64Array.from({ length: numRows }, (_, i) => places[i] ?? 1),
      matrix: { format: "csc" as const, numRows, numCols, starts, indices, values: new Float64Array(indices.length).fill(1) },
    };
    const made = highs.createModel(model);
    try {
      made.options.set({ output_flag: false });
      made.run();
      return Math.round(made.getObjectiveValue());
    } finally {
      made.dispose();
    }
  };
}
