import { academicHome } from "./academic-home.js";
import { canonicalField, isProfessionalDegree } from "./field-tree.js";
import { fields } from "./fields.js";
import { CLASS_TO_FIELD, MAJOR_TO_FIELD } from "./packs/field-crosswalk-pack.js";
import { undergraduateMajors } from "./undergraduate-majors.js";

/** The crosswalk by major, by class, and graduate fields by name. */
interface Crosswalk {
  readonly majors: ReadonlyMap<string, string>;
  readonly classes: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
}

let crosswalk: Crosswalk | undefined;

function decode(pack: string): Map<string, string> {
  return new Map(pack.split(" ").map((pair) => pair.split(":") as [string, string]));
}

/** A discipline outranks a programme of the same name, which outranks a professional degree. */
function rank(code: string): number {
  return isProfessionalDegree(code) ? 2 : code.length === 4 ? 0 : 1;
}

function load(): Crosswalk {
  const names = new Map<string, string>();
  for (const code of fields.codes()) {
    const node = fields.get(code);
    if (node === undefined || code.length === 2 || canonicalField(code) !== code) continue;
    const known = names.get(node.name);
    if (known === undefined || rank(code) < rank(known)) names.set(node.name, code);
  }
  return { majors: decode(MAJOR_TO_FIELD), classes: decode(CLASS_TO_FIELD), names };
}

/**
 * Graduate field of an undergraduate major or class (本科专业对应学科): the crosswalk's own line for the major, else the field of the same name,
 * else the field of its class.
 * @param code of the undergraduate catalogue, with or without T/K marks
 * @returns a canonical graduate code; undefined for an unknown code or a category
 */
export function fieldOfMajor(code: string): string | undefined {
  const bare = code.replace(/[TK]+$/i, "");
  const node = undergraduateMajors.get(bare);
  if (node === undefined || node.level === "category") return undefined;
  crosswalk ??= load();
  const namesake = crosswalk.names.get(node.name);
  return crosswalk.majors.get(bare) ?? (namesake === undefined ? crosswalk.classes.get(bare.slice(0, 4)) : academicHome(namesake));
}
