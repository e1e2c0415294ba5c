import { type TitleGrade, titleMentions, titles } from "../taxonomy/index.js";

/** A grade of professional title that a clause asks for (职称条件). */
export interface TitleAsk {
  readonly start: number;
  readonly end: number;
  readonly grade: TitleGrade;
}

const GRADES: ReadonlyMap<string, TitleGrade> = new Map([
  ["正高", "senior"],
  ["副高", "associate-senior"],
  ["高级", "associate-senior"],
  ["中级", "intermediate"],
  ["初级", "elementary"],
]);
/** A grade without a name: 副高以上, 中级职称; 高级 and 中级 alone may rank anything (高级经理). */
const BARE =
  /(正高|副高)级?(?!中|铁)(?:专业技术)?(?:职称|技术职务|职务|资格)?|(高级|中级|初级)(?:(?:及|或)?以上)?(?:专业)?(?:技术)?(?:职称|技术职务|技术资格|技术任职资格)|(中级|初级)(?=(?:及|或)以上(?:$|[^技工])|优先)|^(中级|初级)$|职称(?:须|应|为|是|:)*(高级|中级|初级)/g;
/** Words behind a named title that ask for it. */
const ASKED_AFTER =
  /^(?:\(含\)|等|或?(?:相当|同等)|\)|\()*(?:(?:及|或)?以上|(?:等)?(?:专业)?(?:技术)?(?:职称|资格|职务)|优先|必须|者|也可|亦可|均可|尤佳|更佳|最好|即可|加分|[之任其]一|具[有备](?:之一|其一)|等任一)/;
/** Words before one that do. */
const ASKED_BEFORE = /(?:具[有备]|取得|持有|须|必须|限|要求|需|有|职称[为是:]?|获得?)(?:\p{Script=Han}{0,6})$/u;
const JOINT = /^(?:职称|资格|等)?(?:或者?|[、/]|及|和)$/;

/**
 * Grades of title that a clause asks for, alternatives as the lower one: 主任医师或副主任医师 asks for 副高. A named title counts only where the clause
 * asks for it (具有…职称, …优先, …以上) or is nothing else; 招聘高级工程师 names a post.
 * @param topical whether a label says that the clause is about titles
 * @complexity O(length × longest title)
 */
export function titleAsks(text: string, topical: boolean): TitleAsk[] {
  const found: (TitleAsk & { readonly sure: boolean })[] = [];
  for (const match of text.matchAll(BARE)) {
    const grade = GRADES.get((match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? "").slice(0, 2));
    if (grade !== undefined) found.push({ start: match.index, end: match.index + match[0].length, grade, sure: true });
  }
  // 职称：高级 means the grade below 正高, as offices write it.
  const labelled = topical && found.length === 0 ? /^(正高|副高|高级|中级|初级)/.exec(text) : null;
  const told = GRADES.get(labelled?.[1] ?? "");
  if (told !== undefined) found.push({ start: 0, end: labelled?.[0].length ?? 0, grade: told, sure: true });
  const mentions = titleMentions(text).filter(({ start, end }) => found.every((other) => end <= other.start || start >= other.end));
  for (const { start, end, grade } of mentions) {
    const sure = topical || ASKED_AFTER.test(text.slice(end)) || ASKED_BEFORE.test(text.slice(0, start));
    found.push({ start, end, grade, sure });
  }
  found.sort((a, b) => a.start - b.start);
  const asks: (TitleAsk & { sure: boolean })[] = [];
  for (const one of found) {
    const previous = asks.at(-1);
    if (previous !== undefined && JOINT.test(text.slice(previous.end, one.start))) {
      const grade = titles.rank(one.grade) < titles.rank(previous.grade) ? one.grade : previous.grade;
      asks[asks.length - 1] = { start: previous.start, end: one.end, grade, sure: previous.sure || one.sure };
    } else asks.push({ ...one });
  }
  // 教授、研究员: a clause of titles alone asks for them.
  // 工程师 and 技术员 by themselves are what a post is called.
  const alone =
    asks.length === 1 &&
    titles.atLeast(asks[0]?.grade ?? "none", "associate-senior") &&
    /^[(),\s]*$/.test(text.slice(0, asks[0]?.start) + text.slice(asks[0]?.end));
  return asks.filter(({ sure }) => sure || alone);
}
