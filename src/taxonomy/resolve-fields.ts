import { cleanText, foldScript, matchKey } from "../text/index.js";
import { fieldLabels } from "./field-labels.js";
import { fieldStrippings } from "./field-spellings.js";
import type { Resolution } from "./resolution.js";
import { type FieldExtra, type ResolveFieldOptions, resolveField } from "./resolve-field.js";

/** One part of a cell with its answer. */
interface FieldPart {
  readonly text: string;
  readonly resolution: Resolution<string, FieldExtra>;
}

/** What a cell with several fields says. */
export interface FieldsReading {
  /** One answer for each part, with the part's text. */
  readonly parts: readonly FieldPart[];
  /** 专业不限: no field is asked for. */
  readonly unlimited: boolean;
}

const SEPARATOR = /([、，,；;／/|。]|以及|或者|或(?!许))/;
const JOINT = /([与和及\s])/;
const UNLIMITED = /^(?:所学|所有)?(?:专业|学科)?(?:均?不限|无限制|不限制|没?无?要求|不作?要求|均可|皆可|任意|全部)(?:专业|学科)?$/;
/** What is left of a list when its fields are taken away. */
const NO_FIELD = /^(?:[及或和与]?等?其?[他它]?(?:相关|相近|类似|相应|对口)?(?:的)?(?:专业|学科|方向|领域)?(?:等|优先|均可|皆可)?)$/;

/** Words for several categories at once, and what they stand for in a list. */
const GROUPS: ReadonlyMap<string, readonly string[]> = new Map([
  ["理工", ["理学", "工学"]],
  ["理工科", ["理学", "工学"]],
  ["数理", ["数学", "物理学"]],
  ["经管", ["经济学", "管理学"]],
  ["文史", ["文学", "历史学"]],
  ["文史哲", ["文学", "历史学", "哲学"]],
  ["文科", ["文学", "历史学", "哲学"]],
  ["人文社科", ["文学", "历史学", "哲学", "法学", "经济学"]],
  ["农林", ["农学", "林学"]],
  ["理工农医", ["理学", "工学", "农学", "医学"]],
]);

type Reader = (text: string) => Resolution<string, FieldExtra>;

/** Whether a text, apart from words such as 专业 around it, is one listed name. */
function isListed(text: string): boolean {
  const { byKey } = fieldLabels();
  for (const key of fieldStrippings(matchKey(text))) if (byKey.has(key)) return true;
  return false;
}

/** Texts and the separators between them, by turns; a word for several categories becomes those. */
function piecesOf(text: string, separator: RegExp): string[] {
  return text.split(separator).flatMap((piece, i) => {
    const group = i % 2 === 0 ? GROUPS.get(piece.trim().replace(/(?:等?相关专业|等?专业|类专业|类|等)+$/, "")) : undefined;
    return group?.flatMap((name, j) => (j === 0 ? [name] : ["；", name])) ?? [piece];
  });
}

/** Joins what a separator split where it is listed as one name (粮食、油脂及植物蛋白工程), the longest first, at most four texts. */
function rejoin(pieces: readonly string[], read: Reader): FieldPart[] {
  const parts: FieldPart[] = [];
  for (let from = 0; from < pieces.length; ) {
    let to = Math.min(pieces.length - 1, from + 6);
    while (to > from && (NO_FIELD.test(pieces[to] ?? "") || !isListed(pieces.slice(from, to + 1).join("")))) to -= 2;
    const text = pieces
      .slice(from, to + 1)
      .join("")
      .trim();
    if (text !== "" && !NO_FIELD.test(text)) parts.push({ text, resolution: read(text) });
    from = to + 2;
  }
  return parts;
}

/** A part that is listed nowhere, taken apart at 与, 和, 及 and blanks where every piece is listed (机械和电气自动化). */
function takeApart(part: FieldPart, read: Reader): readonly FieldPart[] {
  const isNamed = ({ resolution }: FieldPart) => resolution.status === "resolved" && !["pattern", "fuzzy"].includes(resolution.via);
  if (isNamed(part) || !JOINT.test(part.text)) return [part];
  const pieces = rejoin(piecesOf(part.text, JOINT), read);
  return pieces.length > 1 && pieces.every(isNamed) ? pieces : [part];
}

/**
 * Reads a cell that lists several fields (解析多个学科): 高分子材料、化工类或相关专业.
 *
 * A text that a catalogue lists as one name stays whole, separators included (粮食、油脂及植物蛋白工程); words for several categories count as
 * those (理工科 → 理学, 工学).
 * @complexity O(parts) look-ups of fields
 * @example
 * const { parts } = resolveFields("高分子材料、化工类或相关专业");
 * console.log(parts.map(({ text }) => text)); // → [ '高分子材料', '化工类' ]
 */
export function resolveFields(raw: string, options: ResolveFieldOptions = {}): FieldsReading {
  const known = new Map<string, Resolution<string, FieldExtra>>();
  const read: Reader = (text) => {
    const resolution = known.get(text) ?? resolveField(text, options);
    known.set(text, resolution);
    return resolution;
  };
  const pieces = piecesOf(foldScript(cleanText(raw)), SEPARATOR);
  const parts = rejoin(pieces, read).filter(({ text }) => !UNLIMITED.test(text));
  return {
    parts: parts.flatMap((part) => takeApart(part, read)),
    unlimited: pieces.some((piece, i) => i % 2 === 0 && UNLIMITED.test(piece.trim())),
  };
}
