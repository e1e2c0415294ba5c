import type { TalentCategory } from "../model/index.js";
import { regions } from "../taxonomy/index.js";
import { type Draw, parseWeights, type WeightTable } from "./draw.js";
import { DISTRICT_SHARE, HOMETOWNS, RESIDENCES } from "./packs/place-pack.js";

const hometowns = /* @__PURE__ */ parseWeights(HOMETOWNS);
const residences: Readonly<Record<TalentCategory, WeightTable<string>>> = {
  official: /* @__PURE__ */ parseWeights(RESIDENCES.official),
  expert: /* @__PURE__ */ parseWeights(RESIDENCES.expert),
  business: /* @__PURE__ */ parseWeights(RESIDENCES.business),
};
const districts = new Map<string, readonly string[]>();

function districtsOf(city: string): readonly string[] {
  const known = districts.get(city);
  if (known) return known;
  const found = regions.children(city);
  districts.set(city, found);
  return found;
}

/** Where a synthetic person of this category lives (合成常住地): a city, or a district of it. */
export function syntheticResidence(category: TalentCategory, draw: Draw): string {
  const city = draw.weighted(residences[category]);
  const below = districtsOf(city);
  return draw.chance(DISTRICT_SHARE) && below.length > 0 ? draw.pick(below) : city;
}

/** Where a synthetic person comes from (合成籍贯). */
export function syntheticHometown(draw: Draw): string {
  return draw.weighted(hometowns);
}
