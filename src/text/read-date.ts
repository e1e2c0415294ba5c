import { foldWidth, readNumber } from "../text/index.js";

/** Days of a month of the Gregorian calendar. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** ISO date of a spreadsheet serial of the 1900 system (Excel日期序列值); 60 is the day that never was. */
function fromSerial(serial: number): string | undefined {
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
  return iso(year, month, day);
}

function iso(year: number, month: number, day: number): string | undefined {
  if (!(year >= 1800 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** A time of day behind a date, with its zone. */
const TIME = /[T ](?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?: ?[AP]M|Z|[+-]\d{2}:?\d{2})?$/i;
/** Numeral words of a date: 二〇二四年十二月三十一日. */
const NUMERALS = /[〇零○一二三四五六七八九十百]+/g;

/**
 * Reads a date (解析日期): 2025-03-01, 2025/3/1, 2025.3.1, 2025年3月1日, 二〇二五年三月一日, 民国114年3月1日, 20250301, an Excel serial of five digits.
 * A month without a day (2025年3月) is its first day; a year alone, a year of two digits (24年3月) and a date with its year behind (9/1/2024, which
 * may be January or September) are none.
 * @returns ISO text YYYY-MM-DD; undefined for an impossible or unreadable date
 */
export function readDate(raw: string): string | undefined {
  const text = foldWidth(raw)
    .replace(/\s+/g, " ")
    .trim()
    .replace(TIME, "")
    .replace(/\s+/g, "")
    .replace(NUMERALS, (words) => String(readNumber(words.replaceAll("○", "〇")) ?? words))
    .replace(/^民国(?:(\d{1,3})|元)年/, (_, year: string | undefined) => `${1911 + Number(year ?? 1)}年`);
  if (/^\d{5}$/.test(text)) return fromSerial(Number(text));
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (packed) return iso(Number(packed[1]), Number(packed[2]), Number(packed[3]));
  const spoken = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](?:(\d{1,2})[日号]?)?)?$/.exec(text);
  return spoken ? iso(Number(spoken[1]), Number(spoken[2]), Number(spoken[3] ?? "1")) : undefined;
}
