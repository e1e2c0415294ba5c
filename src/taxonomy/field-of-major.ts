import { canonicalField } from "./field-tree.js";
import { fields } from "./fields.js";
import { CLASS_TO_FIELD, MAJOR_TO_FIELD } from "./packs/field-crosswalk-pack.js";
import { undergraduateMajors } from "./undergraduate-majors.js";

function decode(pack: string): Map<string, string> {
  return new Map(pack.split(" ").map((pair) => pair.split(":") as [string, string]));
}

let tables:
  | {
      readonly majors: ReadonlyMap<string, string>;
      readonly classes: ReadonlyMap<string, string>;
      readonly names: ReadonlyMap<string, string>;
    }
  | undefined;

function load(): NonNullable<typeof tables> {
  const names = new Map<string, string>();
  for (const code of fields.codes()) {
    const node = fields.get(code);
    if (node === undefined || code.length === 2 || canonicalField(code) !== code) continue;
    // An academic discipline outranks a programme of the same name, which outranks a professional degree (digits 51 on).
    const rank = (c: string) => (c.length === 4 && Number(c.slice(2, 4)) < 51 ? 0 : Number(c.slice(2, 4)) < 51 ? 1 : 2);
    const known = names.get(node.name);
    if (known === undefined || rank(code) < rank(known)) names.set(node.name, code);
  }
  return { majors: decode(MAJOR_TO_FIELD), classes: decode(CLASS_TO_FIELD), names };
}

/**
 * Graduate field of an undergraduate major or class (本科专业对应学科): the field of the same name, else that of the crosswalk.
 * @param code of the undergraduate catalogue, with or without T/K marks
 * @returns a canonical graduate code; undefined for an unknown code or a category
 */
export function fieldOfMajor(code: string): string | undefined {
  const bare = code.replace(/[TK]+$/i, "");
  const node = undergraduateMajors.get(bare);
  if (node === undefined || node.level === "category") return undefined;
  tables ??= load();
  return tables.majors.get(bare) ?? tables.names.get(node.name) ?? tables.classes.get(bare.slice(0, 4));
}
