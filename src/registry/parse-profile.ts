import { DIRECT_LOOKUPS, type Profile, readProfile } from "./read-profile.js";

/**
 * Reads what a sentence of a résumé states about its person (简历语句解析): highest completed degree, highest title, native place, fields of study,
 * present employer and post.
 *
 * What is not clear is left out: 研究生 without 硕 or 博 gives no `degree`, 总工程师 and 注册会计师 give no `title`, 兼职教授 neither; 在读 goes to
 * `inProgressDegree`. Names and other personal data are not read.
 * @complexity O(length)
 * @example
 * const profile = parseProfile("1970年生，江苏省无锡市人，硕士研究生，高级工程师职称，现任某某大学副校长。");
 * console.log(profile.degree, profile.title?.grade, profile.hometown, profile.post); // master associate-senior 320200 副校长
 */
export function parseProfile(text: string): Profile {
  return readProfile(text, DIRECT_LOOKUPS);
}
