/** What an employer is by its name (单位性质): a school, hospital, office or institute, or an enterprise. */
export type EmployerKind = "institution" | "enterprise";

/** Endings of enterprises' names, with a branch or a remark behind them. */
const ENTERPRISE =
  /(?:公司|集团|工厂|[^工]厂|企业|合作社|商行|银行|酒店|宾馆|商场|超市|工作室|事务所|有限合伙|农场|矿|店)(?:[(（].*[)）])?$|(?:公司|集团).{0,12}(?:分公司|分行|支行|事业部|项目部|办事处)|\b(?:inc|ltd|llc|gmbh|corp|co|company|limited|group|bank)\b\.?/iu;

/**
 * Whether an employer is an institution or an enterprise, by its name (机构或企业).
 * What no ending tells counts as an institution: offices and schools have many kinds of names, enterprises must carry theirs.
 * @complexity O(length)
 * @source 企业名称登记管理规定: an enterprise's name ends in its form of organisation
 */
export function employerKind(name: string): EmployerKind {
  return ENTERPRISE.test(name) ? "enterprise" : "institution";
}
