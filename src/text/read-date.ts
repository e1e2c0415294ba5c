import { foldWidth } from "./fold-width.js";
import { readNumber } from "./read-number.js";

/** A date as far as it is told (日期各部分): 1985年3月 has no day, 1985年 neither month nor day. */
export interface DateParts {
  readonly year: number;
  readonly month?: number;
  /** Only with a month. */
  readonly day?: number;
}

/** Days of a month of the Gregorian calendar. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The parts of a date that exists, from 1800 to 2200. */
function possible(year: number, month?: number, day?: number): DateParts | undefined {
  if (!(year >= 1800 && year <= 2200)) return undefined;
  if (month === undefined) return { year };
  if (!(month >= 1 && month <= 12)) return undefined;
  if (day === undefined) return { year, month };
  return day >= 1 && day <= daysIn(year, month) ? { year, month, day } : undefined;
}

/** Date of a spreadsheet serial of the 1900 system (Excel日期序列值); 60 is the day that never was. */
function fromSerial(serial: number): DateParts | undefined {
  if (!(Number.isInteger(serial) && serial >= 1 && serial <= 2_958_465 && serial !== 60)) return undefined;
  // Serials past the phantom 1900-02-29 count one day too many.
  let day = serial < 60 ? serial : serial - 1;
  let year = 1900;
  for (let length = 365; day > length; ) {
    day -= length;
    year++;
    length = daysIn(year, 2) === 29 ? 366 : 365;
  }
  let month = 1;
  while (day > daysIn(year, month)) day -= daysIn(year, month++);
  return possible(year, month, day);
}

/** A time of day behind a date, with its zone. */
const TIME = /[T ](?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?: ?[AP]M|Z|[+-]\d{2}:?\d{2})?$/i;
/** Numeral words of a date: 二〇二四年十二月三十一日. */
const NUMERALS = /[〇零○一二三四五六七八九十百]+/g;

/** A number where its digits were told. */
function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Reads a date as far as it is told (解析日期，保留精度): all that {@link readDate} reads, a month without a day (1985年3月, 1985.3) and a year alone
 * (1985, 1985年, 民国74年).
 * @returns undefined for an impossible or unreadable date
 * @complexity O(length)
 * @example
 * console.log(readDateParts("1985.3")); // → { year: 1985, month: 3 }
 */
export function readDateParts(raw: string): DateParts | undefined {
  const text = foldWidth(raw)
    .replace(/\s+/g, " ")
    .trim()
    .replace(TIME, "")
    .replace(/\s+/g, "")
    .replace(NUMERALS, (words) => String(readNumber(words.replaceAll("○", "〇")) ?? words))
    .replace(/^民国(?:(\d{1,3})|元)年/, (_, year: string | undefined) => `${1911 + Number(year ?? 1)}年`);
  if (/^\d{5}$/.test(text)) return fromSerial(Number(text));
  const told =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](?:(\d{1,2})[日号]?)?)?$/.exec(text) ??
    /^(\d{4})年?$/.exec(text);
  return told === null ? undefined : possible(Number(told[1]), numberOf(told[2]), numberOf(told[3]));
}

/**
 * Reads a date (解析日期): 2025-03-01, 2025/3/1, 2025.3.1, 2025年3月1日, 二〇二五年三月一日, 民国114年3月1日, 20250301, an Excel serial of five digits.
 * A month without a day (2025年3月) is its first day; a year alone, a year of two digits (24年3月) and a date with its year behind (9/1/2024, which
 * may be January or September) are none.
 * @returns ISO text YYYY-MM-DD; undefined for an impossible or unreadable date
 */
export function readDate(raw: string): string | undefined {
  const parts = readDateParts(raw);
  if (parts?.month === undefined) return undefined;
  return `${parts.year}-${String(parts.month).padStart(2, "0")}-${String(parts.day ?? 1).padStart(2, "0")}`;
}
