import { checkOneOf, checkOptions } from "../errors/index.js";
import type { Dimension } from "../model/index.js";
import type { Explanation } from "../scoring/index.js";
import { checkExplanation } from "./check-explanation.js";

/** One step of a {@link waterfall} (瀑布图一级): what one requirement adds to the points so far. */
export interface WaterfallStep {
  /** Index in `demand.requirements`; absent for the one step of a demand in which nothing weighs. */
  readonly requirement?: number;
  readonly dimension: Dimension;
  /** Points before this step, and after it. */
  readonly from: number;
  readonly to: number;
  /** to − from. */
  readonly points: number;
  /** Points that a perfect match would have added besides: weight × 1000 − points. */
  readonly missed: number;
  /** Points after this step were every unknown fact so far the worst, and the best. */
  readonly low: number;
  readonly high: number;
}

/** Options of {@link waterfall}. */
export interface WaterfallOptions {
  /** `listed` as the demand lists its requirements; `largest` the most points first, then as listed. Default `listed`. */
  readonly order?: "listed" | "largest";
}

/**
 * The points of a talent as steps from 0 to the total (得分瀑布), ready to be drawn.
 *
 *   to_i = from_i + points_i,  from_1 = 0,  from_{i+1} = to_i,  last to = points;  last low and high = those of the explanation
 *
 * @returns one step a contribution; points are integers 0..1 000 000
 * @throws GuiyanError `invalid-argument` for an explanation that does not add up, `unknown-option`, `invalid-option`
 * @complexity O(n log n) for n contributions
 * @example
 * const demand = {
 *   id: "d1",
 *   requirements: [
 *     { dimension: "degree", kind: "soft" as const, values: ["master"], weight: 600 },
 *     { dimension: "title", kind: "soft" as const, values: ["senior"], weight: 400 },
 *   ],
 * };
 * const steps = waterfall(explain({ id: "t1", degree: "bachelor", title: { grade: "senior" } }, demand));
 * console.log(steps.map(({ from, to, missed }) => `${from}..${to} of ${to + missed}`).join(", ")); // → 0..390000 of 600000, 390000..790000 of 790000
 */
export function waterfall(explanation: Explanation, options: WaterfallOptions = {}): WaterfallStep[] {
  checkOptions("waterfall", options, ["order"]);
  const order = checkOneOf("waterfall", "order", options.order ?? "listed", ["listed", "largest"]);
  checkExplanation("waterfall", "explanation", explanation);
  const contributions = [...explanation.contributions];
  if (order === "largest") contributions.sort((a, b) => b.points - a.points);
  let [to, low, high] = [0, 0, 0];
  return contributions.map((contribution) => {
    const { requirement, dimension, weight, points } = contribution;
    const from = to;
    to += points;
    low += contribution.low;
    high += contribution.high;
    return {
      ...(requirement === undefined ? {} : { requirement }),
      dimension,
      from,
      to,
      points,
      missed: weight * 1000 - points,
      low,
      high,
    };
  });
}
