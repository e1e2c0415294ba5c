import type { HeaderField } from "./header-vocabulary.js";

/** Members of a talent record and the columns that feed them (人才字段). */
export const TALENT_MEMBERS: ReadonlyMap<HeaderField, string> = new Map<HeaderField, string>([
  ["person_no", "id"],
  ["name", "name"],
  ["phone", "phone"],
  ["email", "email"],
  ["employer", "organization"],
  ["post", "post"],
  ["region", "residence"],
  ["address", "residence"],
  ["employer_region", "residence"],
  ["employer_address", "residence"],
  ["native_place", "hometown"],
  ["education", "degree"],
  ["degree", "degree"],
  ["title", "title"],
  ["title_grade", "title"],
  ["major", "fields"],
  ["field", "fields"],
  ["research_direction", "fields"],
  ["industry", "industries"],
  ["talent_category", "categories"],
  ["resume", "profile"],
  ["channel", "provenance.channel"],
  ["source", "provenance.source"],
  ["observed_date", "provenance.observedAt"],
  ["contact_consent", "doNotContact"],
  ["note", "doNotContact"],
]);

/** Columns whose cells are checked and never kept (只校验、不保存): identity numbers and credit codes. */
export const CHECKED_FIELDS: ReadonlySet<HeaderField> = new Set<HeaderField>(["id_number", "credit_code"]);

/** Members of a demand record and the columns that feed them (需求字段). */
export const DEMAND_MEMBERS: ReadonlyMap<HeaderField, string> = new Map<HeaderField, string>([
  ["job_code", "id"],
  ["employer", "enterprise"],
  ["job_name", "post"],
  ["headcount", "headcount"],
  ["chain", "chain"],
  ["segment", "segment"],
  ["round", "round"],
  ["urgency", "urgency"],
  ["status", "status"],
  ["work_location", "workplace"],
  ["region", "workplace"],
  ["industry", "industry"],
  ["salary", "payPerMonthYuan"],
  ["salary_min", "payPerMonthYuan"],
  ["salary_max", "payPerMonthYuan"],
  ["education_req", "requirements"],
  ["degree_req", "requirements"],
  ["major_req", "requirements"],
  ["title_req", "requirements"],
  ["experience_req", "requirements"],
  ["skill_req", "requirements"],
  ["duty", "requirements"],
  ["other_req", "requirements"],
  ["note", "requirements"],
]);
