import { regionLevel, regionParent } from "../taxonomy/index.js";

/** The city of a place (所在城市): its prefecture, or the unit that stands in for one; the place itself where it is no county. */
export function cityOf(residence: string): string {
  const parent = regionParent(residence);
  return parent !== undefined && regionLevel(residence) === "county" && residence.length === 6 ? parent : residence;
}
