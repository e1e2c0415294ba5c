import type { DegreeLevel } from "../degrees.js";

/** An academic degree (学位) as a fact of its own, whatever the education. */
export type AcademicDegree = "bachelor" | "master" | "doctor";

/** How a course was taken (学习形式): 全日制, 在职/非全日制, 函授/业余/夜大, 自考, 网络/电大. */
export type StudyMode = "full-time" | "part-time" | "correspondence" | "self-taught" | "online";

/** How a course ended (结束方式): 毕业, 结业 without diploma, 肄业 left. */
export type StudyCompletion = "graduated" | "concluded" | "withdrew";

/**
 * Why a text that names a level claims none (无法定层次原因): `not-completed` 结业, 肄业; `non-degree-course` 研究生班, 进修班;
 * `equivalent` 同等学力; `position` 博士后; `honorary` 名誉博士; `role` 博士生导师, MBA中心.
 */
export type DegreeRefusal = "not-completed" | "non-degree-course" | "equivalent" | "position" | "honorary" | "role";

/** A word that names a level. */
export interface DegreeWord {
  readonly word: string;
  /** `graduate` is 研究生: master or doctor, not said which. */
  readonly level: DegreeLevel | "graduate";
  /** GB/T 4658 code of the education that the word itself names. */
  readonly education?: string;
  /** Degree that the word itself names. */
  readonly degree?: AcademicDegree;
  /**
   * Whether the word is part of schools' names too (大学, 高中): it counts only as a whole clause or before 学历, 文化, 毕业.
   */
  readonly weak?: true;
  /** Character after which the word is part of another: 学硕 in 理学硕士. */
  readonly notBefore?: string;
}

const words = (
  list: string,
  level: DegreeWord["level"],
  facts: { readonly education?: string; readonly degree?: AcademicDegree; readonly weak?: true; readonly notBefore?: string },
): DegreeWord[] => list.split(" ").map((word) => ({ word, level, ...facts }));

/** Every Chinese word of a level; the reader takes the longest at each place. */
export const DEGREE_WORDS: readonly DegreeWord[] = [
  // The candidate of sciences of the Soviet system lies between the two and is recognised as either.
  ...words("副博士", "graduate", {}),
  ...words("博士研究生 博士生 博研 硕博连读 本博连读", "doctor", { education: "11" }),
  ...words("博士", "doctor", { degree: "doctor" }),
  ...words("硕士研究生 硕士生 硕研 本硕连读", "master", { education: "14" }),
  ...words("硕士", "master", { degree: "master" }),
  ...words("学硕 专硕", "master", { degree: "master", notBefore: "士" }),
  ...words("研究生", "graduate", { education: "10" }),
  ...words("大学本科生 本科生 大学本科 大本 本科 专升本 高起本", "bachelor", { education: "21" }),
  ...words("学士 双学位", "bachelor", { degree: "bachelor" }),
  ...words("大学普通班 大普", "bachelor", { education: "28" }),
  ...words("大学", "bachelor", { education: "20", weak: true }),
  ...words("大专", "associate", { education: "31", notBefore: "科" }),
  ...words("大学专科生 大学专科 大专生 专科生 专科 高起专 高职高专 高等职业教育", "associate", { education: "31" }),
  ...words("高职 高专", "associate", { education: "31", weak: true }),
  ...words("中等专业学校 中等专科 中等职业 中专生 中专 中职 中师 职专", "none", { education: "41", weak: true }),
  ...words("职业高中 职高 职中", "none", { education: "44", weak: true }),
  ...words("技工学校 技校 中技", "none", { education: "47", weak: true }),
  ...words("普通高中 高中", "none", { education: "61", weak: true }),
  ...words("中学", "none", { education: "60", weak: true }),
  ...words("初级中学 初中", "none", { education: "71", weak: true }),
  ...words("小学", "none", { education: "81", weak: true }),
  ...words("无学历 文盲 半文盲", "none", { education: "90" }),
];

/**
 * Latin spellings, letters only and lower case. Professional master's degrees by their usual abbreviation; MF is 金融 or 林业, a master either way.
 * `masterof…`, `bachelorof…`, `doctorof…` are read by their head.
 */
export const LATIN_DEGREES = new Map<string, AcademicDegree>([
  ..."phd dphil dba edd scd dsc doctor doctorate deng".split(" ").map((w) => [w, "doctor"] as const),
  ..."mba emba imba mpa mpacc mpm mta mlis mem maud mphil msw mph mpharm mla mti meng med msc mfin mib mv mpaud mse llm master masters masterdegree mastersdegree"
    .split(" ")
    .map((w) => [w, "master"] as const),
  ..."bachelor bachelors bachelordegree bachelorsdegree bsc beng bba llb".split(" ").map((w) => [w, "bachelor"] as const),
]);

