import type { AssignmentPlan } from "../assignment/index.js";
import { checkOneOf, checkOptions } from "../errors/index.js";
import type { Cell } from "../model/index.js";
import type { CallbackEntry, ContactPlan } from "../outreach/index.js";
import type { DemandList, Recommendation, RecommendedTalent } from "../recommend/index.js";
import type { RegistryQuality } from "../registry/index.js";
import { accountSheets, type ReadAccount } from "./account-sheets.js";
import { callbackSheet } from "./callback-sheet.js";
import { chainTotals } from "./chain-totals.js";
import { contactSheet, planSheets } from "./plan-sheets.js";
import { registryQualitySheet } from "./registry-quality-sheet.js";
import { type Naming, namingFor, TIERS, type Tier } from "./tier.js";
import { codeName, dimensionName, LANGS, type Lang, markOf, PART_ORDER, ruleTicks } from "./wording.js";
import type { SheetModel, WorkbookModel } from "./workbook-model.js";

/** Options of {@link buildRankedWorkbook}. */
export interface RankedWorkbookOptions {
  /** Default `zh`. */
  readonly lang?: Lang;
  /** Default `internal`. */
  readonly tier?: Tier;
  /** What was read from which file, for the quality and issue sheets. */
  readonly accounts?: readonly ReadAccount[];
  /** Quality of the registry, for internal readers. */
  readonly quality?: RegistryQuality;
  /** Whom to telephone, for internal readers. */
  readonly callbacks?: readonly CallbackEntry[];
  /** Who goes where over all demands, for internal readers and, without names, for enterprises. */
  readonly plan?: AssignmentPlan;
  /** Whom to contact in which week, for internal readers. */
  readonly contacts?: ContactPlan;
  /** Writes a name in Latin letters beside the Chinese one (with `lang: "en"`). */
  readonly romanise?: (name: string) => string;
}

const HEADINGS = {
  zh: {
    ranked: "推荐清单",
    demands: "需求汇总",
    chains: "产业链汇总",
    guide: "说明",
    demand: ["需求编号", "企业", "岗位", "人数"],
    talent: ["名次", "人才编号", "姓名", "工作单位", "得分"],
    interval: ["最低", "最高", "并列", "待核实"],
    rest: ["硬性条件", "推荐理由"],
    other: "其他",
    none: "无符合硬性条件的人选",
    yes: "是",
    summary: ["需求编号", "企业", "岗位", "产业链", "轮次", "人数", "紧急程度", "符合硬性条件人数", "首位得分", "条件"],
  },
  en: {
    ranked: "Ranked lists",
    demands: "Demands",
    chains: "Chains",
    guide: "Guide",
    demand: ["demand", "enterprise", "post", "headcount"],
    talent: ["rank", "talent", "name", "employer", "score"],
    interval: ["low", "high", "tied", "to verify"],
    rest: ["hard rules", "reason"],
    other: "other",
    none: "nobody meets the hard requirements",
    yes: "yes",
    summary: [
      "demand",
      "enterprise",
      "post",
      "chain",
      "round",
      "headcount",
      "urgency",
      "meet the hard rules",
      "first place",
      "requirements",
    ],
  },
} as const;

