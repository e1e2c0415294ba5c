import type { DegreeLevel, TitleGrade } from "../../taxonomy/index.js";

/** One kind of employer (用人单位类型) and those who work there. */
export interface EmployerKind {
  readonly id: string;
  /** Names: `C` full name of the city or county, `c` its short name, `b` an invented proper name. */
  readonly names: readonly string[];
  /** GB/T 4754-2017 code and weight. */
  readonly industries: string;
  readonly fields: string;
  /** Titles from senior down to elementary, and their series; absent where people there mostly have none. */
  readonly titles?: { readonly series: string; readonly names: readonly [string, string, string, string] };
  readonly posts: readonly string[];
  readonly degrees: Readonly<Record<DegreeLevel, number>>;
}

/** Fields of the county's chains, as firms and institutes employ them. */
const CHAIN_FIELDS =
  "0832:90 083201:50 083202:20 0822:30 082203:30 0805:80 080502:30 080503:20 0703:40 070305:20 0817:70 081704:20 0836:40 0710:40 0802:90 080201:30 080203:20 " +
  "080204:20 0811:60 0808:60 080802:15 0812:70 0835:50 0810:30 0807:25 080705:10 0821:25 0830:40 083002:20 1201:25 0903:10 0901:30 0905:20 0906:15 0902:15 0828:15 1405:15 0804:15 1007:20";

/** Kinds of employer with their name patterns, industries and posts (单位类型). */
export const EMPLOYER_KINDS: readonly EmployerKind[] = [
  {
    id: "organ",
    names: ["Cbb经济开发区管理委员会", "Cbb新区管理委员会", "Cbb综合行政服务中心", "Cbb街道办事处", "Cbb镇人民政府"],
    industries: "9221:70 9224:20 9225:30 9100:10",
    fields: "0301:60 1204:60 120401:40 0302:30 0305:30 0202:40 1202:30 0501:40 0303:15 0814:15 0901:20 0812:15 120201:30",
    posts: ["科员", "副科长", "科长", "副处长", "处长", "主任科员", "四级调研员", "副主任", "主任", "书记"],
    degrees: { none: 2, associate: 8, bachelor: 52, master: 33, doctor: 5 },
  },
  {
    id: "university",
    names: ["cbb大学", "cbb工业学院", "cbb职业技术学院"],
    industries: "8341:90 8342:10",
    fields: `${CHAIN_FIELDS} 0701:30 0702:30 0501:20 0301:20 0202:25 1202:25 0814:20 0401:15`,
    titles: { series: "高等学校教师", names: ["教授", "副教授", "讲师", "助教"] },
    posts: ["教师", "系主任", "副院长", "院长", "实验室主任", "教研室主任"],
    degrees: { none: 0, associate: 0, bachelor: 6, master: 34, doctor: 60 },
  },
  {
    id: "institute",
    names: ["cbb研究院", "cbb农业科学研究所", "cbb新材料研究院", "cbb食品研究院"],
    industries: "7320:60 7310:20 7330:20",
    fields: CHAIN_FIELDS,
    titles: { series: "自然科学研究人员", names: ["研究员", "副研究员", "助理研究员", "研究实习员"] },
    posts: ["课题组长", "研究室主任", "副所长", "所长", "项目负责人"],
    degrees: { none: 0, associate: 1, bachelor: 9, master: 35, doctor: 55 },
  },
  {
    id: "hospital",
    names: ["cbb医院", "Cbb中医院", "cbb口腔医院"],
    industries: "8411:70 8412:20 8415:10",
    fields: "1002:60 100201:30 100210:30 100211:15 100207:15 100214:10 1003:15 1005:25 1011:20 1007:15 1004:10",
    titles: { series: "卫生技术人员（医）", names: ["主任医师", "副主任医师", "主治医师", "医师"] },
    posts: ["科主任", "副院长", "住院医师", "医务科长", "护士长"],
    degrees: { none: 0, associate: 4, bachelor: 36, master: 38, doctor: 22 },
  },
  {
    id: "technology",
    names: [
      "cbb新材料科技有限公司",
      "cbb智能装备有限公司",
      "bb（c）生物科技有限公司",
      "cbb信息技术有限公司",
      "cbb食品股份有限公司",
      "bb（c）化工集团有限公司",
    ],
    industries: "2832:30 1432:20 3421:15 3562:10 6513:40 2651:20 2761:15 3841:20 3670:20 3911:10 4011:10 2614:15",
    fields: CHAIN_FIELDS,
    titles: { series: "工程技术人员", names: ["正高级工程师", "高级工程师", "工程师", "助理工程师"] },
    posts: ["研发工程师", "技术总监", "项目经理", "总工程师", "工艺主管", "首席科学家", "研发部经理"],
    degrees: { none: 0, associate: 6, bachelor: 40, master: 40, doctor: 14 },
  },
  {
    id: "company",
    names: [
      "cbb商贸有限公司",
      "cbb实业有限公司",
      "bb（c）投资有限公司",
      "cbb餐饮管理有限公司",
      "cbb建筑工程有限公司",
      "cbb机械设备有限公司",
      "cbb物流有限公司",
      "cbb电子商务有限公司",
    ],
    industries: "5199:20 5121:20 5137:10 7212:20 6210:20 4710:20 4790:20 3484:20 5431:20 5292:15 1431:10 6432:15 7010:15",
    fields: "1202:60 120202:20 120201:30 0202:25 020204:20 0802:30 0814:30 0812:25 0832:20 0817:10 1201:20 0501:15 0301:10",
    titles: { series: "经济专业人员", names: ["正高级经济师", "高级经济师", "经济师", "助理经济师"] },
    posts: ["董事长", "总经理", "副总经理", "创始人", "法定代表人", "销售总监", "合伙人", "财务总监"],
    degrees: { none: 14, associate: 30, bachelor: 40, master: 15, doctor: 1 },
  },
];

/** Kinds of employer by category, id and weight. */
export const KINDS_BY_CATEGORY = {
  official: "organ:880 university:50 hospital:40 institute:30",
  expert: "university:300 institute:200 hospital:200 technology:300",
  business: "company:760 technology:240",
} as const;

/** Share of each grade by degree, `none` first; people of kinds without titles mostly have none. */
export const GRADES_BY_DEGREE: Readonly<Record<DegreeLevel, Readonly<Record<TitleGrade, number>>>> = {
  none: { none: 92, elementary: 6, intermediate: 2, "associate-senior": 0, senior: 0 },
  associate: { none: 60, elementary: 20, intermediate: 17, "associate-senior": 3, senior: 0 },
  bachelor: { none: 25, elementary: 18, intermediate: 33, "associate-senior": 20, senior: 4 },
  master: { none: 12, elementary: 12, intermediate: 42, "associate-senior": 26, senior: 8 },
  doctor: { none: 5, elementary: 2, intermediate: 30, "associate-senior": 37, senior: 26 },
};

/** Characters of invented proper names; two of them give names that no register is known to hold in this form. */
export const BRAND_FIRST = [..."沛云禾曜澜霁泓翊钰煜稷嘉骏衡璟朗宸昱棠砺"];
/** The second character of an invented proper name. */
export const BRAND_LAST = [..."翎澜曜禾钧澄熠垣祺沐辰岚峤霖畅颐樾珩澈屿"];
