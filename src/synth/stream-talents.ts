import { checkInteger, checkOptions } from "../errors/index.js";
import type { Talent } from "../model/index.js";
import { syntheticTalent } from "./synthetic-talent.js";

/** Options of {@link streamTalents}. */
export interface StreamTalentsOptions {
  /** Safe integer >= 0. */
  readonly seed: number;
  /** Persons, >= 0. */
  readonly count: number;
}

/**
 * Synthetic persons one by one (流式合成人才), in memory that does not grow with `count`: the same as `synthesiseCounty(…).talents` of the seed.
 * @throws GuiyanError `invalid-option`, `unknown-option`, on the call and not on the first step
 * @complexity O(1) for each person
 * @example
 * const [first] = streamTalents({ seed: 7, count: 1_000_000 });
 * console.log(first?.id); // → t0000001
 */
export function streamTalents(options: StreamTalentsOptions): Generator<Talent, void, void> {
  checkOptions("streamTalents", options, ["seed", "count"]);
  const seed = checkInteger("streamTalents", "seed", options.seed, { min: 0 });
  const count = checkInteger("streamTalents", "count", options.count, { min: 0 });
  return talentsOf(seed, count);
}

function* talentsOf(seed: number, count: number): Generator<Talent, void, void> {
  for (let index = 0; index < count; index++) yield syntheticTalent(seed, index);
}
