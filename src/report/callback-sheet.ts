import type { Cell, Talent } from "../model/index.js";
import type { CallbackAsk, CallbackEntry } from "../outreach/index.js";
import { type Lang, memberName } from "./wording.js";
import type { SheetModel } from "./workbook-model.js";

/** Calls beyond this are in the queue, not in the sheet. */
const CALLS_LISTED = 500;

const REASONS: Readonly<Record<CallbackAsk["reason"], Record<Lang, string>>> = {
  missing: { zh: "缺失", en: "missing" },
  stale: { zh: "过期", en: "stale" },
  coarse: { zh: "不够具体", en: "too rough" },
};

/** The list of calls (回访名单): whom to telephone, in order, and what to ask. It names persons and numbers: for internal readers only. */
export function callbackSheet(queue: readonly CallbackEntry[], talents: readonly Talent[], lang: Lang): SheetModel {
  const byId = new Map(talents.map((talent) => [talent.id, talent]));
  const rows = queue.slice(0, CALLS_LISTED).map(({ id, width, demands, asks }, i): Cell[] => {
    const talent = byId.get(id);
    const why = asks.map(
      ({ member, reason, observedAt }) =>
        `${memberName(member, lang)}（${REASONS[reason][lang]}${observedAt === undefined ? "" : ` ${observedAt}`}）`,
    );
    return [
      i + 1,
      id,
      talent?.name ?? null,
      talent?.phone ?? null,
      talent?.organization ?? null,
      why.join(lang === "zh" ? "、" : ", "),
      asks.map(({ question }) => question[lang]).join(" "),
      demands,
      // Sum of interval widths, in marks out of 100 like every other score of the workbook.
      width / 10_000,
    ];
  });
  return {
    name: lang === "zh" ? "回访名单" : "Calls",
    header:
      lang === "zh"
        ? ["次序", "人才编号", "姓名", "电话", "工作单位", "待问信息", "问什么", "涉及需求数", "区间合计"]
        : ["order", "talent", "name", "phone", "employer", "facts to ask", "question", "demands touched", "sum of intervals"],
    rows,
    columnWidths: [6, 18, 14, 16, 28, 34, 70, 10, 12],
    freezeHeader: true,
    numberFormats: { 8: "0.00" },
  };
}
