import { isProfessionalDegree } from "./field-tree.js";
import { PROFESSIONAL_TO_ACADEMIC } from "./packs/field-crosswalk-pack.js";

let homes: ReadonlyMap<string, string> | undefined;

/**
 * The academic field that a professional degree's name stands for (专业学位对应学科): 工商管理 (1251) → 1202, 食品工程 (086003) → 0832.
 *
 * On a sheet 会计, 法律 or 机械 names what somebody studied, whatever the kind of degree; without this, 会计 and 会计学 would lie in two disciplines.
 * @returns the code itself where it is no professional degree, or has no single academic home (材料与化工, 农业)
 */
export function academicHome(code: string): string {
  if (!isProfessionalDegree(code)) return code;
  homes ??= new Map(PROFESSIONAL_TO_ACADEMIC.split(" ").map((pair) => pair.split(":") as [string, string]));
  return homes.get(code) ?? homes.get(code.slice(0, 4)) ?? code;
}
