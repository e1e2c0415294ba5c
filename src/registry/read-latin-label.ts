import type { HeaderField, SheetEntity } from "./header-vocabulary.js";
import { LATIN_RULES } from "./packs/latin-header-pack.js";

/**
 * Words of a Latin column label (列名分词): `brandScaleName`, `highest_education`, `Job Title` → brand, scale, name.
 * @complexity O(length)
 */
function wordsOf(label: string): string[] {
  return label
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "")
    .map((word) => (word.length > 3 ? word.replace(/ies$/, "y").replace(/(?<![su])s$/, "") : word));
}

/**
 * What a Latin column label names (英文列名识别), by the words it holds: the first rule of the sheet whose words are all there.
 * @returns undefined for a label with other letters, and where no rule fits
 * @complexity O(rules × words)
 */
export function readLatinLabel(label: string, entity: SheetEntity): HeaderField | undefined {
  if (label.length > 60 || !/^[\sA-Za-z_\-./\d]+$/.test(label) || !/[A-Za-z]/.test(label)) return undefined;
  const words = wordsOf(label);
  const joined = words.join("");
  for (const { field, entity: only, needs } of LATIN_RULES) {
    if (only !== undefined && only !== entity) continue;
    if (needs.every((choice) => choice.some((word) => words.includes(word) || (needs.length === 1 && joined === word)))) return field;
  }
  return undefined;
}
