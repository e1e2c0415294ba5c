/** Scored facts that a call can ask for. */
export const ASKED_MEMBERS = ["residence", "hometown", "fields", "degree", "title"] as const;
/** A scored fact that a call can ask for (待核实信息). */
export type AskedMember = (typeof ASKED_MEMBERS)[number];

/** A question in both languages. */
export interface Question {
  readonly zh: string;
  readonly en: string;
}

const MISSING: Readonly<Record<AskedMember, Question>> = {
  residence: { zh: "现在常住在哪个省、市、县（区）？", en: "Which province, city and county or district do you live in now?" },
  hometown: { zh: "籍贯是哪个县（区）？", en: "Which county or district is your family from?" },
  fields: { zh: "所学专业和现在的研究或工作领域是什么？", en: "What did you study, and what field do you work in now?" },
  degree: { zh: "已取得的最高学历和学位是什么？", en: "What is the highest degree you hold?" },
  title: { zh: "已取得的最高职称（级别）是什么？没有也请说明。", en: "What is the highest professional title you hold, if any?" },
};

const STALE: Readonly<Record<AskedMember, Question>> = {
  residence: {
    zh: "常住地有变动吗？现在在哪个省、市、县（区）？",
    en: "Have you moved? Which province, city and county or district is it now?",
  },
  hometown: { zh: "登记的籍贯是否准确？", en: "Is the native place on record right?" },
  fields: { zh: "研究或工作领域有变化吗？", en: "Has your field of work changed?" },
  degree: { zh: "学历、学位有提升吗？", en: "Have you earned a further degree?" },
  title: { zh: "职称有晋升吗？", en: "Have you been promoted to a higher professional title?" },
};

const COARSE: Readonly<Record<AskedMember, Question>> = {
  ...MISSING,
  residence: { zh: "常住地请具体到县（区）。", en: "Please name the county or district you live in." },
  hometown: { zh: "籍贯请具体到县（区）。", en: "Please name the county or district your family is from." },
  fields: { zh: "专业请具体到学科方向。", en: "Please name your field more exactly." },
};

/** What to ask on the telephone (电话询问用语), by why the fact is asked. */
export function questionOf(member: AskedMember, reason: "missing" | "stale" | "coarse"): Question {
  return (reason === "missing" ? MISSING : reason === "stale" ? STALE : COARSE)[member];
}
