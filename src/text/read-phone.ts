import { foldWidth } from "./fold-width.js";

/** A telephone number (电话). */
export interface Phone {
  /** Digits, without +86; a landline keeps its area code. */
  readonly number: string;
  /** Whether it has the form of a mobile (11 digits from 13 to 19) or of a landline with area code. */
  readonly wellFormed: boolean;
}

/**
 * Reads the first telephone number of a cell (解析电话): +86 138-0000-0000, 0393-6220000, １３８….
 * @returns undefined where no run of 7 to 12 digits stands, or a spreadsheet has damaged the number (1.38E+10)
 */
export function readPhone(raw: string): Phone | undefined {
  const text = foldWidth(raw);
  if (/\d[eE][+-]?\d/.test(text)) return undefined;
  const [first = ""] = text.split(/[、,，;；/]|\s{2,}|或/);
  const digits = first
    .replace(/[^\d+]/g, "")
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, "")
    .replace(/\+/g, "");
  if (!/^\d{7,12}$/.test(digits)) return undefined;
  return { number: digits, wellFormed: /^1[3-9]\d{9}$/.test(digits) || /^0\d{9,11}$/.test(digits) };
}
