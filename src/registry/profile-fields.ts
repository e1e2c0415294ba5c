import type { ProfileLookups } from "./read-profile.js";

/** What ends the subject of a course: 会计学|专业, 管理学|硕士, 会计系|毕业. 专业技术 and 专业委员会 are no subject's end. */
const SUBJECT_END =
  /专业(?!技术|委员|人员|人士|人才|从事|资格|课|学院|学校|教授)|(?:双|在职|专业)?(?:博士|硕士|学士)(?!后|生?导师|点)|(?<!硕士|博士)研究生(?=$|学历|毕业)|系(?=毕业|本科|大专|专科|研究生|$)/g;
/** Where a subject begins: after the school, or the verb. */
const SUBJECT_START =
  /大学|学院|学校|分校|党校|研究院|研究所|科学院|职大|电大|夜大|\d年|月|毕业于|就读于|攻读|学习|修读|获得|取得|授予|拥有|具有|本科|专科|大专|在职|系(?!统)|[于获为是的]/g;
/** Longest name of a subject. */
const LONGEST = 20;

/** The subject right before a place of a clause: what follows the last school or verb. */
function subjectBefore(clause: string, end: number): string {
  const text = clause.slice(Math.max(0, end - LONGEST), end);
  let start = 0;
  for (const match of text.matchAll(SUBJECT_START)) {
    const after = match.index + match[0].length;
    if (after < text.length) start = after;
  }
  return text.slice(start);
}

/**
 * Fields of study that clauses of a résumé state (所学专业): 数量经济学专业, 工学硕士, 会计系毕业.
 * @returns field codes in order of mention; a subject with several readings is left out
 * @complexity O(mentions) look-ups of fields
 */
export function profileFields(clauses: readonly string[], lookups: Pick<ProfileLookups, "field">): string[] {
  const codes = new Set<string>();
  const seen = new Set<string>();
  for (const clause of clauses) {
    for (const match of clause.matchAll(SUBJECT_END)) {
      // 工学学士 and 理学学士 keep the 学 of their subject.
      const subject = subjectBefore(clause, match.index).replace(/学位$/, "");
      if (subject.length < 2 || seen.has(subject)) continue;
      seen.add(subject);
      const field = lookups.field(subject);
      if (field.status === "resolved" && field.via !== "fuzzy") codes.add(field.value);
    }
  }
  return [...codes];
}
