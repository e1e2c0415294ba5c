import type { HeaderField } from "./header-vocabulary.js";
import { columnName } from "./map-headers.js";
import { type CreditCodeFault, readCreditCode } from "./read-credit-code.js";
import { type ResidentIdFault, readResidentId } from "./read-resident-id.js";
import type { SheetRow, SheetWalker } from "./sheet-rows.js";

/** What to say of each fault; a masked or missing number is none, and what is too short is another document's. */
const WORDS: Readonly<Partial<Record<ResidentIdFault | CreditCodeFault, { readonly en: string; readonly zh: string }>>> = {
  "number-damaged": { en: "the number's last digits were lost in a spreadsheet program", zh: "号码末位数字已被表格软件丢失" },
  length: { en: "the number has too many or too few digits", zh: "号码位数不符" },
  charset: { en: "the number holds a sign that it cannot hold", zh: "号码含有不应出现的字符" },
  region: { en: "the number begins with no region", zh: "号码前两位不是有效的地区" },
  "birth-date": { en: "the number holds no date that exists", zh: "号码中的日期不存在" },
  "check-digit": { en: "the number's check digit is wrong", zh: "号码校验位不符，请核对" },
};

function faultOf(field: HeaderField, text: string): ResidentIdFault | CreditCodeFault | undefined {
  const read = field === "credit_code" ? readCreditCode(text) : readResidentId(text);
  return read.status === "valid" ? undefined : read.fault;
}

/**
 * Tells identity numbers and credit codes whose check fails (证件号码校验). The numbers are not kept, and not shown even with `showValues`.
 *
 * A column 证件号 also holds passports and permits: only what looks like a number of this kind is judged by its length and signs.
 */
export function checkIdentifiers(row: SheetRow, field: "id_number" | "credit_code", walker: SheetWalker): void {
  for (const { text, column } of row.texts(field)) {
    const fault = faultOf(field, text);
    const words = fault === undefined ? undefined : WORDS[fault];
    if (fault === undefined || words === undefined) continue;
    if ((fault === "length" || fault === "charset") && !/^[\dA-Z]{14,20}$/i.test(text)) continue;
    const source = { table: row.table, row: row.number, column: columnName(column) };
    walker.log.add(fault === "number-damaged" ? "cell-number-damaged" : "cell-unresolved", "warning", words, source);
  }
}
