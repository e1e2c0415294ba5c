import type { Cell, Talent } from "../model/index.js";
import { evidenceText } from "./evidence-text.js";
import { factName, reviewKindName, reviewReason } from "./linkage-wording.js";
import { FACT_WIDTHS, factCells, type LinkageView, placeText, SHOWN_FACTS, type ToldFacts, toldRecords } from "./told-records.js";
import type { SheetModel } from "./workbook-model.js";

/** Pairs beyond this wait in the queue, not in the sheet. */
const PAIRS_LISTED = 20_000;

/** Two lists of cells in turns, so that what is to be compared stands side by side. */
function inTurns<V>(left: readonly V[], right: readonly V[]): V[] {
  return left.flatMap((cell, i) => [cell, right[i] as V]);
}

/**
 * Pairs that somebody should look at, the most urgent first (待核清单): both records fact by fact, how sure the evidence is, what rides on it and why it waits. It names
 * persons.
 */
export function reviewSheet<T extends Talent>(view: LinkageView<T>): SheetModel {
  const { linkage, lang } = view;
  const { review } = linkage;
  const told = new Map<string, ToldFacts | undefined>();
  const factsOf = (id: string): readonly Cell[] => {
    if (!told.has(id)) {
      const entity = linkage.entityOf(id);
      for (const [member, facts] of entity === undefined ? [] : toldRecords(entity)) told.set(member, facts);
    }
    return factCells(told.get(id), view);
  };
  const rows = review
    .slice(0, PAIRS_LISTED)
    .map(({ a, b, entities, kind, probability, uncertainty, stake }, i): Cell[] => [
      i + 1,
      reviewKindName(kind, lang),
      probability,
      uncertainty,
      stake,
      placeText(a, view),
      placeText(b, view),
      ...inTurns(factsOf(a), factsOf(b)),
      `${reviewReason(kind, lang)}${lang === "zh" ? "。" : ". "}${evidenceText(linkage.explain(a, b), { lang, bits: true })}`,
      a,
      b,
      ...entities,
    ]);
  const facts = SHOWN_FACTS.map((member) => factName(member, lang));
  const [name, first, last, sides] =
    lang === "zh"
      ? ([
          "待核",
          ["次序", "类别", "概率", "不确定度", "影响"],
          ["为何待核", "记录甲", "记录乙", "人员甲", "人员乙"],
          ["甲", "乙"],
        ] as const)
      : ([
          "Review",
          ["order", "kind", "probability", "uncertainty", "stake"],
          ["why", "record A", "record B", "person A", "person B"],
          [" A", " B"],
        ] as const);
  const sided = (heading: string) => sides.map((side) => `${heading}${side}`);
  const header = [...first, ...sided(lang === "zh" ? "位置" : "place"), ...facts.flatMap(sided), ...last];
  if (review.length > rows.length) {
    const words = `共 ${review.length} 对，仅列出前 ${PAIRS_LISTED} 对`;
    rows.push([null, lang === "zh" ? words : `${review.length} pairs in all, the first ${PAIRS_LISTED} listed`]);
  }
  return {
    name,
    header,
    rows,
    columnWidths: [6, 16, 9, 10, 8, 28, 28, ...inTurns(FACT_WIDTHS, FACT_WIDTHS), 100, 20, 20, 20, 20],
    freezeHeader: true,
    numberFormats: { 2: "0.00%", 3: "0.00" },
  };
}
