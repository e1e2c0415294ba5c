import { cleanText } from "../text/index.js";
import type { Resolution } from "./resolution.js";
import { type FieldExtra, type ResolveFieldOptions, resolveField } from "./resolve-field.js";

/** What a cell with several fields says. */
export interface FieldsReading {
  /** One answer for each part, with the part's text. */
  readonly parts: readonly { readonly text: string; readonly resolution: Resolution<string, FieldExtra> }[];
  /** 专业不限: no field is asked for. */
  readonly unlimited: boolean;
}

const SEPARATORS = /[、，,；;／/|\n]+|以及|或者|或(?=.)/;
const UNLIMITED = /^(?:专业)?(?:不限|无限制|无要求|均可)(?:专业)?$/;

/**
 * Reads a cell that lists several fields (解析多个学科): 高分子材料、化工类或相关专业.
 *
 * A part that is a listed name as a whole stays whole, separators included (管理科学与工程、粮食、油脂及植物蛋白工程).
 * @complexity O(parts × length)
 */
export function resolveFields(raw: string, options: ResolveFieldOptions = {}): FieldsReading {
  const text = cleanText(raw);
  if (UNLIMITED.test(text)) return { parts: [], unlimited: true };
  const whole = text === "" ? undefined : resolveField(text, options);
  if (whole?.status === "resolved" && (whole.via === "name" || whole.via === "alias" || whole.via === "code")) {
    return { parts: [{ text, resolution: whole }], unlimited: false };
  }
  const parts = text
    .split(SEPARATORS)
    .map((part) => part.trim())
    .filter((part) => part !== "" && !/^(?:等)?(?:相关|相近)?(?:专业|学科)?$/.test(part));
  return {
    parts: parts.filter((part) => !UNLIMITED.test(part)).map((part) => ({ text: part, resolution: resolveField(part, options) })),
    unlimited: parts.some((part) => UNLIMITED.test(part)),
  };
}
