import type { Cell } from "../model/index.js";
import type { Recommendation } from "../recommend/index.js";
import { SMALLEST_PUBLIC_COUNT } from "./tier.js";
import type { Lang } from "./wording.js";
import type { SheetModel } from "./workbook-model.js";

/** Demands and posts of one chain. */
interface Total {
  readonly name: string;
  demands: number;
  posts: number;
}

/**
 * Marks which counts of a column are hidden (小数抑制): those from 1 to 4, and where exactly one is hidden the next smallest too, so that
 * the total does not give it away.
 */
export function suppress(counts: readonly number[]): boolean[] {
  const hidden = counts.map((count) => count > 0 && count < SMALLEST_PUBLIC_COUNT);
  if (hidden.filter(Boolean).length !== 1) return hidden;
  let next = -1;
  for (const [i, count] of counts.entries()) {
    if (!hidden[i] && count > 0 && (next < 0 || count < (counts[next] ?? 0))) next = i;
  }
  if (next >= 0) hidden[next] = true;
  return hidden;
}

/**
 * Demands and posts by chain for the public (产业链汇总), small counts and their complements suppressed.
 * A total whose only part is hidden is hidden too.
 * @complexity O(demands)
 */
export function chainTotals({ lists, chains }: Recommendation, name: string, lang: Lang): SheetModel {
  const names = new Map(chains.map((chain) => [chain.id, chain.name]));
  const totals = new Map<string, Total>();
  const unnamed = lang === "zh" ? "未注明产业链" : "no chain given";
  for (const { demand } of lists) {
    const key = demand.chain ?? "";
    const total = totals.get(key) ?? { name: key === "" ? unnamed : (names.get(key) ?? key), demands: 0, posts: 0 };
    total.demands += 1;
    total.posts += demand.headcount ?? 1;
    totals.set(key, total);
  }
  const ordered = [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total);
  const column = (pick: (total: Total) => number): Cell[] => {
    const counts = ordered.map(pick);
    const hidden = suppress(counts);
    const all = counts.reduce((a, b) => a + b, 0);
    const shown = counts.map((count, i): Cell => (hidden[i] ? "*" : count));
    const open = counts.filter((_, i) => !hidden[i]).reduce((a, b) => a + b, 0);
    return [...shown, hidden.filter(Boolean).length === 1 || (all > open && all - open < SMALLEST_PUBLIC_COUNT) ? "*" : all];
  };
  const demands = column((total) => total.demands);
  const posts = column((total) => total.posts);
  const labels = [...ordered.map((total) => total.name), lang === "zh" ? "合计" : "total"];
  const note =
    lang === "zh"
      ? `* 小于 ${SMALLEST_PUBLIC_COUNT} 或可由合计推出，不予显示`
      : `* below ${SMALLEST_PUBLIC_COUNT}, or deducible from the total: not shown`;
  return {
    name,
    header: lang === "zh" ? ["产业链", "需求数", "岗位数"] : ["chain", "demands", "posts"],
    rows: [...labels.map((label, i): Cell[] => [label, demands[i] ?? null, posts[i] ?? null]), [note, null, null]],
    columnWidths: [30, 12, 12],
    freezeHeader: true,
  };
}
