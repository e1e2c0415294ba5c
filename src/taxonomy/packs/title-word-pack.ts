import type { TitleRefusal } from "../title-refusal.js";
import type { TitleGrade } from "../titles.js";

/** Grade words before a title, longest first within one ending; `副教授级` must be seen before `教授级`. */
export const GRADE_WORDS: readonly (readonly [string, TitleGrade])[] = [
  ["副教授级", "associate-senior"],
  ["副研究员级", "associate-senior"],
  ["教授级", "senior"],
  ["研究员级", "senior"],
  ["正高级", "senior"],
  ["正高职", "senior"],
  ["正高", "senior"],
  ["成绩优异的", "senior"],
  ["副高级", "associate-senior"],
  ["副高职", "associate-senior"],
  ["副高", "associate-senior"],
  ["高级", "associate-senior"],
  ["中级", "intermediate"],
  ["初级", "elementary"],
  ["助理级", "elementary"],
  ["助理", "elementary"],
  ["员级", "elementary"],
];

/**
 * Words that rank a title from before its subject, with how the series spells them: 副主任|中医|师, 主管|检验|技师, 高级|化工|工程师.
 * Longest first within one ending.
 */
export const RANK_WORDS: readonly (readonly [string, string])[] = [
  ["副主任", "副主任"],
  ["主任", "主任"],
  ["主治", "主治"],
  ["主管", "主管"],
  ["主检", "主检"],
  ["教授级", "正高级"],
  ["研究员级", "正高级"],
  ["正高级", "正高级"],
  ["副高级", "高级"],
  ["高级", "高级"],
  ["中级", ""],
  ["初级", "助理"],
  ["助理", "助理"],
];

/** A cell that is a grade and nothing else; 高级 alone is 正高 or 副高 and stays open. */
export const BARE_GRADES = new Map<string, TitleGrade | undefined>([
  ["正高级", "senior"],
  ["正高", "senior"],
  ["教授级", "senior"],
  ["研究员级", "senior"],
  ["副高级", "associate-senior"],
  ["副高", "associate-senior"],
  ["中级", "intermediate"],
  ["初级", "elementary"],
  ["助理级", "elementary"],
  ["员级", "elementary"],
  ["高级", undefined],
]);

/** What a bare grade may follow: 会计中级, 工程系列副高级, 具有中级. Anything else (英语中级) is no title. */
export const GRADE_CONTEXT =
  /(?:^|工程|会计|经济|统计|审计|农艺|农业|畜牧|兽医|政工|教师|讲师|卫生|医疗|护理|医学|实验|图书|档案|文博|新闻|出版|翻译|艺术|建筑|机械|电气|系列|专业|具有|具备|取得|获得|获|评为|评聘|聘为|为|是|师)$/;

/** Titles whose holders' posts borrow the name: 总工程师, 主任会计师, 主办会计师, 总编辑 are posts. */
export const POST_WORDS = ["总", "主任", "主管", "主办", "首席", "责任", "资深", "值班", "执行", "专业", "领班"] as const;

/** Titles that no post word touches: 首席教授 is a chair that a professor holds. */
export const CHAIRS: readonly string[] = ["教授", "研究员", "译审"];

/** Post words that may stand before a subject too: 主管电气工程师. 总 and 主任 may not, since 总装, 主任办公室 are not posts. */
export const DISTANT_POST_WORDS = ["主管", "主办", "首席", "资深"] as const;

/** What makes a licence of a title's name, right before it or before its subject: 注册会计师, 注册土木工程师, 香港执业资深会计师. */
export const LICENCE_WORDS = ["注册", "执业", "特许", "公认", "合资格", "持牌", "持证", "认可", "公共"] as const;

/** What makes one right before it only: 监理工程师, 内部审计师, 美国会计师. */
export const LICENCE_SUBJECTS =
  "监理 造价 咨询 消防 安全 内部 理财 职业 生涯 国际 全球 美国 英国 香港 澳洲 澳大利亚 加拿大 新加坡 日本 台湾".split(" ");

/**
 * Subjects that make a firm's own job name of 工程师 or 会计师; subjects of a discipline (机械, 电气, 化工) leave it a title.
 * 软件高级工程师 is a title and 高级软件工程师 a job: what counts is the word right before 工程师.
 */
export const JOB_SUBJECTS = [
  ..."软件 硬件 固件 测试 算法 前端 后端 全栈 开发 研发 架构 嵌入式 数据 数据库 大数据 人工智能 网络 系统 运维 安卓 产品 项目 现场 驻场".split(
    " ",
  ),
  ..."技术支持 支持 售前 售后 销售 客户 服务 应用 应用技术 解决方案 本地化 实施 调试 维护 维修 质量 品质 质检 采购 设计 成本 总账 税务 费用 项目 管理 财务".split(
    " ",
  ),
] as const;

