import { type LinkModel, probabilityOf } from "../linkage/index.js";
import type { Cell } from "../model/index.js";
import { factName, levelName } from "./linkage-wording.js";
import type { Lang } from "./wording.js";
import type { SheetModel } from "./workbook-model.js";

const WORDS = {
  zh: {
    name: "模型",
    header: ["部分", "项目", "层级", "同一人占比 m", "不同人占比 u", "证据（位）", "值"],
    overall: "总体",
    level: "比较",
    told: "有此项的记录占比",
    block: "分块规则",
    limit: (count: number) => `每块至多 ${count} 条记录`,
    converged: (yes: boolean, rounds: number) => (yes ? `已收敛，${rounds} 轮` : `未收敛，止于 ${rounds} 轮`),
    items: [
      "记录数",
      "可能成对数",
      "已比对数",
      "预计同一人对数",
      "任取一对为同一人的概率",
      "先验（位）",
      "合并线（位）",
      "合并线（概率）",
      "待核线（概率）",
      "预计合并准确率",
      "预计召回率",
      "EM 估计",
    ],
  },
  en: {
    name: "Model",
    header: ["part", "item", "level", "share of one person's pairs m", "share of others' pairs u", "bits", "value"],
    overall: "overall",
    level: "comparison",
    told: "share of records that tell it",
    block: "blocking rule",
    limit: (count: number) => `blocks of at most ${count} records`,
    converged: (yes: boolean, rounds: number) => `${yes ? "converged" : "not converged"} after ${rounds} rounds`,
    items: [
      "records",
      "pairs that could be one person",
      "pairs compared",
      "pairs expected to be one person",
      "probability that any pair is one person",
      "prior in bits",
      "line of a link in bits",
      "line of a link as a probability",
      "line of the review as a probability",
      "expected precision of the links",
      "expected recall of the links",
      "EM estimation",
    ],
  },
} as const;

/** A share out of 100, as text since the column also holds counts; what is less than all is never told as all. */
function percent(share: number | undefined): string | null {
  if (share === undefined) return null;
  return `${(Math.floor(share * 10_000) / 100).toFixed(2)} %`;
}

/** What was learnt about pairs (关联模型表): what each agreement is worth, which pairs were compared, where the line lies. It holds no fact of anybody. */
export function linkModelSheet(model: LinkModel, lang: Lang): SheetModel {
  const words = WORDS[lang];
  const { estimation, lambda, priorBits, linkBits, reviewBits, expected } = model;
  const values: readonly Cell[] = [
    estimation.records,
    estimation.comparablePairs,
    estimation.candidatePairs,
    estimation.expectedMatches,
    lambda,
    priorBits,
    linkBits,
    percent(probabilityOf(linkBits)),
    percent(probabilityOf(reviewBits)),
    percent(expected.precision),
    percent(expected.recall),
    words.converged(estimation.converged, estimation.iterations),
  ];
  const rows: Cell[][] = words.items.map((item, i) => [words.overall, item, null, null, null, null, values[i] ?? null]);
  for (const { name, levels, told } of model.comparisons) {
    const fact = factName(name, lang);
    rows.push([words.level, fact, words.told, null, null, null, percent(told)]);
    for (const level of levels) rows.push([words.level, fact, levelName(name, level.name, lang), level.m, level.u, level.weightBits, null]);
  }
  for (const { facts, limit } of model.blocking) {
    const keys = facts.map((fact) => factName(fact, lang)).join(" + ");
    rows.push([words.block, keys, null, null, null, null, words.limit(limit)]);
  }
  return {
    name: words.name,
    header: words.header,
    rows,
    columnWidths: [12, 34, 34, 16, 16, 10, 28],
    freezeHeader: true,
    numberFormats: { 3: "0.0000%", 4: "0.00E+00", 5: "0.00", 6: "0.######" },
  };
}
