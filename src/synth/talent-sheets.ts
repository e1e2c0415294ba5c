import type { Talent, TalentCategory } from "../model/index.js";
import type { DirtName } from "./dirt.js";
import { Draw, type WeightTable, weightTable } from "./draw.js";
import { buildSheet, type KnownSheet } from "./sheet.js";
import { STREAMS, subStream } from "./sub-stream.js";
import { type SheetColumn, type TalentRowTruth, talentRow } from "./talent-row.js";

/** The three department lists, each laid out and worded in its own way; the label of a column, then what it holds. */
const LAYOUTS: Readonly<Record<TalentCategory, { readonly name: string; readonly columns: string }>> = {
  official: {
    name: "talents#党政人才",
    columns:
      "序号=serial 姓名=name 性别=sex 民族=ethnicity 出生年月=birth 籍贯=hometown 政治面貌=politics 工作单位=organization 职务=post 学历=education " +
      "学位=academicDegree 所学专业=fields 职称=title 现居住地=residence 联系电话=phone 信息来源=source 入库渠道=channel 采集日期=date 备注=note",
  },
  expert: {
    name: "talents#高层次人才",
    columns:
      "编号=serial *姓名=name 籍贯（省市县）=hometown 所在地区=residence 工作单位=organization 行政职务=post 现任专业技术职务=title " +
      "最高学历/学位=educationAndDegree 专业领域=fields 所属行业=industry 电子邮箱=email 手机号码=phone 个人简介=resume 推荐方式=channel " +
      "推荐单位=source 登记时间=date",
  },
  business: {
    name: "talents#经商人才",
    columns:
      "序号=serial 姓　名=name 家乡=hometown 现居城市=residence 公司名称=organization 担任职务=post 主营行业=industry 文化程度=education " +
      "毕业专业=fields 技术职称=title 手　机=phone 邮箱=email 来源渠道=channel 来源单位=source 填表日期=date 备注=note",
  },
};

const columnsOf = (category: TalentCategory): SheetColumn[] =>
  LAYOUTS[category].columns.split(" ").map((column) => {
    const [label = "", key = ""] = column.split("=");
    return { label, key };
  });

/** Where a person's second row goes when it is not in the same list again. */
const ELSEWHERE: Readonly<Record<TalentCategory, WeightTable<TalentCategory>>> = {
  official: /* @__PURE__ */ weightTable([
    ["expert", 7],
    ["business", 3],
  ]),
  expert: /* @__PURE__ */ weightTable([
    ["official", 4],
    ["business", 6],
  ]),
  business: /* @__PURE__ */ weightTable([
    ["expert", 7],
    ["official", 3],
  ]),
};

/** How many further rows a person has (重复登记): spread evenly over persons, so that their share is exact in any long run of them. */
function copiesOf(seed: number, index: number, share: number): number {
  const phase = subStream(seed, STREAMS.copy, Number.MAX_SAFE_INTEGER)();
  if (Math.floor((index + 1) * share + phase) === Math.floor(index * share + phase)) return 0;
  return subStream(seed, STREAMS.copy, index * 4)() < 0.08 ? 2 : 1;
}

/** Lists of a county with every row known. */
export type TalentSheets = Readonly<Record<TalentCategory, KnownSheet<TalentRowTruth>>>;

/**
 * The three lists of a county (三类人才库): everybody once, and some again in another list or the same one, in other spellings.
 * @complexity O(persons × log persons)
 */
export function talentSheets(
  seed: number,
  talents: readonly Talent[],
  duplicateShare: number,
  rates: Readonly<Record<DirtName, number>>,
): TalentSheets {
  const lists: Record<TalentCategory, { talent: Talent; index: number; copy: number; order: number }[]> = {
    official: [],
    expert: [],
    business: [],
  };
  for (const [index, talent] of talents.entries()) {
    const own = talent.categories?.[0] ?? "expert";
    const copies = copiesOf(seed, index, duplicateShare);
    for (let copy = 0; copy <= copies; copy++) {
      const draw = new Draw(subStream(seed, STREAMS.copy, index * 4 + copy + 1));
      const list = copy === 0 || draw.chance(0.25) ? own : draw.weighted(ELSEWHERE[own]);
      lists[list].push({ talent, index, copy, order: subStream(seed, STREAMS.order, index * 4 + copy)() });
    }
  }
  const sheet = (category: TalentCategory, number: number): KnownSheet<TalentRowTruth> => {
    const columns = columnsOf(category);
    const ordered = lists[category].sort((a, b) => a.order - b.order || a.index - b.index || a.copy - b.copy);
    const records = ordered.map((entry) => talentRow(seed, entry, columns, rates));
    return buildSheet({ seed, number, name: LAYOUTS[category].name, columns, rates }, records);
  };
  return { official: sheet("official", 0), expert: sheet("expert", 1), business: sheet("business", 2) };
}
