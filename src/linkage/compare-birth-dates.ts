import { checkOneOf, checkOptions } from "../errors/index.js";
import { type DateParts, foldWidth, readDateParts } from "../text/index.js";
import type { Comparison } from "./comparison.js";
import type { FactOptions } from "./fact-options.js";
import { isOneEdit, type Spelling, spelling } from "./spelling.js";

const YEAR_LAST = ["day-month-year", "month-day-year"] as const;

/** Options of {@link birthDateComparison}. */
export interface BirthDateOptions<T> extends FactOptions<T> {
  /** How 3/12/1985 is read where both readings are possible; `day-month-year` unless told. */
  readonly yearLast?: (typeof YEAR_LAST)[number];
}

/** A birth date; an impossible one keeps its eight digits. */
interface BirthDate {
  readonly digits: Spelling;
  readonly year: string;
  /** Two digits each, empty where not told. */
  readonly month: string;
  readonly day: string;
}

const LEVELS = ["same", "swapped", "compatible", "near", "part", "same-year", "different"] as const;
const [SAME, SWAPPED, COMPATIBLE, NEAR, PART, SAME_YEAR, DIFFERENT] = [0, 1, 2, 3, 4, 5, 6] as const;

/** Dates that forms and programs put where none is known. */
const PLACEHOLDERS = new Set(["19000101", "19700101", "99991231", "18991230", "19000100", "1900", "190001"]);

function twoDigits(number: number | undefined): string {
  return number === undefined ? "" : String(number).padStart(2, "0");
}

/** Parts of 12/3/1985, read as `first` says where both readings are possible. */
function yearLastParts(text: string, first: (typeof YEAR_LAST)[number]): DateParts | undefined {
  const told = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (told === null) return undefined;
  const [a, b, year] = [told[1] ?? "", told[2] ?? "", told[3] ?? ""];
  const [dayFirst, monthFirst] = [readDateParts(`${year}-${b}-${a}`), readDateParts(`${year}-${a}-${b}`)];
  return first === "day-month-year" ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst);
}

/** Canonical digits of a date: yyyy, yyyymm or yyyymmdd; undefined where none is told. */
function digitsOf(raw: string, first: (typeof YEAR_LAST)[number]): string | undefined {
  const text = foldWidth(raw)
    .trim()
    .replace(/(?:出生|生)$/, "");
  const packed = /^\d{6}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4)}` : text;
  const parts = readDateParts(packed) ?? yearLastParts(text, first);
  const digits = parts === undefined ? /^\d{8}$/.exec(text)?.[0] : parts.year + twoDigits(parts.month) + twoDigits(parts.day);
  return digits === undefined || digits.startsWith("0000") || PLACEHOLDERS.has(digits) ? undefined : digits;
}

/**
 * Compares birth dates (出生日期、出生年月) as far as they are told.
 *
 * - `same`: the same day
 * - `swapped`: day and month exchanged
 * - `compatible`: the same year and month, and one tells no day, or the first of the month
 * - `near`: one of the eight digits wrong, lost, added, or two neighbours exchanged
 * - `part`: two of year, month and day agree
 * - `same-year`
 *
 * Read as by `readDateParts`, besides 198503, 12/3/1985 and eight digits that are no date (19481399), which are compared by their digits.
 * 1900-01-01, 1970-01-01 and 0000 stand for dates that nobody knows: they tell nothing.
 * @throws GuiyanError `unknown-option`, `invalid-option`
 */
export function birthDateComparison<T>(options: BirthDateOptions<T>): Comparison<T, BirthDate> {
  checkOptions("birthDateComparison", options, ["read", "name", "yearLast"]);
  const { read, name = "birth-date" } = options;
  const yearLast = checkOneOf("birthDateComparison", "yearLast", options.yearLast ?? "day-month-year", YEAR_LAST);
  return {
    name,
    levels: LEVELS,
    read: (record) => digitsOf(read(record) ?? "", yearLast),
    parse: (text) => ({ digits: spelling(text), year: text.slice(0, 4), month: text.slice(4, 6), day: text.slice(6) }),
    compare: (a, b) => {
      const sameYear = a.year === b.year;
      const sameMonth = a.month !== "" && a.month === b.month;
      const sameDay = a.day !== "" && a.day === b.day;
      if (sameYear && sameMonth) {
        if (sameDay) return SAME;
        if (a.day === "" || b.day === "" || a.day === "01" || b.day === "01") return COMPATIBLE;
      }
      if (sameYear && a.day !== "" && a.month === b.day && a.day === b.month) return SWAPPED;
      if (a.day !== "" && b.day !== "" && isOneEdit(a.digits, b.digits)) return NEAR;
      if (sameYear) return sameMonth || sameDay ? PART : SAME_YEAR;
      return sameMonth && sameDay ? PART : DIFFERENT;
    },
    termLevels: [SAME],
    term: ({ digits, day }) => (day === "" ? undefined : digits.text),
    keys: ({ year, month, day }) => {
      if (day === "") return month === "" ? [] : [`y:${year}${month}`];
      // Day and month in ascending order, so that exchanged they meet.
      return [month < day ? `d:${year}${month}${day}` : `d:${year}${day}${month}`, `m:${month}${day}`, `y:${year}${month}`];
    },
  };
}
