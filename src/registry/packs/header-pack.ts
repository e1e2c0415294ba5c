import type { HeaderField, HeaderRule } from "../header-vocabulary.js";

const talent = (field: HeaderField, pattern: RegExp): HeaderRule => ({ field, entity: "talent", pattern });
const demand = (field: HeaderField, pattern: RegExp): HeaderRule => ({ field, entity: "demand", pattern });
const both = (field: HeaderField, pattern: RegExp): HeaderRule => ({ field, pattern });

/**
 * Naming rules over look-up keys (blanks, marks, brackets and case folded away), in order of precedence.
 * A rule names a head word and what may stand around it; traps stand before what they would be mistaken for.
 * @source headers of public import templates, export annotations and recruiting sheets; crawler headers in English
 */
export const HEADER_RULES: readonly HeaderRule[] = [
  both("note", /^说明$/),
  demand("publish_date", /^登记(?:时间|日期)$/),
  // Contents that only look like something else.
  both(
    "other",
    /^紧急联系|^监督电话|^监督举报|是否有基础|是否免听|^付款|^结算|^合同|^工时|浏览|申请人数|报名人数|^收藏|^考试类别|^笔试|^面试|^授课|^课程|优良率|转正/,
  ),
  both(
    "other",
    /_?说明$(?<!备注说明|其他要求说明|要求说明)|^产业转化|^合作可|^数据置信|^项目(?:名称|类型|编号)$|^关闭|^备注类型|^审核批次|^服务意愿|^所在研发平台|^学生来源|^身体|^身高|^体重|^血型/,
  ),
  talent(
    "contact_consent",
    /勿扰|免打扰|联系意愿|回访意愿|(?:愿意?|可以?|同意|接受|允许|拒绝|不愿)(?:被|再)?(?:联系|回访|联络)(?!方式|电话)|^(?:请勿|愿否)(?:联系|回访|打扰)/,
  ),
  both(
    "other",
    /(?:职称|资格|职务|任职|聘任|评审|任现职).{0,4}(?:时间|日期|年月|文号)$|(?:企业|公司|单位|项目|团队|机构)(?:简介|介绍|概况)$/,
  ),
  both("other", /(?:编制|现有|在编|在岗|已招|应聘|现员|退休)(?:总)?(?:人数|数)$/),
  both("status", /^是否在职|状态(?:码|代码|名称)?$|状况$(?<!婚姻状况|身体状况)|^绿卡状态/),
  both("supervisor", /导师|博导|硕导/),
  both("honours", /院士|荣誉|获奖|奖惩|奖励|奖项|表彰/),
  both("other", /^是否|部门的?id$/),
  both("supervising_org", /主管(?:部门|单位)/),
  both("source", /(?:提供|推荐|报送|来源)(?:单位|部门)/),
  both("department", /部门|科室|^department$/),
  // Persons and their protected attributes.
  demand("gender_req", /性别/),
  demand("marital_req", /婚/),
  demand("age_max", /年龄上限|最大年龄|年龄不超过/),
  demand("age_min", /年龄下限|最小年龄/),
  demand("age_req", /^年龄|^age$|年龄要求|年龄限制/),
  both("gender", /^性别|^gender$|^sex$/),
  both("ethnicity", /^民族|^ethnic/),
  both("nationality", /^国籍|^nationality$/),
  both("political_status", /政治面貌|党派|^政治身份/),
  both("marital_status", /婚姻|^婚否/),
  both("id_number", /护照|身份证|证件号|公民身份/),
  both("birth_place", /^出生地/),
  both("birth_date", /出生|^生日|^birth/),
  both("age", /^年龄|^age$/),
  both("name_en", /[英外]文(?:姓)?名|^拼音|姓名拼音|^englishname$/),
  demand("contact_name", /联系人|发布人|申请人|负责人|经办人|填报人/),
  talent("other", /联系人(?!电话)|推荐人电话/),
  talent("referrer", /^推荐人|^介绍人/),
  both(
    "name",
    /^(?:人员|人才|专家|学生|员工|教师|教工|候选人|本人|干部|求职者|应聘者|申报人|申请人|报名人|被推荐人|成员)?(?:姓名|名字)$|^教师名$|^name$|^姓名$/,
  ),
  talent("name", /^名称$|^(?:申报人|申请人|报名人|被推荐人|候选人|求职者|应聘者)$/),
  // Contacts.
  both("fax", /传真|^fax$/),
  both("email", /邮箱|信箱|邮件|^e-?mail|^mail$/),
  both("im", /微信|^qq|^im$|wechat/),
  both("postcode", /^邮编|邮政编码|^postcode$|^zip/),
  both("phone", /电话|手机|联系方式|^phone|^mobile|^tel(?:ephone)?$|座机/),
  both("homepage", /主页|网址|链接|^url$|homepage/),
  // Requirements of a post: in a demand sheet the bare word asks, in a talent sheet it tells.
  demand("other_req", /^其[他它](?:资格|招聘|报考|应聘|任职|岗位)?(?:条件|要求)/),
  demand("company_size", /(?:员工|职工|从业)(?:总)?(?:人数|数量?)$/),
  demand("school_req", /院校|学校/),
  demand("education_req", /学历|文化程度|教育背景|教育程度|diploma|education/),
  demand("degree_req", /学位|^degree/),
  demand("title_req", /职称|专业技术(?:资格|职务)|技术等级/),
  demand("major_req", /专业(?!技术)|学科|^major/),
  demand("language_req", /外语|英语|语种|^language/),
  demand("skill_req", /技能|证书|资格(?!审查)/),
  demand("experience_req", /工作(?:最低)?年限|经验|工作经历|工作年限|工龄|^experience/),
  // Education of a person.
  talent("education", /^(?:全日制|在职|最高|第一|后续|原始|初始)(?:教育)?(?:学历(?:\/?学位|及学位|层次)?|教育)$|^学历(?:\/|及|、)?学位$/),
  talent("degree", /^(?:全日制|在职|第一)(?:教育)?学位$/),
  both("education_nature", /学历性质|学历类型|学习形式|培养方式|全日制/),
  both("graduation_date", /毕业(?:时间|日期|年份|年月)/),
  both("school", /院校|学校(?!名称)|毕业院|毕业校|母校|授予(?:单位|院校)|^school$|^university$/),
  talent("employer", /^学校名称$/),
  both("degree", /学位(?!所学|专业)|^degree$/),
  both("major", /(?:所学|主修|毕业|学历|学位).*专业|^专业(?:名称)?$|^major$/),
  both("education", /学历|文化程度|教育程度|^education$/),
  // Titles before posts: 现任专业技术职务 is a title.
  both("title_grade", /(?:职称|专业技术(?:资格|职务|任职资格)|技术资格|^资格)(?:等级|级别|层次)/),
  both("title", /职称|专业技术(?:职务|资格|任职)|技术职务|^title$/),
  both("certificate", /资格证|普通话(?:等级|水平)|驾驶证|驾照|证书|证编号|证类别|执照|执业(?:资格|类别)|医师执业|职业资格|技能等级/),
  // Field of work or study.
  both("research_direction", /(?:细分|专业|学科|技术)方向$|研究方向|研究内容|主攻方向|^research/),
  both("field", /从事专业|专业类别|专业领域|学科|技术领域|行业领域|研究领域|从事领域|擅长领域|领域标签/),
  both("languages", /外语|语种|英语水平|^熟悉程度$/),
  both("skills", /特长|专长|技能|擅长/),
  // Registry keeping.
  both(
    "channel",
    /(?:入库|信息|来源|推荐|征集|获取)?(?:渠道|方式)$(?<!联系方式|结算方式|培养方式|付款方式|用[工人]方式|聘用方式|合作方式|引进方式|引才方式|考核方式|考试方式|报名方式|工作方式|招聘方式)/,
  ),
  both("source", /(?:数据|信息|人才)来源|来源(?:单位|部门)?$|提供(?:单位|部门)|推荐(?:单位|部门)|报送(?:单位|部门)/),
  both("observed_date", /(?:入库|登记|采集|更新|录入|填表|走访|回访)(?:时间|日期)/),
  both("talent_category", /^申报(?:类[别型]|层次|称号)$|人才类[别型]|专家类[别型]|人才头衔|人才(?:层次|等级|称号)|^类别$/),
  // The post and its enterprise.
  both("company_size", /(?:公司|企业|单位|人员)规模|^规模$|^size$|companysize/),
  both("credit_code", /统一社会信用|信用代码|组织机构代码/),
  both("employer_id", /(?:公司|企业|单位)(?:的)?(?:id|编号|代码)/),
  both("employer_type", /(?:单位|企业|公司)(?:类型|性质|类别)/),
  both("employer_region", /(?:单位|企业|公司)(?:所在)?(?:地区|区域|所在地|属地)/),
  both("employer_address", /(?:单位|企业|公司)地址/),
  both("chain", /产业链|所属链|^链条/),
  both("segment", /环节|^产业段/),
  both("round", /轮次|批次|^调研期|^期次/),
  both("urgency", /紧急|急需(?:程度|等级)|紧缺(?:程度|等级|指数)|优先级|^urgency$/),
  demand("headcount", /人数|数量|需求数|名额|^headcount$|(?:需求|招聘)人次/),
  demand(
    "duty",
    /^(?:职位|岗位)信息$|职责|岗位(?:描述|说明|内容)|职位(?:描述|要求)|职能(?:要求|描述)|工作(?:内容|描述)|项目内容|需求描述|description|^duty/,
  ),
  demand("benefits", /福利|保险|^待遇$|(?<!薪资|工资|薪酬)待遇(?!范围)|住房|社保|补贴|保障|食宿|^welfare$|benefit/),
  both("expected_salary", /(?:期望|要求|意向)(?:月|年)?(?:薪|工资|待遇|收入)/),
  both("salary_min", /(?:最低|起|下限).*(?:薪|工资)|(?:薪|工资).*(?:最低|下限)|(?:wage|salary)_?min|min_?(?:wage|salary)/),
  both("salary_max", /(?:最高|上限).*(?:薪|工资)|(?:薪|工资).*(?:最高|上限)|(?:wage|salary)_?max|max_?(?:wage|salary)/),
  both("salary", /薪|^单价$|工价|劳务费|工资|年收入|月收入|报酬|^wage$|^salary$|^pay$/),
  talent("expected_post", /(?:求职|期望|意向|应聘)(?:意向|岗位|职位|职务|工种|职业)|求职意向/),
  talent("expected_region", /拟?(?:落户|入驻)(?:园区|地|城市|县区|区域)|(?:期望|意向)(?:城市|地区|地点|工作地)/),
  demand(
    "work_location",
    /^(?:地点|市内地点)$|(?:工作|上班|就业|招聘|职位|岗位)城市|(?:工作|上班|就业|服务|详细|职位|岗位|施工|项目|用工|作业)(?:地点|地址|意向地)|就业意向地|^location$|^地址$|^城市$|^city$|^district$|^address$/,
  ),
  demand("job_code", /(?:岗位|职位|招聘岗位|需求)(?:的)?(?:id|代码|编号|编码|序号)|^(?:job|demand)?_?id$/),
  demand("rank", /(?:岗位|职位|职务)(?:等级|级别|层级)$/),
  demand("job_category", /^职能(?:类别|类型|分类)?$|(?:岗位|职位|职务)(?:类型|类别|分类|标签|性质)|子分类|类别名称/),
  both("rank", /职级|行政级别|资历层级|^级别/),
  demand(
    "job_name",
    /^(?:需求|招聘|招录|拟招|急需|紧缺|所需)?(?:岗位|职位|职务|工种)(?:名称|需求)?$|^(?:职位|岗位|职务)名$|^招考(?:职位|岗位)|^position$|^job(?:name|title)?$|^post$|^title$|需求岗位|人才需求名称|^(?:岗位|职位|招聘)(?:标题|主题)$/,
  ),
  demand("employer", /(?:企业|公司|单位|机构|组织|雇主)(?:名称?|全称|简称)?$|招聘(?:单位|公司|企业)|^company$|^employer$/),
  demand("other_req", /要求|条件|^备注说明$(?!)|资格/),
  both(
    "region",
    /^(?:省|市|县|区|州|盟|旗|省市|省区|市县|地市|县市区|市县区|设区市|所[在属](?:省|市|县|区|省市|市县|县市|县区)|省市县|地州市)$/,
  ),
  demand("region", /城市|省份|区\/?县|所在地|地区|区域|^city$|^province$/),
  both(
    "employment_type",
    /用工|用人方式|(?:聘用|引进|引才|合作)(?:形式|方式)|编制(?:类[型别]|情况|性质|形式)|^编制$|^(?:人员|身份)性质$|聘用形式|工作性质|工作类型|就业类型|岗位性质/,
  ),
  both("industry", /行业|产业(?!链)|^industry$/),
  // Persons at work.
  both("department", /^(?:所在|所属)?(?:学院|院系)$|用人(?:司局|处室)|处\/?室|车间|院系|二级机构|三级机构|班组/),
  talent("employer", /单位(?:及|和|、|与|\/)?(?:现任|现)?(?:职务|岗位|职位)/),
  talent(
    "employer",
    /(?:工作|所在|现|就职|任职|服务|所属|供职)?单位(?:名称)?$|公司(?:名称)?$|企业(?:名称)?$|机构(?:名称)?$|^company$|^employer$|organization/,
  ),
  both("post", /职务|职位(?!分类)|岗位(?!id)|^position$|任职(?!要求)/),
  demand("start_date", /到岗|入职|开工(?:时间|日期)/),
  both("end_date", /(?:完|竣)工(?:时间|日期)/),
  both("hire_date", /入职|到岗|聘任(?:时间|日期)|^(?:来|进|到|入)(?:校|院|厂|司|所|馆|局|本?单位|公司)(?:工作)?(?:时间|日期|年月)/),
  both("work_start_date", /参加工作|工作时间起|首次参加/),
  both("work_years", /[工教司厂医店护]龄$|(?:工作|任职|从[业医教警事])(?:年限|年数)|工作经验/),
  // Places.
  both("native_place", /籍贯|祖籍|^原籍|户[籍口](?:地|所在|性质地)|^家乡|^生源地/),
  talent(
    "region",
    /(?:居住|现居|常住|所在|工作|生活)(?:地|城市|地区|所在地|省市|区域)$|现居住地(?!址)|^城市$|^地区$|^地方$|^省份$|^所在地|目前所在|^现居(?!住地址)|^city$|^location$|^region$/,
  ),
  both("address", /地址|住址|住所|^address$/),
  // Records of work, papers, free text.
  both("outputs", /论文|著作|专利|成果|课题|项目(?:经历)?$|主持项目|作品/),
  both("person_no", /(?:简历|档案|登记|报名|申报)(?:编号|序号|号码?|id)$/),
  both("resume", /自我(?:评价|介绍)|个人评价|简历|简介|履历|个人介绍|工作经历|学习经历|学前经历|主要业绩|^经历$/),
  both("publish_date", /(?:发布|发起|申请|提报|填报)(?:时间|日期)/),
  both("deadline", /截止|过期|有效期/),
  both("start_date", /开始(?:时间|日期)|到岗时间/),
  both("end_date", /结束(?:时间|日期)|完成时间/),
  both("year", /^年份$|^年度$|^year$/),
  both("note", /^备注|^说明$|^remark|^note/),
  both(
    "person_no",
    /(?:人才|员工|学生|内部|教工|职工|人员)(?:编号|号|uid|id)|^工号|^学号|编号$(?<!^编号|资产编号|设备编号|项目编号|合同编号|物资编号|产品编号|商品编号|课程编号|文件编号|订单编号|房屋编号|证书编号|证编号|岗位编号|职位编号|单位编号|企业编号)|uid$/,
  ),
  both("person_no", /^(?:talent|person)?_?id$/),
  both("row_no", /^(?:序号|编号|no\.?|#|行号)$/),
];
