import { cleanText } from "../text/index.js";

/** Words and signs by which people and programs say that a fact is not known (缺失标记). */
const UNTOLD =
  /^(?:[-—–_/\\.·*?？]+|无|不详|未知|未填|暂缺|暂无|待补充?|待定|待核实|空|略|同上|unknown|not known|n[/.]a\.?|null|none|nil|nan|undefined|#(?:N\/A|VALUE!|REF!|DIV\/0!|NAME\?|NULL!|NUM!))$/i;

/** Longest such word. */
const LONGEST = 12;

/** A clean text that tells something (有效文本); undefined for none, for 不详, a dash, N/A and the error values of spreadsheets. */
export function toldText(raw: string | undefined): string | undefined {
  if (raw === undefined) return undefined;
  const text = cleanText(raw);
  return text === "" || (text.length <= LONGEST && UNTOLD.test(text)) ? undefined : text;
}
