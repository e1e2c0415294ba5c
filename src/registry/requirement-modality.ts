import type { RequirementKind } from "../model/index.js";

/** Words that make a wish of a condition (优先类用语). */
export const PREFERS = /优先|更佳|尤佳|者佳|为佳|更好|加分|最好|希望|倾向|从优|为宜|尽量/;
/** Words that make a floor of a level (下限用语), right behind it. */
const FLOOR =
  /^(?:学历|学位|毕业|生|职称|专业)*(?:\((?:含|不含)[^)]*\)|\((?:或|及)?(?:相当|同等)[^)]*\))?(?:及|或)?(?:其)?以上|^(?:学历|学位)?起/;
/** Words that make a condition binding (必备类用语). */
const MUST = /必须|须|必备|仅限|仅面向|只面向|只限|只招|只要(?!是)|仅招|限(?!制)|要求具[有备]|至少|不低于|不少于|务必|一定要/;
/** Words that soften a minimum (放宽类用语). */
export const RELAXES = /放宽|可(?:以|适当)?降(?:低)?[至到低]|可不作要求|可不受|不受(?:\p{Script=Han}{0,6})限制?|破格/u;
/** Alternatives granted after a minimum: 优秀本科亦可. */
export const ALSO = /亦可|也可以?|也行|都行/;
/** Words that reject (排除类用语). */
const REJECTS = "不要(?!求)|不招|不收|不接受|不考虑|不予(?:考虑|受理|录用|报名)?|勿扰|免谈|谢绝|排除|除外";

/** Form in which a clause rejects something (排除句式). */
export interface Rejection {
  /** What is rejected, or must hold for `inverted`. */
  readonly text: string;
  /** 非化工专业勿扰, 大专以下勿扰, 南乐县以外不招: what is named must hold. */
  readonly inverted: boolean;
}

const TAIL = `(?:的|者|人员|毕业生?){0,3}(?:一律|请)?`;
const INVERTED = [
  // 不接受本科以下, 未取得硕士学位者勿扰: the level named must hold.
  new RegExp(`^请?(?:${REJECTS})(.{1,40}?)以下(?:学历|学位|职称)?(?:的|者|人员){0,3}$`),
  new RegExp(`^(?:无|没有|未取得|未获得|不具[有备])(.{1,40}?)${TAIL}(?:${REJECTS})`),
  new RegExp(`^((?:现)?(?:居住地?|常住地?|户籍|籍贯|工作地?))(?:不在|不是|非)(.{1,40}?)${TAIL}(?:${REJECTS})`),
  new RegExp(`^非(.{1,40}?)${TAIL}(?:谢绝)?(?:${REJECTS})`),
  new RegExp(`^(.{1,40}?)(?:以外|之外)(.{0,12}?)${TAIL}(?:${REJECTS})`),
  new RegExp(`^(.{1,40}?)以下(?:学历|学位|职称)?${TAIL}(?:${REJECTS})`),
];
const DIRECT = [
  /^除了?(.{1,40}?)(?:以外|之外|外)(?:的?(?:其[他它余])?(?:专业|人员)?(?:均|都|皆)?(?:可|不限|可以|可报名|报名){0,3})?/,
  new RegExp(`^(.{1,40}?)${TAIL}(?:${REJECTS})$`),
  new RegExp(`^(?:请?${REJECTS})(.{1,60})$`),
];

/**
 * How a clause rejects something (排除句式识别): 不要X, 除X外, X勿扰; 非X勿扰 and X以下勿扰 turn it round.
 * @complexity O(length)
 */
export function rejectionOf(text: string): Rejection | undefined {
  for (const pattern of INVERTED) {
    const match = pattern.exec(text);
    if (match !== null) return { text: `${match[1] ?? ""}${match[2] ?? ""}`, inverted: true };
  }
  for (const pattern of DIRECT) {
    const match = pattern.exec(text);
    if (match?.[1] !== undefined) return { text: match[1], inverted: false };
  }
  return undefined;
}

/** Where a mention stands among the words of its clause. */
export interface MentionWords {
  /** Words between the mention before, or the clause's beginning, and this one. */
  readonly before: string;
  /** Words up to the next mention, or the clause's end. */
  readonly after: string;
  /** What the mention after this one was found to be. */
  readonly next: RequirementKind | undefined;
  /** Whether a level has a floor of its own: 及以上. */
  readonly level: boolean;
}

/** Words that only join two mentions: 濮阳籍、中共党员、硕士优先. */
const JOINS = /^(?:者|人员|的|人士|籍|学历|学位|专业|毕业生?)*(?:[、/]|或者?|和|及|与|且)?$/;

/**
 * Kind of one mention (条件性质判定), from its own words: what follows it decides, then what stands before, then the mention it is joined to.
 * @returns undefined where no word tells
 */
export function kindOfWords({ before, after, next, level }: MentionWords): RequirementKind | undefined {
  const relaxed = /^(?:学历|学位|职称)*\(?(?:特别|条件|业绩)?(?:优秀|突出)?(?:者|的)?可?(?:适当)?放宽/.test(after);
  if (relaxed || PREFERS.test(after)) return "soft";
  if (MUST.test(after)) return "hard";
  if (level && FLOOR.test(after)) return PREFERS.test(before) ? "soft" : "hard";
  if (PREFERS.test(before)) return "soft";
  if (MUST.test(before)) return "hard";
  return next !== undefined && JOINS.test(after) ? next : undefined;
}
