import { Draw, parseWeights } from "./draw.js";
import { DOTTED_NAMES, GIVEN_FIRST, GIVEN_LAST, SURNAMES } from "./packs/name-pack.js";
import { STREAMS, subStream } from "./sub-stream.js";

const surnames = /* @__PURE__ */ parseWeights(SURNAMES);
const firsts = /* @__PURE__ */ parseWeights(GIVEN_FIRST);
const lasts = /* @__PURE__ */ parseWeights(GIVEN_LAST);

function ownName(draw: Draw): string {
  if (draw.chance(0.002)) return `${draw.pick(DOTTED_NAMES)}·${draw.pick(DOTTED_NAMES)}`;
  const surname = draw.weighted(surnames);
  const last = draw.weighted(lasts);
  if (draw.chance(0.22)) return surname + last;
  const first = draw.weighted(firsts);
  // 明明 and the like are names, but rare ones.
  return surname + (first === last && draw.chance(0.9) ? last : first + last);
}

/**
 * Name of synthetic person `index` (合成姓名). One person in a hundred shares the name of another one not far before, beyond what chance does:
 * same name, different people.
 */
export function syntheticName(seed: number, index: number): string {
  const draw = new Draw(subStream(seed, STREAMS.name, index));
  const borrows = draw.chance(0.01) && index > 0;
  if (!borrows) return ownName(draw);
  const lender = index - draw.between(1, Math.min(index, 60));
  const lent = new Draw(subStream(seed, STREAMS.name, lender));
  lent.chance(0.01);
  return ownName(lent);
}