/** The guide sheet: what the columns mean, in plain words. */
const GUIDE: Readonly<Record<Lang, readonly (readonly [string, string])[]>> = {
  zh: [
    ["得分", "满分 100。各维度相似度（0–1000 的整数）按权重（合计 1000）加权求和，精确到四位小数；相同输入必得相同结果。"],
    ["领域、职称、地域、学历", "该维度贡献的分数，四项（及其他）之和等于得分；空白表示该需求未要求此项。"],
    ["最低、最高", "信息缺失时的区间：缺失信息取最差、最好时的得分。两者相同表示没有缺失。"],
    ["并列", "全库另有得分相同者；同分按编号排序。"],
    ["待核实", "有硬性条件因信息缺失无法判断，需电话核实。"],
    ["硬性条件", "✓ 满足，? 待核实。不满足者不进入清单。"],
    ["整体分配", "全部需求一起考虑：一人只去一处，在全库范围内总分最高，并已证明没有更好的分配。"],
    ["缺额", "仍有空岗的需求。同一缺额组的需求合起来要的人多于全库符合条件的人，非得另有具备所列条件的人才能补上。"],
    ["联络批次", "按周安排联络：紧急的需求在先，同一人、同一企业、每一周都有上限；县内企业之间不互相挖人。"],
    ["回访名单", "按缺失或过期信息对排名的影响排序：区间合计为各项需求“最高−最低”之和。注明勿扰的人不在其中。"],
    [
      "人才库质量",
      "完整：应知信息齐全；有效：代码、号码合规；新鲜：一年内采集；不重复：与他人无同号、同名同单位等疑似重复。括号内为 95% 区间。",
    ],
    ["未采用的条件", "性别、年龄、民族、婚姻、政治面貌、宗教等限制只作提示，从不计分。"],
  ],
  en: [
    [
      "score",
      "Out of 100. Similarities (integers 0–1000) weighted by weights that sum to 1000; exact to four decimals, the same input always gives the same result.",
    ],
    ["field, title, region, degree", "What the dimension contributes; the parts sum to the score. Blank: the demand does not ask for it."],
    ["low, high", "The interval where facts are missing: the score were they the worst, and the best. Equal: nothing is missing."],
    ["tied", "Another talent of the whole registry has the same score; equal scores are ordered by id."],
    ["to verify", "A hard requirement cannot be told because a fact is missing: call and ask."],
    ["hard rules", "✓ holds, ? to verify. Who fails one is not listed."],
    [
      "plan",
      "All demands together: nobody goes to two places, the sum of scores is the highest over the whole registry, and proven to be.",
    ],
    [
      "shortfalls",
      "Demands with posts left. Those of one group want more people together than the registry has for them: only others who have what is listed would fill them.",
    ],
    [
      "contacts",
      "Whom to contact in which week: urgent demands first, with limits a person, an enterprise and a week; county enterprises do not poach from each other.",
    ],
    [
      "calls",
      "In order of how far missing or stale facts could move the lists: the sum of high − low over all demands. Nobody who asked not to be called.",
    ],
    [
      "registry quality",
      "Complete: all wanted facts known; valid: codes and numbers of the right form; fresh: observed within a year; distinct: no likely double. With 95 % intervals.",
    ],
    ["unused limits", "Limits on sex, age, ethnicity, marital status, politics or religion are shown as notes and never scored."],
  ],
};

function partsOf(match: RecommendedTalent): (number | null)[] {
  const sums = new Map<string, number>();
  for (const { dimension, points } of match.explanation.contributions) {
    const part = PART_ORDER.includes(dimension) ? dimension : "";
    sums.set(part, (sums.get(part) ?? 0) + points);
  }
  return [...PART_ORDER, ""].map((part) => {
    const points = sums.get(part);
    return points === undefined ? null : markOf(points);
  });
}

function rankedSheet(lists: readonly DemandList[], naming: Naming, lang: Lang, nameOf: (match: RecommendedTalent) => string): SheetModel {
  const words = HEADINGS[lang];
  const rows: Cell[][] = [];
  for (const { demand, matches } of lists) {
    const head: Cell[] = [demand.id, demand.enterprise ?? null, demand.post ?? null, demand.headcount ?? null];
    for (const match of matches) {
      rows.push([
        ...head,
        match.rank,
        naming.id(match.talent),
        nameOf(match),
        naming.organization(match.talent),
        markOf(match.points),
        ...partsOf(match),
        markOf(match.low),
        markOf(match.high),
        match.tied ? words.yes : null,
        match.toVerify ? words.yes : null,
        ruleTicks(match.explanation.rules, lang) || null,
        match.explanation.sentence[lang],
      ]);
    }
    if (matches.length === 0) rows.push([...head, ...Array<null>(15).fill(null), words.none]);
  }
  const parts = [...PART_ORDER.map((dimension) => dimensionName(dimension, lang)), words.other];
  return {
    name: words.ranked,
    header: [...words.demand, ...words.talent, ...parts, ...words.interval, ...words.rest],
    rows,
    columnWidths: [15, 30, 18, 6, 6, 18, 16, 28, 9, 8, 8, 8, 8, 8, 9, 9, 6, 8, 28, 90],
    freezeHeader: true,
    numberFormats: Object.fromEntries([8, 9, 10, 11, 12, 13, 14, 15].map((column) => [column, "0.00"])),
  };
}