/** Latin spellings that are words or names too: they count only as a whole clause. */
export const SHORT_LATIN_DEGREES = new Map<string, AcademicDegree>([
  ["ma", "master"],
  ["ms", "master"],
  ["mf", "master"],
  ["map", "master"],
  ["jm", "master"],
  ["ba", "bachelor"],
  ["bs", "bachelor"],
]);

/** Words between a level and what follows it (硕士|专业学位, 大专|文化程度, 本科|及以上学历), longest first, with the fact that they speak of. */
export const DEGREE_TAILS: readonly (readonly [string, "degree" | "education" | undefined])[] = [
  ["专业学位", "degree"],
  ["研究生", "education"],
  ["及以上", undefined],
  ["学位", "degree"],
  ["学历", "education"],
  ["文化", "education"],
  ["程度", "education"],
  ["水平", "education"],
  ["层次", "education"],
  ["文凭", "education"],
  ["毕业", "education"],
  ["以上", undefined],
  ["证书", undefined],
  ["衔", "degree"],
  ["生", undefined],
];

/** 研究生班, 硕士课程进修班, MBA总裁班, right after a level: courses without a degree. */
export const NON_DEGREE_COURSE = /^(?:[一-龥]{0,8}专业)?(?:主要|核心|高级|高端|总裁|同等学力)?(?:课程|进修|研修|总裁|培训|班)/;

/** Right after a level: the course goes on, or ended without its diploma. */
export const GOING_ON = /^(?:专业|课程)?(?:在读|在学|就读中|攻读中|学员|候选|未毕业|待毕业|(?:正在)?[就攻]读$)/;
/** 结业: the course ended without its diploma. */
export const CONCLUDED = /^(?:专业|课程|教育)?(?:结业|结束)/;
/** 肄业: the course was left. */
export const WITHDRAWN = /^(?:专业|课程|教育)?(?:肄业|辍学|退学)/;
/** 同等学力: as if, without the education. */
export const EQUIVALENT = /^(?:专业)?同等学[力历]/;

/**
 * What may follow a level in running text: nothing, a sign, one of these words, or the field and the school (研究生公共管理专业毕业).
 * Anything else makes the level part of another name: 博士|伦公司, 硕士|点, 研究生|处, 专科|医院, MBA|中心.
 */
export const DEGREE_FOLLOW =
  /^(?:$|[^一-龥]|毕业|资格|阶段|期间|时|的|并|且|兼|以|于|在|现|曾|任|先后|无|未|没|获|有|等|系|为|[一-龥]{0,16}(?:专业|方向|毕业|学习))/;

/** A title right after a level in text without signs (硕士高级工程师); after MBA it is what that person teaches. */
export const TITLE_FOLLOW = /^(?:正高|高级|副?教授|副?研究员|工程师|经济师|会计师|讲师)/;

/** A form's label, before the sign that ends it: 学历：大学. */
export const LEVEL_LABEL = /(?:学历|程度|文化|学位)$/;

/** Right before a level: it is not held, or not by study. */
export const NOT_HELD = /(?:无|未获|未取得|未获得|没有|未授)$/;
/** 名誉: an honour, not a degree. */
export const HONORARY = /(?:名誉|荣誉)$/;
/** 相当于: compared with a level that is not held. */
export const COMPARED = /(?:相当于?|等同于?|同等)$/;

/** Before a level, in its clause: the course goes on; 就读, 攻读 and 申请 may be past, which {@link ENDED} settles. */
export const ONGOING = /在读|在学/;
/** Words of studying that may be past. */
export const STUDYING = /就读|攻读|修读|申请|申硕|报考|备考/;
/** Words by which studying is still going on. */
export const STILL = /至今|正在|目前|现(?:在|攻|就)/;
/** Signs that studying is over: an end date, or what it earned. */
export const ENDED = /[至到—~-]\d{2,4}|毕业|获|取得|曾|先后/;

/** How a course was taken, by the word that says so; the first that fits counts. */
export const STUDY_MODES: readonly (readonly [RegExp, StudyMode])[] = [
  [/非全日制|在职|半脱产/, "part-time"],
  [/全日制|脱产|统招/, "full-time"],
  [/函授|业余|夜大|夜校|成人|成教/, "correspondence"],
  [/自考|自学考试|自修/, "self-taught"],
  [/网络|远程|开放教育|电大|网教/, "online"],
];
