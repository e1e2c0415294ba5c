import { matchKey } from "../text/index.js";
import type { FieldLabel, FieldSystem } from "./field-labels.js";
import { fieldOfGbt13745, gbt13745 } from "./field-of-gbt13745.js";
import { fieldOfMajor } from "./field-of-major.js";
import { fieldStrippings } from "./field-spellings.js";
import { canonicalField } from "./field-tree.js";
import { fields } from "./fields.js";
import { RETIRED_FIELD_CODES } from "./packs/field-crosswalk-pack.js";
import { undergraduateMajors } from "./undergraduate-majors.js";

/** Catalogues that a bare code may belong to. */
export type FieldCodeSystem = Exclude<FieldSystem, "keyword">;

/** A code before or behind a name, the name, and what the code may mean. */
export interface FieldCodeReading {
  readonly name: string;
  /** One label, two where the catalogues disagree, none where nobody knows the code. */
  readonly labels: readonly FieldLabel[];
  /** Whether the name is that of the code, so that it tells the catalogue. */
  readonly agreed: boolean;
}

const CODE = String.raw`\d{2}(?:\d{2}){0,2}[TK]{0,2}|\d{4}L\d|\d{3}(?:\.?\d{2}){0,2}`;
const LEADING_CODE = new RegExp(String.raw`^[（([【]?(${CODE})(?![\dA-Za-z.])[)）\]】]?[\s:：、.\-—]*(.*)$`, "i");
const TRAILING_CODE = /^(.*?)[\s:：\-—]*[（([【]?(?<!\d)(\d{4}(?:\d{2})?[TK]{0,2})[)）\]】]?$/i;

let retired: ReadonlyMap<string, string> | undefined;

/** Graduate field of a code; six digits may be a discipline filled up with zeros (125300). */
function graduateField(code: string): string | undefined {
  const known = [code, code.replace(/00$/, "")].find((form) => fields.has(form));
  if (known !== undefined) return canonicalField(known);
  retired ??= new Map(RETIRED_FIELD_CODES.split(" ").map((pair) => pair.split(":") as [string, string]));
  return retired.get(code);
}

function readIn(system: FieldCodeSystem, code: string): FieldLabel | undefined {
  const value = system === "graduate" ? graduateField(code) : system === "undergraduate" ? fieldOfMajor(code) : fieldOfGbt13745(code);
  return value === undefined ? undefined : { value, via: "code", source: { system, code } };
}

/** Name of a code in its catalogue; none for a retired code. */
function catalogueName({ system, code }: FieldLabel["source"]): string | undefined {
  if (system === "gbt13745") return gbt13745().get(code)?.name;
  return (system === "graduate" ? fields : undergraduateMajors).get(code)?.name;
}

/** What a code means: in the catalogue that is given, else in every one that knows it; a retired code only where no current catalogue has it. */
function meanings(code: string, system: FieldCodeSystem | undefined): FieldLabel[] {
  const bare = code
    .toUpperCase()
    .replace(/[TK]+$/, "")
    .replaceAll(".", "");
  const marked = /[TK]$/i.test(code);
  const systems: readonly FieldCodeSystem[] =
    system !== undefined ? [system] : marked ? ["undergraduate"] : ["graduate", "undergraduate", "gbt13745"];
  const found = systems.map((each) => readIn(each, bare)).filter((label) => label !== undefined);
  const current = found.filter(({ source }) => catalogueName(source) !== undefined);
  return current.length > 0 ? current : found;
}

/**
 * Reads a code that stands alone, before or behind a name (学科代码): 0832, 120203K, 0832食品科学与工程, 会计学（120203）.
 *
 * T and K marks say undergraduate; three, five and seven digits are GB/T 13745; a name beside the code picks the catalogue that has both.
 * @returns undefined where the text holds no code
 */
export function readFieldCode(text: string, system?: FieldCodeSystem): FieldCodeReading | undefined {
  const [, front, behind] = LEADING_CODE.exec(text) ?? [];
  const [, before, back] = TRAILING_CODE.exec(text) ?? [];
  const [code, name] = front !== undefined ? [front, behind] : [back, before];
  if (code === undefined || name === undefined) return undefined;
  const labels = meanings(code, system);
  const names = new Set(fieldStrippings(matchKey(name)));
  const agreeing = labels.filter(({ source }) => names.has(matchKey(catalogueName(source) ?? "")));
  if (agreeing.length > 0) return { name, labels: agreeing.slice(0, 1), agreed: true };
  const distinct = labels.filter(({ value }, i) => labels.findIndex((other) => other.value === value) === i);
  return labels.length === 0 ? undefined : { name, labels: distinct, agreed: false };
}
