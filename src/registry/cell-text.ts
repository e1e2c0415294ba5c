import type { Cell } from "../model/index.js";
import { cleanText } from "../text/index.js";

/** Words by which offices say that a fact is not known (缺失标记). */
const BLANK = /^(?:[-—–_/\\.·*?？]+|不详|未知|未填|未知悉|暂缺|待补充?|待定|待核实|n\/?a|null|none|nil|undefined|空|略|同上)$/i;
/** Error values of spreadsheet programs. */
const ERROR_VALUE = /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/i;

/** Text of a cell (单元格文本): numbers in plain digits, no stray blanks; empty for an empty cell. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "boolean") return cell ? "是" : "否";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  return cleanText(cell);
}

/** Whether a text says that the fact is missing: nothing, a dash, 不详, N/A. */
export function isBlank(text: string): boolean {
  return text === "" || BLANK.test(text);
}

/** Whether a text is an error value of a spreadsheet program, such as #N/A. */
export function isErrorValue(text: string): boolean {
  return ERROR_VALUE.test(text);
}

/** Whether a text is a formula that was saved instead of its value. */
export function isFormula(text: string): boolean {
  return /^=[A-Z_][A-Z0-9_.]*\(/.test(text);
}
