/**
 * Why a text that looks like a title is none (非职称原因): `post` 总工程师, 总经理; `job` an employer's own job name, 软件工程师; `qualification` 注册会计师;
 * `role` 博导; `skill-grade` 高级技师; `appointment` 客座教授; `honour` 院士; `membership` 会员; `unranked` 助理教授, which no series has;
 * `occupation` an everyday word that is a title only in its series, 管理员.
 */
export type TitleRefusal =
  | "post"
  | "job"
  | "qualification"
  | "role"
  | "skill-grade"
  | "appointment"
  | "honour"
  | "membership"
  | "unranked"
  | "occupation";
