import type { Cell } from "../model/index.js";
import { QUALITY_MEASURES, type QualityCell, type QualityKey, type QualityMeasure, type RegistryQuality } from "../registry/index.js";
import { CATEGORIES_ZH, CHANNELS_ZH, type Lang } from "./wording.js";
import type { SheetModel } from "./workbook-model.js";

const MEASURES: Readonly<Record<QualityMeasure, Record<Lang, string>>> = {
  complete: { zh: "完整", en: "complete" },
  valid: { zh: "有效", en: "valid" },
  fresh: { zh: "新鲜", en: "fresh" },
  distinct: { zh: "不重复", en: "distinct" },
};
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** One part of a cell's key: all of them, one, or those that do not say. */
function partOf(part: QualityKey[keyof QualityKey], names: ReadonlyMap<string, string> | undefined, lang: Lang): string {
  if (part === undefined) return lang === "zh" ? "全部" : "all";
  if (part === null) return lang === "zh" ? "未注明" : "not told";
  return (lang === "zh" ? names?.get(part) : undefined) ?? part;
}

/**
 * The registry's quality by department, channel and category (人才库质量表): each share with its interval, and a mark where a cell surely lies below the
 * whole.
 */
export function registryQualitySheet(
  { total, departments, channels, categories, cells, worst, worstBy }: RegistryQuality,
  lang: Lang,
): SheetModel {
  const rowOf = (cell: QualityCell): Cell[] => {
    const marks = QUALITY_MEASURES.filter((measure) => worstBy[measure]?.cell === cell).map((measure) => MEASURES[measure][lang]);
    const low = lang === "zh" ? "明显低于总体：" : "surely below the whole: ";
    const lowest = worst?.cell === cell ? (lang === "zh" ? "（最差）" : " (worst)") : "";
    return [
      partOf(cell.department, undefined, lang),
      partOf(cell.channel, CHANNELS_ZH, lang),
      partOf(cell.category, CATEGORIES_ZH, lang),
      cell.records,
      ...QUALITY_MEASURES.flatMap((measure) => {
        const { share, low: from, high: to } = cell[measure];
        return share === undefined ? [null, null] : [percent(share), `${percent(from)}–${percent(to)}`];
      }),
      marks.length === 0 ? null : `${low}${marks.join(lang === "zh" ? "、" : ", ")}${lowest}`,
    ];
  };
  const heads = QUALITY_MEASURES.flatMap((measure) => [MEASURES[measure][lang], lang === "zh" ? "95% 区间" : "95 % interval"]);
  const [first, last] =
    lang === "zh"
      ? ([["部门", "渠道", "类别", "记录"], "提示"] as const)
      : ([["department", "channel", "category", "records"], "remark"] as const);
  return {
    name: lang === "zh" ? "人才库质量" : "Registry quality",
    header: [...first, ...heads, last],
    rows: [total, ...departments, ...channels, ...categories, ...cells].map(rowOf),
    columnWidths: [24, 16, 12, 8, 9, 18, 9, 18, 9, 18, 9, 18, 40],
    freezeHeader: true,
  };
}
