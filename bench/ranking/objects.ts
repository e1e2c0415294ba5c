import { DEGREE_LEVELS, type Talent, TITLE_GRADES } from "guiyan";
import type { Asked } from "./work.js";

/** One row of an answer (名次), as every way must give it. */
export interface Ranked {
  readonly id: string;
  readonly points: number;
}

const degreeRank: ReadonlyMap<string, number> = new Map(DEGREE_LEVELS.map((level, rank) => [level, rank]));
const titleRank: ReadonlyMap<string, number> = new Map(TITLE_GRADES.map((grade, rank) => [grade, rank]));

/**
 * What a user writes by hand (手写排序): a score for every talent, everything sorted, the first `k` taken.
 * Prefixes of the codes stand for the trees, so that no table is looked up.
 */
export function rankByHand(talents: readonly Talent[], { place, fields, degree, title, weights, hard }: Asked, k: number): Ranked[] {
  const prefecture = place.prefecture === place.county ? place.county : place.county.slice(0, 4);
  const province = place.county.slice(0, 2);
  const disciplines = fields.map((code) => code.slice(0, 4));
  const categories = fields.map((code) => code.slice(0, 2));
  const rows: Ranked[] = [];
  for (const talent of talents) {
    let region = 500;
    if (talent.residence !== undefined) {
      if (hard.region && !talent.residence.startsWith(province)) continue;
      if (talent.residence === place.county) region = 1000;
      else if (talent.residence.startsWith(prefecture)) region = 800;
      else region = talent.residence.startsWith(province) ? 600 : 200;
    }
    let degreePoints = 500;
    if (talent.degree !== undefined) {
      const missing = degree - (degreeRank.get(talent.degree) ?? 0);
      if (hard.degree && missing > 0) continue;
      degreePoints = missing <= 0 ? 1000 : Math.max(0, 1000 - 350 * missing);
    }
    let titlePoints = 500;
    if (talent.title !== undefined) {
      const missing = title - (titleRank.get(talent.title.grade) ?? 0);
      if (hard.title && missing > 0) continue;
      titlePoints = missing <= 0 ? 1000 : Math.max(0, 1000 - 300 * missing);
    }
    let field = 500;
    if (talent.fields !== undefined) {
      field = 0;
      for (const held of talent.fields) {
        for (let i = 0; i < fields.length && field < 1000; i++) {
          if (held === fields[i]) field = 1000;
          else if (field < 700 && held.startsWith(disciplines[i] as string)) field = 700;
          else if (field < 400 && held.startsWith(categories[i] as string)) field = 400;
        }
      }
    }
    const points = weights.region * region + weights.field * field + weights.degree * degreePoints + weights.title * titlePoints;
    rows.push({ id: talent.id, points });
  }
  rows.sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1));
  return rows.slice(0, k);
}
