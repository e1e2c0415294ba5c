import { checkOneOf, checkOptions, GuiyanError } from "../errors/index.js";
import type { Linkage } from "../linkage/index.js";
import type { Talent } from "../model/index.js";
import { accountSheets, type ReadAccount } from "./account-sheets.js";
import { conflictSheet } from "./conflict-sheet.js";
import { linkModelSheet } from "./link-model-sheet.js";
import { mergedSheet } from "./merged-sheet.js";
import { peopleSheet } from "./people-sheet.js";
import { reviewSheet } from "./review-sheet.js";
import { TIERS, type Tier } from "./tier.js";
import type { LinkageView, RecordOrigin } from "./told-records.js";
import { LANGS, type Lang } from "./wording.js";
import type { SheetModel, WorkbookModel } from "./workbook-model.js";

/** Options of {@link buildLinkageWorkbook}. */
export interface LinkageWorkbookOptions {
  /** Default `zh`. */
  readonly lang?: Lang;
  /** Every sheet names persons: no other tier is written. */
  readonly tier?: Extract<Tier, "internal">;
  /** Where a record was read, by its id. Default: no list is named, records go by their ids. */
  readonly originOf?: (recordId: string) => RecordOrigin | undefined;
  /** What was read from which file, for the quality and issue sheets. */
  readonly accounts?: readonly ReadAccount[];
  /** Writes a name in Latin letters beside the Chinese one (with `lang: "en"`). */
  readonly romanise?: (name: string) => string;
}

/** The guide sheet: what the sheets and columns mean, in plain words. */
const GUIDE: Readonly<Record<Lang, readonly (readonly [string, string])[]>> = {
  zh: [
    ["人员", "每人一行：各名单的记录合成一条，记录数为合成它的记录条数。"],
    ["合并", "由多条记录合成的人，逐条并列。每条与已列出的记录中最相符的一条对照，首条为起点；该人凭这些依据合在一起。"],
    ["待核", "应由人工看一眼的记录对，最要紧的在前。不确定度最大为 1；影响为涉及的记录数（或另行设定的权重）；两者之积决定次序。"],
    ["取舍", "各记录说法不一的事实：采用了什么、按何规则、谁说的；未采用的说法由谁提出、因何落选。"],
    ["模型", "各种相符与不符值多少证据，均由名单自身学得。m 为同一人的记录对中出现的比例，u 为不同人的记录对中的比例，证据为 log2(m/u)。"],
    ["证据（位）", "先验与各项证据之和。每多 1 位，同一人的可能翻一倍；常见的姓名、单位比罕见的少得一些。缺失的信息不作证据。"],
    ["概率", "两条记录是同一人的概率。低于合并线的不合并；预计合并准确率为所合并记录对概率的平均值。"],
  ],
  en: [
    ["people", "One row a person: the records of all lists made one; how many there were."],
    [
      "merged",
      "People of several records, these side by side. Each is compared with the one of those above it that it agrees with most, the first being the start: what holds the person together.",
    ],
    [
      "review",
      "Pairs that somebody should look at, the most urgent first. Uncertainty is 1 at most; stake is the number of records concerned, or what was set; their product is the order.",
    ],
    [
      "conflicts",
      "Facts on which records differ: what was taken, by which rule, who says it; what was not taken, who says that, and what put it out.",
    ],
    [
      "model",
      "What agreeing or not is worth, learnt from the lists themselves. m: share among pairs of one person; u: among pairs of different people; bits: log2(m/u).",
    ],
    [
      "bits",
      "Each bit doubles the odds of one person; frequent names and employers bring less than rare ones. A missing fact is no evidence.",
    ],
    [
      "probability",
      "That two records are one person. Below the line they are not merged; the expected precision is the mean probability of the pairs above it.",
    ],
  ],
};

function guideSheet(lang: Lang): SheetModel {
  const [name, header] = lang === "zh" ? (["说明", ["项目", "含义"]] as const) : (["Guide", ["item", "meaning"]] as const);
  return { name, header, rows: GUIDE[lang], columnWidths: [20, 130], freezeHeader: true };
}

/**
 * The workbook of linked lists (名单关联工作簿): everybody once; whose records were merged and on what evidence; what somebody should look at; where records
 * differ and which value was taken; the model; what was read and what was unclear; a guide.
 *
 * Every sheet names persons: it is for internal readers, and no other tier is written.
 * @param options `originOf` names the list and row of a record
 * @throws GuiyanError `unknown-option`; `invalid-option`, also for another tier than `internal`
 * @complexity O(records + Σ members² of people + pairs log pairs)
 * @example
 * const linkage = linkRecords([
 *   { id: "a", name: "张伟", phone: "16000000001", organization: "南乐甲食品有限公司" },
 *   { id: "b", name: "张玮", phone: "16000000001", organization: "南乐县甲食品公司" },
 *   { id: "c", name: "李娜", phone: "16051230083", organization: "濮阳市第五中学" },
 * ]);
 * linkage.decide("a", "b", "same");
 * const { sheets } = buildLinkageWorkbook(linkage, { lang: "en", originOf: (id) => ({ list: id === "b" ? "experts" : "officials" }) });
 * console.log(sheets.map(({ name, rows }) => `${name} ${rows.length}`).slice(0, 2)); // → [ 'People 2', 'Merged 2' ]
 */
export function buildLinkageWorkbook<T extends Talent>(linkage: Linkage<T>, options: LinkageWorkbookOptions = {}): WorkbookModel {
  const place = "buildLinkageWorkbook";
  checkOptions(place, options, ["lang", "tier", "originOf", "accounts", "romanise"]);
  const lang = checkOneOf(place, "lang", options.lang ?? "zh", LANGS);
  const tier = checkOneOf(place, "tier", options.tier ?? "internal", TIERS);
  if (tier !== "internal")
    throw new GuiyanError("invalid-option", `${place}: expected the tier internal, since every sheet names persons; received ${tier}`, {
      path: ["tier"],
    });
  const { originOf, accounts = [], romanise } = options;
  if (originOf !== undefined && typeof originOf !== "function")
    throw new GuiyanError("invalid-option", `${place}: expected originOf to be a function`, { path: ["originOf"] });
  const view: LinkageView<T> = {
    linkage,
    lang,
    originOf: originOf ?? (() => undefined),
    nameText: (name) => {
      const latin = romanise === undefined ? name : romanise(name);
      return latin === name ? name : `${name} (${latin})`;
    },
  };
  return {
    sheets: [
      peopleSheet(view),
      mergedSheet(view),
      reviewSheet(view),
      conflictSheet(view),
      linkModelSheet(linkage.model, lang),
      ...accountSheets(accounts, lang),
      guideSheet(lang),
    ],
  };
}
