/** What an employer is by its name (单位性质): a school, hospital, office or institute, or an enterprise. */
export type EmployerKind = "institution" | "enterprise";

/** Forms of organisation that enterprises' names end in; the central bank is none. */
const FORM =
  "公司|集团|厂|企业|合作社|商行|(?<!人民)银行|酒店|宾馆|商场|超市|商店|药店|书店|饭店|工作室|事务所|有限合伙|农场|煤矿|矿业|铁矿|金矿";
/** The same at the end, before a remark in brackets, or before a branch of its own. */
const ENTERPRISE = new RegExp(`(?:${FORM})(?:[(（].*[)）]|.{0,15}(?:分公司|分行|支行|营业部|事业部|项目部|办事处|分店|门店))?$`, "u");
/** Forms of foreign names. */
const FOREIGN = /\b(?:inc|ltd|llc|gmbh|corp|corporation|co|company|limited|group|bank)\b\.?/iu;

/**
 * Whether an employer is an institution or an enterprise, by its name (机构或企业).
 * What no ending tells counts as an institution: offices and schools have many kinds of names, enterprises must carry theirs.
 * @complexity O(length)
 * @source 企业名称登记管理规定: an enterprise's name ends in its form of organisation
 */
export function employerKind(name: string): EmployerKind {
  return ENTERPRISE.test(name) || FOREIGN.test(name) ? "enterprise" : "institution";
}