/** Appointments without a post at the place: 客座教授, 名誉教授, 兼职研究员. */
export const APPOINTMENT_WORDS = ["客座", "名誉", "荣誉", "兼职", "特邀", "特约", "访问", "外聘", "校外", "客员", "顾问", "兼聘"] as const;

/** Words before a title that make a rank of an employer's own, which no series has. */
export const UNRANKED = new Map<string, readonly string[]>([
  ["工程师", ["特级", "见习", "实习", "准"]],
  ["教授", ["助理", "准", "预聘"]],
  ["副教授", ["预聘"]],
  [
    "研究员",
    ["青年", "特聘", "特任", "主任", "高级", "首席", "资深", "博士后", "预聘", "研究部", "行业", "证券", "投资", "基金", "策略", "市场"],
  ],
  ["副研究员", ["特聘", "特任", "预聘"]],
  ["讲师", ["培训", "内训", "金牌", "签约", "企业", "特聘", "首席", "资深"]],
  ["记者", ["首席", "资深", "见习", "实习"]],
  ["编辑", ["美术", "文字", "图片", "网络", "见习", "资深", "通讯"]],
]);

/** Everyday words that are titles only in their series, with what must stand before them. An empty list asks for 职称 after them. */
export const OCCUPATIONS = new Map<string, readonly string[]>([
  ["管理员", ["图书", "图书馆", "资料", "档案", "文博", "文物", "博物馆", "群众文化"]],
  ["教员", ["中专", "技校", "技工学校", "中等专业学校"]],
  ["技师", ["检验", "放射", "影像", "康复", "口腔", "超声", "病理", "心电", "卫生", "医学", "医技", "临床"]],
  ["律师助理", []],
  ["船长", []],
  ["大副", []],
  ["轮机长", []],
]);

/**
 * Texts that end with a word that is no title: a licence, a role, an honour, a membership, a skill grade, a post.
 * The first that fits gives the reason; `cut` says that what stands before the word may be a title of its own (教授博士生导师).
 */
export const REFUSALS: readonly { readonly reason: TitleRefusal; readonly cut: boolean; readonly pattern: RegExp }[] = [
  {
    reason: "role",
    cut: true,
    pattern: /(?:博士|硕士|研究生|博士后)?[生后女]{0,2}导师$|[博硕]导$|博士后(?:研究人员)?$|访问学者$|学科带头人$/,
  },
  {
    reason: "honour",
    cut: true,
    pattern: /院士$|特级教师$|劳动模范$|劳模$|工艺美术大师$|教学名师$|先进(?:个人|工作者)$|(?:优秀|杰出|拔尖|突出贡献|特殊津贴).{0,12}$/,
  },
  { reason: "membership", cut: true, pattern: /会员$|会士$|院士候选人$|(?:委|学会成)员$|理事$|member$|fellow$/ },
  { reason: "skill-grade", cut: false, pattern: /(?:初级|中级|高级|学徒)工$|技师$/ },
  {
    reason: "qualification",
    cut: true,
    pattern:
      /(?:执业|注册|专职|兼职|合伙人)?律师$|(?:注册)?(?:资产|房地产|土地)?(?:评估|估价)师$|(?:注册)?(?:建造|税务|精算|分析|理财|规划|造价|监理|策划|核保|管理|经营|咨询|物流|营养|心理咨询)师$|鉴定人$|代理人$|程序员$|秘书资格$/,
  },
  { reason: "appointment", cut: false, pattern: /(?:客座|名誉|荣誉|兼职|特邀|特约)(?:教授|研究员|专家|顾问)$/ },
  {
    reason: "post",
    cut: false,
    pattern:
      /(?:经理|总监|总裁|董事|监事|书记|主席|主任|主管|主编|总编|顾问|助理|秘书|专员|科员|职员|干部|专家|法官|警司|司库|委员|代表|合伙人|创始人|负责人|总工|总师|总会|总经)$|[长]$/,
  },
  { reason: "occupation", cut: false, pattern: /(?:教师|老师|医生|员|会计|出纳|翻译|工人|农民|学生)$/ },
];

/** Parts of an organisation's name; a grade word or a licence word before one of them belongs to the organisation (高级中学教师, 药品注册司). */
export const ORGANISATION_CHARS = /[校院所厂部科室司局会社团队班组公馆]|处(?!理)|系(?!统)|中心|车间|集团|[工车]段|站|[中小大]学/;
