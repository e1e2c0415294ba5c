/** How a résumé opens what someone does now (现职). */
const NOW = /^(?:现任|现为|现担任|现就职于|现任职于|现供职于|现在)/;
/** Longest name of an employer, its last part included. */
const EMPLOYER = /^.{2,40}(?:有限公司|公司|集团|大学|学院|学校|医院|研究院|研究所|事务所|银行|委员会|管理局|协会|学会|商会|中心|厂|局)/;
/** Words that name no employer by themselves. */
const GENERIC = /^(?:本|该|我)?(?:公司|集团|股份有限公司)$/;

/** Employer and post that a résumé states as present. */
export interface ProfilePost {
  readonly organization?: string;
  readonly post?: string;
}

/**
 * Present employer and post of a résumé (现任单位和职务): the first clause that opens with 现任, parted after the employer's name.
 * @complexity O(clauses)
 */
export function profilePost(clauses: readonly string[]): ProfilePost {
  for (const clause of clauses) {
    const opening = NOW.exec(clause);
    if (opening === null) continue;
    const said = clause.slice(opening[0].length, opening[0].length + 80);
    const employer = EMPLOYER.exec(said)?.[0];
    const named = employer !== undefined && !GENERIC.test(employer);
    const post = said.slice(employer?.length ?? 0);
    return { ...(named ? { organization: employer } : {}), ...(post === "" ? {} : { post }) };
  }
  return {};
}
