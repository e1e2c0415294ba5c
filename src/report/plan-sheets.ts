import type { AssignmentPlan, Shortfall } from "../assignment/index.js";
import type { Cell, Demand, Talent } from "../model/index.js";
import type { ContactPlan, ContactRefusal } from "../outreach/index.js";
import type { Naming } from "./tier.js";
import { codeName, dimensionName, type Lang, markOf } from "./wording.js";
import type { SheetModel } from "./workbook-model.js";

const HEADINGS = {
  zh: {
    plan: "整体分配",
    shortfalls: "缺额",
    contacts: "联络批次",
    demand: ["需求编号", "企业", "岗位"],
    talent: ["人才编号", "姓名", "工作单位"],
    points: ["得分", "最低", "最高", "待核实"],
    short: ["人数", "已满", "尚缺", "原因", "缺额组", "须具备"],
    contact: ["周次", "起始日", "电话", "得分", "未排原因"],
    yes: "是",
  },
  en: {
    plan: "Plan",
    shortfalls: "Shortfalls",
    contacts: "Contacts",
    demand: ["demand", "enterprise", "post"],
    talent: ["talent", "name", "employer"],
    points: ["score", "low", "high", "to verify"],
    short: ["headcount", "filled", "missing", "why", "group", "needs"],
    contact: ["week", "from", "phone", "score", "why not"],
    yes: "yes",
  },
} as const;

const SHORT_REASONS: Readonly<Record<Shortfall["reason"], Record<Lang, string>>> = {
  "too-few": { zh: "符合条件的人不够", en: "too few people meet the hard requirements" },
  outweighed: { zh: "合适的人去别处得分更高", en: "whoever could fill it counts for more elsewhere" },
};

const CONTACT_REASONS: Readonly<Record<ContactRefusal, Record<Lang, string>>> = {
  "do-not-contact": { zh: "本人要求勿扰", en: "asked not to be contacted" },
  "demand-closed": { zh: "需求已关闭", en: "the demand is closed" },
  "own-employer": { zh: "已在该企业", en: "works there already" },
  "county-enterprise": { zh: "已在县内企业", en: "works for a county enterprise" },
  "talent-cap": { zh: "联络次数已满", en: "contacted as often as allowed" },
  "enterprise-cap": { zh: "企业联络数已满", en: "the enterprise has its contacts" },
  "week-limit": { zh: "周数已满", en: "no week left" },
};

/** The plan over all demands (整体分配): who goes where, and demands with posts left, with what would fill them. */
export function planSheets(
  plan: AssignmentPlan,
  { demands, talents }: { readonly demands: readonly Demand[]; readonly talents: readonly Talent[] },
  naming: Naming,
  lang: Lang,
): SheetModel[] {
  const words = HEADINGS[lang];
  const demandOf = new Map(demands.map((demand) => [demand.id, demand]));
  const talentOf = new Map(talents.map((talent) => [talent.id, talent]));
  const head = (id: string): Cell[] => [id, demandOf.get(id)?.enterprise ?? null, demandOf.get(id)?.post ?? null];
  const groupOf = new Map(plan.deficient.flatMap((set, i) => set.demands.map((id) => [id, i + 1] as const)));
  return [
    {
      name: words.plan,
      header: [...words.demand, ...words.talent, ...words.points],
      rows: plan.pairs.map(({ demand, talent, points, low, high, toVerify }): Cell[] => {
        const person = talentOf.get(talent) ?? { id: talent };
        const marks = [points, low, high].map(markOf);
        return [
          ...head(demand),
          naming.id(person),
          naming.name(person),
          naming.organization(person),
          ...marks,
          toVerify ? words.yes : null,
        ];
      }),
      columnWidths: [15, 30, 18, 18, 16, 28, 9, 9, 9, 8],
      freezeHeader: true,
      numberFormats: { 6: "0.00", 7: "0.00", 8: "0.00" },
    },
    {
      name: words.shortfalls,
      header: [...words.demand, ...words.short],
      rows: plan.shortfalls.map(({ demand, posts, filled, reason }): Cell[] => [
        ...head(demand),
        posts,
        filled,
        posts - filled,
        SHORT_REASONS[reason][lang],
        groupOf.get(demand) ?? null,
        needsText(demandOf.get(demand), lang),
      ]),
      columnWidths: [15, 30, 18, 6, 6, 6, 28, 8, 80],
      freezeHeader: true,
    },
  ];
}

/** What somebody must have to fill a demand, in words. */
function needsText(demand: Demand | undefined, lang: Lang): string {
  const rules = (demand?.requirements ?? []).filter(({ kind }) => kind === "hard" || kind === "exclude");
  return rules
    .map(({ dimension, kind, values }) => {
      const names = values.slice(0, 3).map((code) => codeName(dimension, code, lang));
      const text = names.join("/") + (values.length > 3 ? "…" : "");
      const not = kind === "exclude" ? (lang === "zh" ? "非" : "not ") : "";
      return lang === "zh" ? `${dimensionName(dimension, lang)}：${not}${text}` : `${dimensionName(dimension, lang)}: ${not}${text}`;
    })
    .join(lang === "zh" ? "；" : "; ");
}

/** Whom to contact in which week about which post (联络批次), and whom not, with the reason. It names persons and numbers: for internal readers only. */
export function contactSheet(
  { waves, left }: ContactPlan,
  { demands, talents }: { readonly demands: readonly Demand[]; readonly talents: readonly Talent[] },
  lang: Lang,
): SheetModel {
  const words = HEADINGS[lang];
  const demandOf = new Map(demands.map((demand) => [demand.id, demand]));
  const talentOf = new Map(talents.map((talent) => [talent.id, talent]));
  const [week, from, phone, score, why] = words.contact;
  const row = (one: { talent: string; demand: string; points: number }, when: readonly Cell[], reason: string | null): Cell[] => {
    const demand = demandOf.get(one.demand);
    const talent = talentOf.get(one.talent);
    return [
      ...when,
      one.talent,
      talent?.name ?? null,
      talent?.organization ?? null,
      talent?.phone ?? null,
      one.demand,
      demand?.enterprise ?? null,
      demand?.post ?? null,
      markOf(one.points),
      reason,
    ];
  };
  return {
    name: words.contacts,
    header: [week, from, ...words.talent, phone, ...words.demand, score, why],
    rows: [
      ...waves.flatMap((wave) => wave.contacts.map((contact) => row(contact, [wave.week, wave.from ?? null], null))),
      ...left.map((contact) => row(contact, [null, null], CONTACT_REASONS[contact.reason][lang])),
    ],
    columnWidths: [6, 12, 18, 14, 28, 16, 15, 30, 18, 9, 28],
    freezeHeader: true,
    numberFormats: { 9: "0.00" },
  };
}
