import { matchKey } from "../text/index.js";

/** Brackets behind a complete name hold a remark: 南乐甲食品有限公司（总部）, 甲合伙企业（有限合伙）. */
const REMARK = /(?<=公司|集团|企业|合作社|厂)[([【〔][^()[\]【】〔〕]*[)\]】〕]?$/u;
/** Brackets within a name hold its place, which may as well stand at the head: 红光（北京）酒业 is 北京红光酒业. */
const PLACE = /^(.*?)[([【〔](?!集团|股份|控股)([^()[\]【】〔〕]+)[)\]】〕]/u;

/** Legal forms of a company, with the word for a group before them. */
const COMPANY_FORM = /(?:集团)?(?:股份)?有限(?:责任)?公司/gu;
/** What a clerk leaves of them at the end; 总公司, 分公司 and the like belong to the name. */
const SHORT_FORM = /(?:集团)?(?:股份(?:公司)?|(?<![总分子支母])公司)$|集团$/u;

/** Generic parts (通名) of the places at the head, the widest first; a 超市, 城市 or 县域 is no place. */
const HEAD_GENERICS = [
  /^(\p{Script=Han}{2,3})省(?![心级])/u,
  /^(\p{Script=Han}{2,6}?)(?<![超夜]|.{2}[城都集门])市(?![场政民级容部])/u,
  /^(\p{Script=Han}{2,7}?)县(?![域级委])/u,
] as const;

/** Names that a city shares with a county or province, so that only the generic part tells the two apart; held to the region table by a test. */
const NAMESAKES = /(?:承德|抚顺|辽阳|铁岭|朝阳|吉林|通化|南昌|吉安|安阳|新乡|濮阳|长沙|湘潭|衡阳|邵阳|岳阳|临夏|乌鲁木齐|和田|伊宁)$/u;

/**
 * The key under which two spellings of an employer's name meet (单位匹配键); two names are one employer where their keys are equal.
 *
 * Folded: width, script, case, blanks and punctuation; the form of organisation (有限公司, 有限责任公司, 股份有限公司, 公司) and 集团 before it; a remark in brackets
 * behind the form; a place in brackets, which moves to the head; 省, 市 and 县 of the places at the head, where no other place goes by the name.
 *
 * A group and the company that bears exactly its name are one: whoever moves between them changes no employer. Everything else tells employers apart:
 * the place (南乐甲食品 and 清丰甲食品), the trade (甲食品 and 甲饲料), a branch (分公司, 支行) from its firm, the works (厂) from the company.
 * For comparison only: a key is never displayed.
 * @returns undefined where the text names nobody: it holds no letter and no figure
 * @complexity O(length)
 * @source 企业名称相同相近比对规则 (工商企注字〔2017〕133号) art. 3: names of one registry count as the same whose parts differ in order, in place or in form
 *   Differs: a name without its place stays apart from the name with it, since employers here are of many registries; a works stays apart
 *   from the company.
 * @example
 * console.log(employerKey("南乐县甲食品（集团）有限责任公司") === employerKey("南乐甲食品集团")); // → true
 * console.log(employerKey("南乐县甲食品有限公司") === employerKey("清丰县甲食品有限公司")); // → false
 */
export function employerKey(name: string): string | undefined {
  const whole = matchKey(name);
  const named = whole.replace(REMARK, "").replace(PLACE, "$2$1");
  // Punctuation goes before the forms do, so that the brackets of （集团） do not part them.
  const bare = named.replace(/\p{P}/gu, "");
  const core = bare.replace(COMPANY_FORM, "").replace(SHORT_FORM, "");
  // A name that is nothing but a form (有限公司) stays as it is.
  let key = core === "" ? bare : core;
  for (const generic of HEAD_GENERICS) key = key.replace(generic, (head, place: string) => (NAMESAKES.test(place) ? head : place));
  return /[\p{L}\p{N}]/u.test(key) ? key : undefined;
}
