import type { Cell } from "../model/index.js";
import { fullRegionName } from "../taxonomy/index.js";
import { type DirtName, Pen, shiftRow, soilCell } from "./dirt.js";
import { Draw } from "./draw.js";
import { buildSheet, type KnownSheet } from "./sheet.js";
import { spellRegion } from "./spelling.js";
import { STREAMS, subStream } from "./sub-stream.js";
import type { WordedDemand } from "./synthetic-demand.js";
import type { SheetColumn } from "./talent-row.js";

/** What a row of a demand sheet is (需求行真值). */
export interface DemandRowTruth {
  readonly kind: "record";
  /** Id of the demand. */
  readonly demand: string;
  /** Columns whose cell no longer says what it should, by what they hold: `degree`, `fields`, `title`, `headcount`, … */
  readonly lost: readonly string[];
  readonly dirt: readonly DirtName[];
}

/** Two layouts that take turns over the rounds: one column a condition, and all conditions in one text. */
const LAYOUTS = [
  "序号=serial 企业名称=enterprise 所属产业链=chain 产业链环节=segment 岗位名称=post 需求人数=headcount 学历要求=degree 专业要求=fields 职称要求=title " +
    "其他要求=others 薪资待遇=pay 工作地点=workplace 紧急程度=urgency",
  "编号=serial 用人单位=enterprise 产业链=chain 环节=segment 招聘岗位=post 招聘人数=headcount 任职要求=all 月薪=pay 上班地点=workplace 优先级=urgency",
];

const columnsOf = (layout: number): SheetColumn[] =>
  (LAYOUTS[layout % LAYOUTS.length] ?? "").split(" ").map((column) => {
    const [label = "", key = ""] = column.split("=");
    return { label, key };
  });

/** Everything that a firm asks, as one text of clauses: 硕士及以上，高分子优先，副高优先，限45岁以下. */
function allClauses({ degree, fields, title, others }: WordedDemand["words"]): string {
  const field = fields === "" ? [] : [/专业$/.test(fields) ? `${fields}优先` : `${fields}专业优先`];
  const level = degree === "不限" ? ["学历不限"] : [degree];
  return [...level, ...field, ...(title === "" || title === "不限" ? [] : [title]), ...others].join("，");
}

function cellOf(key: string, { demand, words }: WordedDemand, pen: Pen): Cell {
  switch (key) {
    case "enterprise":
      return demand.enterprise ?? "";
    case "post":
      return demand.post ?? "";
    case "chain":
      return words.chain;
    case "segment":
      return words.segment;
    case "headcount":
      if (words.headcount === "若干") return "若干";
      return pen.takes("number-as-text") ? `${words.headcount}${pen.draw.pick(["名", "人", ""])}` : words.headcount;
    case "degree":
      return words.degree;
    case "fields":
      return words.fields;
    case "title":
      return words.title;
    case "others":
      return words.others.join("，");
    case "all":
      return allClauses(words);
    case "pay":
      return words.pay;
    case "workplace":
      return demand.workplace === undefined
        ? ""
        : pen.draw.chance(0.5)
          ? spellRegion(demand.workplace, pen)
          : (fullRegionName(demand.workplace) ?? "");
    case "urgency":
      return demand.urgency ?? "";
    default:
      return "";
  }
}

/** The demand sheets of a county, one a round (需求征集表), with every row known. */
export function demandSheets(
  seed: number,
  demands: readonly WordedDemand[],
  rounds: readonly string[],
  rates: Readonly<Record<DirtName, number>>,
): KnownSheet<DemandRowTruth>[] {
  const entries = demands.map((worded, index) => ({ worded, index }));
  return rounds.map((round, layout) => {
    const columns = columnsOf(layout);
    const keys = columns.map(({ key }) => key);
    const records = entries
      .filter(({ worded }) => worded.demand.round === round)
      .map(({ worded, index }) => {
        const pen = new Pen(new Draw(subStream(seed, STREAMS.demandRow, index)), rates);
        const written = keys.map((key) => soilCell(key, cellOf(key, worded, pen), pen));
        const cells = shiftRow(keys, written, pen);
        const truth: DemandRowTruth = {
          kind: "record",
          demand: worded.demand.id,
          lost: [...pen.lostKeys].sort(),
          dirt: [...pen.used].sort(),
        };
        return { cells, truth };
      });
    return buildSheet({ seed, number: 16 + layout, name: `demands#${round}`, columns, rates }, records);
  });
}
