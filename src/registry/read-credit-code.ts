import { identifierText } from "./identifier-text.js";

/** What is wrong with a unified social credit code (统一社会信用代码问题). */
export type CreditCodeFault = "empty" | "number-damaged" | "length" | "charset" | "check-digit";

/** A unified social credit code, read. */
export type CreditCodeReading =
  | {
      readonly status: "valid";
      /** Eighteen digits and capital letters. */
      readonly code: string;
      /** GB/T 2260 code of the registering office, perhaps retired since. */
      readonly region: string;
    }
  | { readonly status: "invalid"; readonly fault: CreditCodeFault };

/** Digits of the code in order of value; I, O, S, V and Z are left out. */
const SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/**
 * Reads the unified social credit code of an enterprise (解析统一社会信用代码): eighteen signs, the last of them a check; blanks and hyphens fall away.
 * @param raw a text; a number has lost its last digits before it came here
 * @complexity O(length)
 * @source GB 32100-2015
 */
export function readCreditCode(raw: string | number): CreditCodeReading {
  const fail = (fault: CreditCodeFault): CreditCodeReading => ({ status: "invalid", fault });
  if (typeof raw === "number") return fail("number-damaged");
  const text = identifierText(raw);
  if (text === "") return fail("empty");
  if (/^\d(?:\.\d+)?E\+\d{1,2}$/.test(text)) return fail("number-damaged");
  if ([...text].length !== 18) return fail("length");
  let sum = 0;
  let weight = 1;
  for (const sign of text.slice(0, 17)) {
    const value = SIGNS.indexOf(sign);
    if (value < 0) return fail("charset");
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  if (!SIGNS.includes(text[17] ?? "")) return fail("charset");
  if (SIGNS[(31 - (sum % 31)) % 31] !== text[17]) return fail(/^\d{15}000$/.test(text) ? "number-damaged" : "check-digit");
  return { status: "valid", code: text, region: text.slice(2, 8) };
}
