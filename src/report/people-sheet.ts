import type { Cell, Talent } from "../model/index.js";
import { factName, factText } from "./linkage-wording.js";
import { FACT_WIDTHS, factCells, type LinkageView, listsText, SHOWN_FACTS } from "./told-records.js";
import type { SheetModel } from "./workbook-model.js";

/** Everybody once (人员表): the fused facts, of how many records and from which lists. It names persons. */
export function peopleSheet<T extends Talent>(view: LinkageView<T>): SheetModel {
  const { linkage, lang } = view;
  const rows = linkage.entities.map(({ id, members, record }): Cell[] => [
    id,
    ...factCells(new Map(Object.entries(record)), view),
    record.doNotContact === true ? factText("doNotContact", true, lang) : null,
    members.length,
    listsText(members, view),
  ]);
  const facts = SHOWN_FACTS.map((member) => factName(member, lang));
  const [name, first, last] =
    lang === "zh"
      ? (["人员", "人员编号", ["勿扰", "记录数", "所在名单"]] as const)
      : (["People", "person", ["do not contact", "records", "lists"]] as const);
  return {
    name,
    header: [first, ...facts, ...last],
    rows,
    columnWidths: [20, ...FACT_WIDTHS, 8, 8, 50],
    freezeHeader: true,
  };
}