/** A demand's requirements in words, each with its kind. */
function requirementText({ demand }: DemandList, lang: Lang): string {
  const kinds =
    lang === "zh"
      ? { hard: "须", soft: "优先", exclude: "排除", ignore: "未采用" }
      : { hard: "must", soft: "prefers", exclude: "not", ignore: "unused" };
  const { requirements } = demand;
  // A hard level also weighs, read from the same words: one entry says both.
  const saidByRule = ({ dimension, kind, sourceText }: (typeof requirements)[number]): boolean =>
    kind === "soft" &&
    sourceText !== undefined &&
    requirements.some((rule) => rule.kind === "hard" && rule.dimension === dimension && rule.sourceText === sourceText);
  return requirements
    .filter((requirement) => !saidByRule(requirement))
    .map(({ dimension, kind, values, sourceText }) => {
      const names = values.slice(0, 3).map((code) => codeName(dimension, code, lang));
      const text = sourceText ?? names.join("/") + (values.length > 3 ? "…" : "");
      return lang === "zh"
        ? `【${kinds[kind]}】${dimensionName(dimension, lang)}：${text}`
        : `[${kinds[kind]}] ${dimensionName(dimension, lang)}: ${text}`;
    })
    .join(lang === "zh" ? "；" : "; ");
}

function demandSheet({ lists, chains }: Recommendation, lang: Lang): SheetModel {
  const words = HEADINGS[lang];
  const chainNames = new Map(chains.map((chain) => [chain.id, chain.name]));
  return {
    name: words.demands,
    header: words.summary,
    rows: lists.map((list) => {
      const { demand, matches, candidates } = list;
      return [
        demand.id,
        demand.enterprise ?? null,
        demand.post ?? null,
        demand.chain === undefined ? null : (chainNames.get(demand.chain) ?? demand.chain),
        demand.round ?? null,
        demand.headcount ?? null,
        demand.urgency ?? null,
        candidates,
        matches[0] ? markOf(matches[0].points) : null,
        requirementText(list, lang),
      ];
    }),
    columnWidths: [15, 30, 18, 16, 10, 6, 8, 10, 10, 80],
    freezeHeader: true,
    numberFormats: { 8: "0.00" },
  };
}

function guideSheet(lang: Lang): SheetModel {
  const header = lang === "zh" ? ["列", "含义"] : ["column", "meaning"];
  return { name: HEADINGS[lang].guide, header, rows: GUIDE[lang], columnWidths: [26, 110], freezeHeader: true };
}

/** What only internal readers see: calls, the registry's quality, what was read and what was unclear. */
function internalSheets(recommendation: Recommendation, options: RankedWorkbookOptions, lang: Lang): SheetModel[] {
  const { accounts, quality, callbacks, contacts } = options;
  const { talents } = recommendation;
  return [
    ...(contacts === undefined ? [] : [contactSheet(contacts, recommendation, lang)]),
    ...(callbacks === undefined ? [] : [callbackSheet(callbacks, talents, lang)]),
    ...(quality === undefined ? [] : [registryQualitySheet(quality, lang)]),
    ...accountSheets(accounts ?? [], lang),
  ];
}

/**
 * The ranked recruitment workbook (引才推荐工作簿): per demand the top talents with points, parts, interval, ticks and reason; demand totals;
 * whom to call; the registry's quality; what was read and what was unclear; a guide.
 *
 * `enterprise` replaces persons by numbers and leaves out issue places; `public` holds totals by chain only, counts under 5 suppressed.
 * @throws GuiyanError `unknown-option`, `invalid-option`
 * @complexity O(demands × k + issues)
 */
export function buildRankedWorkbook(recommendation: Recommendation, options: RankedWorkbookOptions = {}): WorkbookModel {
  checkOptions("buildRankedWorkbook", options, ["lang", "tier", "accounts", "quality", "callbacks", "plan", "contacts", "romanise"]);
  const lang = checkOneOf("buildRankedWorkbook", "lang", options.lang ?? "zh", LANGS);
  const tier = checkOneOf("buildRankedWorkbook", "tier", options.tier ?? "internal", TIERS);
  const guide = guideSheet(lang);
  if (tier === "public") return { sheets: [chainTotals(recommendation, HEADINGS[lang].chains, lang), guide] };
  const naming = namingFor(tier);
  const nameOf = ({ talent }: RecommendedTalent): string => {
    const name = naming.name(talent);
    const latin = name !== "" && options.romanise ? options.romanise(name) : name;
    return latin === name ? name : `${name} (${latin})`;
  };
  return {
    sheets: [
      rankedSheet(recommendation.lists, naming, lang, nameOf),
      demandSheet(recommendation, lang),
      ...(options.plan === undefined ? [] : planSheets(options.plan, recommendation, naming, lang)),
      ...(tier === "internal" ? internalSheets(recommendation, options, lang) : []),
      guide,
    ],
  };
}
