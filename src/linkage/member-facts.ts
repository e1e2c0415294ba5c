/** What a member of a plain record tells of a person (成员所述事实). */
export type PersonFact =
  | "name"
  | "formerName"
  | "given"
  | "surname"
  | "birthDate"
  | "identifier"
  | "phone"
  | "email"
  | "hometown"
  | "residence"
  | "organization"
  | "school"
  | "degree"
  | "title"
  | "fields"
  | "industries"
  | "houseNumber"
  | "address1"
  | "address2"
  | "suburb"
  | "postcode"
  | "state";

/** Spellings of headings, without case, blanks and separators; those of a fact from the usual to the rare. */
const HEADINGS: readonly (readonly [fact: PersonFact, headings: string])[] = [
  ["name", "name 姓名 名字 fullname 人员姓名 人才姓名 personname"],
  ["formerName", "formername formernames maidenname aka 曾用名 原名 别名 又名"],
  ["given", "givenname given givennames firstname first forename forenames fname"],
  ["surname", "surname lastname last familyname family lname sname"],
  ["birthDate", "birthdate dateofbirth dob birthday birth bday 出生日期 出生年月 出生年月日 出生时间 生日 出生"],
  [
    "identifier",
    "socsecid ssn socialsecuritynumber socialsecurityid nationalid personalid identitynumber idcard idcardnumber idnumber passport passportnumber " +
      "身份证号 身份证号码 身份证 公民身份号码 居民身份证号 证件号码 证件号",
  ],
  [
    "phone",
    "phone phonenumber mobile mobilephone mobilenumber cell cellphone telephone telephonenumber tel contactnumber " +
      "手机 手机号 手机号码 移动电话 联系电话 电话 电话号码 联系方式 联系手机",
  ],
  ["email", "email emailaddress mail 邮箱 电子邮箱 电子邮件 邮件 邮箱地址"],
  ["hometown", "hometown nativeplace 籍贯 祖籍 户籍 户籍地 户籍所在地 家乡"],
  ["residence", "residence 常住地 现居地 现居住地 居住地 工作地 工作地点 所在地 现所在地 所在城市 现工作地"],
  [
    "organization",
    "organization organisation employer company workplace affiliation 单位 工作单位 所在单位 现工作单位 现单位 任职单位 就职单位 工作单位名称 单位名称 公司",
  ],
  ["school", "school university college almamater 毕业院校 毕业学校 院校 学校 最高学历毕业院校 就读院校 毕业院校名称"],
  ["degree", "degree education 学历 学位 最高学历 最高学位 文化程度 学历学位"],
  ["title", "title 职称 专业技术职称 专业技术职务 技术职称 职称等级"],
  ["fields", "fields field major 专业 所学专业 学科 专业领域 研究领域"],
  ["industries", "industries industry 行业 所属行业 从事行业"],
  ["houseNumber", "streetnumber streetno housenumber houseno 门牌号"],
  ["address1", "address1 addressline1 street streetname streetaddress address addr1 addr 地址 住址 家庭住址 联系地址 通讯地址 通信地址"],
  ["address2", "address2 addressline2 addr2"],
  ["suburb", "suburb city town locality municipality"],
  ["postcode", "postcode zip zipcode postalcode 邮编 邮政编码"],
  ["state", "state province 省 省份"],
];

let factOf: Map<string, { readonly fact: PersonFact; readonly order: number }> | undefined;

/** What the heading of a member tells, and its order among the headings of that fact; undefined where it is none that is known. */
export function factOfMember(member: string): { readonly fact: PersonFact; readonly order: number } | undefined {
  factOf ??= new Map(
    HEADINGS.flatMap(([fact, headings]) => headings.split(" ").map((heading, order) => [heading, { fact, order }] as const)),
  );
  return factOf.get(
    member
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ""),
  );
}

/** The headings that are known, one for each fact, for messages. */
export function knownMembers(): string[] {
  return HEADINGS.map(([, headings]) => headings.split(" ", 1)[0] ?? "");
}
