/** Which sheet a header belongs to. */
export type SheetEntity = "talent" | "demand";

/** What a column can hold (列含义), whatever the sheet calls it. */
export type HeaderField =
  | "name"
  | "name_en"
  | "person_no"
  | "row_no"
  | "id_number"
  | "gender"
  | "ethnicity"
  | "nationality"
  | "political_status"
  | "marital_status"
  | "birth_date"
  | "birth_place"
  | "age"
  | "native_place"
  | "region"
  | "address"
  | "postcode"
  | "phone"
  | "fax"
  | "email"
  | "im"
  | "homepage"
  | "employer"
  | "employer_type"
  | "employer_region"
  | "employer_address"
  | "employer_id"
  | "credit_code"
  | "department"
  | "post"
  | "rank"
  | "employment_type"
  | "hire_date"
  | "work_start_date"
  | "work_years"
  | "status"
  | "education"
  | "education_nature"
  | "degree"
  | "school"
  | "major"
  | "graduation_date"
  | "field"
  | "research_direction"
  | "skills"
  | "languages"
  | "title"
  | "title_grade"
  | "certificate"
  | "supervisor"
  | "talent_category"
  | "honours"
  | "outputs"
  | "resume"
  | "expected_post"
  | "expected_region"
  | "expected_salary"
  | "industry"
  | "note"
  | "channel"
  | "source"
  | "observed_date"
  | "referrer"
  | "contact_consent"
  | "job_name"
  | "job_code"
  | "job_category"
  | "headcount"
  | "duty"
  | "education_req"
  | "degree_req"
  | "major_req"
  | "title_req"
  | "experience_req"
  | "skill_req"
  | "language_req"
  | "school_req"
  | "age_req"
  | "age_min"
  | "age_max"
  | "gender_req"
  | "marital_req"
  | "other_req"
  | "salary"
  | "salary_min"
  | "salary_max"
  | "benefits"
  | "work_location"
  | "company_size"
  | "supervising_org"
  | "contact_name"
  | "publish_date"
  | "deadline"
  | "start_date"
  | "end_date"
  | "year"
  | "chain"
  | "segment"
  | "round"
  | "urgency"
  | "other";

/** Fields that hold protected attributes: mapped, told, never read into records. */
export const PROTECTED_FIELDS: ReadonlySet<HeaderField> = new Set<HeaderField>([
  "gender",
  "ethnicity",
  "political_status",
  "marital_status",
  "birth_date",
  "age",
  "age_req",
  "age_min",
  "age_max",
  "gender_req",
  "marital_req",
]);

/** One naming rule: the first whose pattern fits the header's key decides. */
export interface HeaderRule {
  readonly field: HeaderField;
  /** Sheets in which the rule holds; absent means both. */
  readonly entity?: SheetEntity;
  readonly pattern: RegExp;
}
