import { checkOneOf, checkOptions } from "../errors/index.js";
import type { DemandList, Recommendation } from "../recommend/index.js";
import { namingFor, TIERS, type Tier } from "./tier.js";
import { LANGS, type Lang, markOf, ruleTicks } from "./wording.js";

/** Options of {@link rankedRows}. */
export interface RankedRowsOptions {
  /** Default `zh`. */
  readonly lang?: Lang;
  /** Default `internal`. */
  readonly tier?: Tier;
  /** Lists to show. Default all. */
  readonly demands?: readonly string[];
}

/** One printed line of a ranked list: heading → value. */
export type RankedRow = Readonly<Record<string, string | number>>;

/**
 * Ranked lists as flat rows for `console.table` (清单表格): demand, place, talent, mark out of 100, interval, hard rules.
 * @throws GuiyanError `unknown-option`, `invalid-option`
 * @complexity O(demands × k)
 */
export function rankedRows({ lists }: Pick<Recommendation, "lists">, options: RankedRowsOptions = {}): RankedRow[] {
  checkOptions("rankedRows", options, ["lang", "tier", "demands"]);
  const lang = checkOneOf("rankedRows", "lang", options.lang ?? "zh", LANGS);
  const naming = namingFor(checkOneOf("rankedRows", "tier", options.tier ?? "internal", TIERS));
  const wanted = options.demands === undefined ? undefined : new Set(options.demands);
  const headings =
    lang === "zh"
      ? (["需求", "名次", "人才", "得分", "区间", "硬性条件"] as const)
      : (["demand", "rank", "talent", "score", "interval", "hard rules"] as const);
  const [demandAt, rankAt, talentAt, scoreAt, intervalAt, rulesAt] = headings;
  const rowsOf = ({ demand, matches }: DemandList): RankedRow[] =>
    matches.map(({ talent, points, low, high, rank, explanation }) => ({
      [demandAt]: demand.post ?? demand.id,
      [rankAt]: rank,
      [talentAt]: naming.name(talent) || naming.id(talent),
      [scoreAt]: markOf(points),
      [intervalAt]: low === high ? "" : `${markOf(low)}–${markOf(high)}`,
      [rulesAt]: ruleTicks(explanation.rules, lang),
    }));
  return lists.filter(({ demand }) => wanted === undefined || wanted.has(demand.id)).flatMap(rowsOf);
}
