import type { FusedFact } from "../linkage/index.js";
import type { Cell, Talent } from "../model/index.js";
import { factName, factText, ruleName } from "./linkage-wording.js";
import { type LinkageView, placeText } from "./told-records.js";
import type { SheetModel } from "./workbook-model.js";

/** Whether records differ on a fact: one says what another does not say. */
function differs({ parts, losers, from }: FusedFact): boolean {
  return losers.length > 0 || parts?.some((part) => part.from.length < from.length) === true;
}

/**
 * Facts on which a person's records differ (取舍明细): what was taken and why, what was not, and who says which. One row a value that was not taken, these first; lists
 * that were united have one row, item by item. It names persons.
 */
export function conflictSheet<T extends Talent>(view: LinkageView<T>): SheetModel {
  const { linkage, lang, nameText } = view;
  const [and, or, colon] = lang === "zh" ? (["、", "；", "："] as const) : ([", ", "; ", ": "] as const);
  const rows: Cell[][] = [];
  const united: Cell[][] = [];
  for (const { id, record, facts } of linkage.entities) {
    for (const fact of facts) {
      if (!differs(fact)) continue;
      const { member, key, value, from, parts, losers, rule } = fact;
      const text = (one: unknown): string => (member === "name" ? nameText(factText(member, one, lang)) : factText(member, one, lang));
      const saidBy = (ids: readonly string[]): string => ids.map((one) => placeText(one, view)).join(and);
      const head: Cell[] = [
        id,
        record.name === undefined ? null : nameText(record.name),
        key ?? factName(member, lang),
        text(value),
        parts === undefined ? saidBy(from) : parts.map((part) => `${text([part.value])}${colon}${saidBy(part.from)}`).join(or),
        ruleName(rule, lang),
      ];
      for (const loser of losers) rows.push([...head, text(loser.value), saidBy(loser.from), ruleName(loser.rule, lang)]);
      if (losers.length === 0) united.push([...head, null, null, null]);
    }
  }
  const [name, header] =
    lang === "zh"
      ? (["取舍", ["人员编号", "姓名", "事实", "采用", "出自", "规则", "未采用", "未采用者出自", "因何未采用"]] as const)
      : (["Conflicts", ["person", "name", "fact", "taken", "said by", "rule", "not taken", "not taken, said by", "put out by"]] as const);
  return { name, header, rows: [...rows, ...united], columnWidths: [20, 14, 14, 34, 50, 22, 34, 50, 22], freezeHeader: true };
}
