import type { Lang } from "./wording.js";

/** Fixed phrases of a letter in one language; what varies is passed in. */
export interface LetterWords {
  readonly heading: string;
  readonly greeting: (addressee: string | undefined) => string;
  readonly opening: (demand: { readonly enterprise: string | undefined; readonly post: string | undefined; readonly id: string }) => string;
  readonly result: string;
  readonly admitted: string;
  readonly admittedWithoutRules: string;
  readonly admittedToVerify: string;
  readonly refused: string;
  readonly points: (points: string, full: string) => string;
  readonly interval: (low: string, high: string) => string;
  readonly place: (rank: number, of: number) => string;
  readonly asked: string;
  readonly soft: (subject: string, asked: string, full: string) => string;
  readonly rule: (subject: string, asked: string, kind: string) => string;
  readonly orAbove: (level: string) => string;
  readonly noneOf: (list: string) => string;
  readonly separator: string;
  readonly known: string;
  readonly holds: (subject: string, held: string) => string;
  readonly nothing: string;
  readonly notKnown: string;
  readonly notFully: (subject: string) => string;
  readonly counted: string;
  readonly compared: (subject: string, held: string, asked: string, relation: string, gained: string) => string;
  readonly uncompared: (subject: string, relation: string, gained: string) => string;
  readonly gained: (points: string, full: string) => string;
  readonly gainedUnknown: (points: string, full: string) => string;
  readonly between: (low: string, high: string) => string;
  readonly verdicts: string;
  readonly verdict: (subject: string, asked: string, kind: string, verdict: string) => string;
  readonly refusedUnknown: string;
  readonly noRules: string;
  readonly unused: string;
  readonly unusedText: string;
  readonly decision: string;
  readonly decisionText: string;
  readonly correction: string;
  readonly correctionText: (office: string | undefined, id: string, demandId: string) => string;
}

const zh: LetterWords = {
  heading: "关于人才需求匹配结果的说明",
  greeting: (addressee) => (addressee === undefined ? "您好：" : `${addressee}：`),
  opening: ({ enterprise, post, id }) =>
    `您登记的信息与${enterprise ?? ""}${post === undefined ? "一项人才需求" : `“${post}”人才需求`}（需求编号：${id}）作了自动比对。` +
    "下面说明比对的结果和由来，内容都取自这次比对的记录。",
  result: "结果",
  admitted: "您符合全部硬性条件，列入候选。",
  admittedWithoutRules: "该需求没有硬性条件，您列入候选。",
  admittedToVerify: "有硬性条件待核实，您暂列候选。",
  refused: "您未列入候选，原因见“硬性条件的结论”。",
  points: (points, full) => `得分${points}分，满分${full}分。`,
  interval: (low, high) => `有的信息尚未掌握，视实际情况，得分应在${low}分至${high}分之间。`,
  place: (rank, of) => `在${of}名候选人中排第${rank}位。`,
  asked: "需求提出的条件",
  soft: (subject, asked, full) => `${subject}：${asked}（软性条件，满分${full}分）`,
  rule: (subject, asked, kind) => `${subject}：${asked}（${kind}）`,
  orAbove: (level) => `${level}及以上`,
  noneOf: (list) => `不属于${list}`,
  separator: "、",
  known: "已掌握的您的信息",
  holds: (subject, held) => `${subject}：${held}`,
  nothing: "无",
  notKnown: "尚未掌握的信息",
  notFully: (subject) => `${subject}（掌握得不全或者不够具体）`,
  counted: "得分的由来",
  compared: (subject, held, asked, relation, gained) => `${subject}：您的“${held}”与要求的“${asked}”相比，${relation}，${gained}`,
  uncompared: (subject, relation, gained) => `${subject}：${relation}，${gained}`,
  gained: (points, full) => `得${points}分，满分${full}分`,
  gainedUnknown: (points, full) => `按未知信息计${points}分，满分${full}分`,
  between: (low, high) => `，视实际情况应在${low}分至${high}分之间`,
  verdicts: "硬性条件的结论",
  verdict: (subject, asked, kind, verdict) => `${subject}：${asked}（${kind}）——${verdict}`,
  refusedUnknown: "；按该需求的规定，未能核实的不列入候选",
  noRules: "该需求没有硬性条件。",
  unused: "没有使用的信息",
  unusedText: "性别、年龄、民族、宗教信仰、政治面貌一律不得用于评分，这次也没有使用。上面没有列出的其他信息都没有计分。",
  decision: "由谁决定",
  decisionText:
    "这一结果只供工作人员参考。是否与您联系、是否录用，由工作人员研究决定，不由程序自动作出。" +
    "根据《中华人民共和国个人信息保护法》关于自动化决策的规定，对您的权益有重大影响的决定，您有权要求说明，也有权拒绝仅由程序作出决定。",
  correction: "如何更正",
  correctionText: (office, id, demandId) =>
    `信息有误或者缺少的，请告知${office ?? "为您登记信息的单位"}，并注明您的编号${id}和需求编号${demandId}。更正或者补充后将重新比对。`,
};

