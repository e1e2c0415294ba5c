import { readDate } from "../text/index.js";
import { identifierText } from "./identifier-text.js";

/** What is wrong with a resident identity number (公民身份号码问题). */
export type ResidentIdFault =
  | "empty"
  /** Digits lost to a spreadsheet program: 1.10101E+17, or three zeros at the end. */
  | "number-damaged"
  /** Digits covered by asterisks. */
  | "masked"
  | "length"
  | "charset"
  | "region"
  | "birth-date"
  | "check-digit";

/** A resident identity number, read; personal data, never to be shown. */
export type ResidentIdReading =
  | {
      readonly status: "valid";
      /** Eighteen digits, the last perhaps X. */
      readonly id: string;
      /** GB/T 2260 code of the first registration, perhaps retired since. */
      readonly region: string;
      /** ISO date. */
      readonly birthDate: string;
      /** Whether the check digit could be tested; false for the fifteen digits of before 1999. */
      readonly checked: boolean;
    }
  | { readonly status: "invalid"; readonly fault: ResidentIdFault };

/** Provinces, and 81 to 83 for residents from Hong Kong, Macao and Taiwan. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

/** Check digit of the first seventeen: ISO 7064 MOD 11-2. */
function checkDigit(digits: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(digits[i]) * (2 ** (17 - i) % 11);
  return "10X98765432"[sum % 11] ?? "";
}

/**
 * Reads a resident identity number (解析公民身份号码): eighteen digits with date and check digit; blanks, hyphens, full-width digits and the apostrophe of
 * Excel fall away. Fifteen digits become eighteen (19yy).
 *
 * Sex, which the last but one digit tells, is not read. Numbers of foreigners' residence cards (first digit 9) are none.
 * @param raw a text; a number has lost its last digits before it came here
 * @complexity O(length)
 * @source GB 11643-1999
 */
export function readResidentId(raw: string | number): ResidentIdReading {
  const fail = (fault: ResidentIdFault): ResidentIdReading => ({ status: "invalid", fault });
  if (typeof raw === "number") return fail("number-damaged");
  const text = identifierText(raw);
  if (text === "") return fail("empty");
  if (/^\d(?:\.\d+)?E\+?\d{1,2}$/.test(text)) return fail("number-damaged");
  if (/\d\*+[\dX]/.test(text)) return fail("masked");
  const { length } = [...text];
  if (length !== 18 && length !== 15) return fail("length");
  if (!(length === 18 ? /^\d{17}[\dX]$/ : /^\d{15}$/).test(text)) return fail("charset");
  const first = length === 18 ? text.slice(0, 17) : `${text.slice(0, 6)}19${text.slice(6)}`;
  if (!PROVINCE.test(first)) return fail("region");
  const birthDate = readDate(first.slice(6, 14));
  if (birthDate === undefined || birthDate >= "2100") return fail("birth-date");
  const check = checkDigit(first);
  if (length === 18 && text[17] !== check) return fail(text.endsWith("000") ? "number-damaged" : "check-digit");
  return { status: "valid", id: first + check, region: first.slice(0, 6), birthDate, checked: length === 18 };
}