const en: LetterWords = {
  heading: "How you were matched with a demand for talent",
  greeting: (addressee) => (addressee === undefined ? "Hello," : `Dear ${addressee},`),
  opening: ({ enterprise, post, id }) =>
    `Your registered information was compared automatically with a demand for talent${enterprise === undefined ? "" : ` of ${enterprise}`}` +
    `${post === undefined ? "" : `, "${post}"`} (demand number: ${id}). ` +
    "This letter says what came of it and why; everything here is taken from the record of that comparison.",
  result: "Result",
  admitted: "You meet every hard requirement and are a candidate.",
  admittedWithoutRules: "The demand has no hard requirement; you are a candidate.",
  admittedToVerify: "Some hard requirements are still to be verified; until then you are a candidate.",
  refused: 'You are not a candidate; see "Hard requirements" for the reason.',
  points: (points, full) => `You have ${points} of ${full} points.`,
  interval: (low, high) => `Some facts are not known to us; depending on them the points lie between ${low} and ${high}.`,
  place: (rank, of) => `Among ${of} candidates your place is ${rank}.`,
  asked: "What the demand asks",
  soft: (subject, asked, full) => `${subject}: ${asked} (soft requirement, at most ${full} points)`,
  rule: (subject, asked, kind) => `${subject}: ${asked} (${kind})`,
  orAbove: (level) => `${level} or above`,
  noneOf: (list) => `none of ${list}`,
  separator: ", ",
  known: "What we know of you",
  holds: (subject, held) => `${subject}: ${held}`,
  nothing: "none",
  notKnown: "What we do not know",
  notFully: (subject) => `${subject} (not known fully, or not exactly enough)`,
  counted: "How the points came about",
  compared: (subject, held, asked, relation, gained) => `${subject}: yours is "${held}", asked is "${asked}"; ${relation}; ${gained}`,
  uncompared: (subject, relation, gained) => `${subject}: ${relation}; ${gained}`,
  gained: (points, full) => `${points} of ${full} points`,
  gainedUnknown: (points, full) => `counted as an unknown fact, ${points} of ${full} points`,
  between: (low, high) => `, between ${low} and ${high} depending on the fact`,
  verdicts: "Hard requirements",
  verdict: (subject, asked, kind, verdict) => `${subject}: ${asked} (${kind}): ${verdict}`,
  refusedUnknown: "; this demand does not admit what could not be verified",
  noRules: "The demand has no hard requirement.",
  unused: "What was not used",
  unusedText:
    "Sex, age, ethnicity, religion and politics can never be scored and were not used. Nothing else that is not listed above was counted either.",
  decision: "Who decides",
  decisionText:
    "This result is advice to the staff. Whether to contact or to employ you is decided by people, not by a program. Under the rules on automated decisions of " +
    "the Personal Information Protection Law of the People's Republic of China you may ask for an explanation of a decision that weighs heavily on your rights " +
    "and interests, and you may refuse one that is made by a program alone.",
  correction: "How to correct a fact",
  correctionText: (office, id, demandId) =>
    `If something is wrong or missing, please tell ${office ?? "the office that registered you"}, naming your number ${id} and the demand number ${demandId}. ` +
    "The comparison is then made anew.",
};

/** The phrases of a letter by language. */
export const LETTER_WORDS: Readonly<Record<Lang, LetterWords>> = { zh, en };
