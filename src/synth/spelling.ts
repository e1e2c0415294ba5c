import type { TalentTitle } from "../model/index.js";
import { type DegreeLevel, fields, fullRegionName, regionChain, regions } from "../taxonomy/index.js";
import type { Pen } from "./dirt.js";
import { COUNTRY_NAMES } from "./packs/place-pack.js";

/** Short names of the autonomous regions; other units lose their last character. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ["内蒙古自治区", "内蒙古"],
  ["广西壮族自治区", "广西"],
  ["西藏自治区", "西藏"],
  ["宁夏回族自治区", "宁夏"],
  ["新疆维吾尔自治区", "新疆"],
]);

const shortName = (name: string): string => SHORT_NAMES.get(name) ?? name.replace(/(?<=..)(?:省|市)$/, "");

/** A place as offices write it (地名写法): in full, or without 省 and 市, with blanks or dashes, or without the levels that go without saying. */
export function spellRegion(code: string, pen: Pen): string {
  const full = COUNTRY_NAMES.get(code) ?? fullRegionName(code) ?? code;
  if (!pen.takes("region-spelling")) return full;
  const names = regionChain(code)
    .filter((unit) => unit.length === 6)
    .reverse()
    .map((unit) => regions.get(unit)?.name ?? "");
  const last = names.at(-1);
  if (last === undefined) return full;
  // The last name keeps its kind: 濮阳 for 濮阳县 would be another place. Cities and provinces are safe without.
  const tail = code.endsWith("00") ? shortName(last) : last;
  const above = names.slice(0, -1).map(shortName);
  const nearest = above.at(-1);
  const forms = [
    [...above, tail].join(""),
    [...above, tail].join(" "),
    [...above, tail].join("-"),
    nearest === undefined ? tail : nearest + tail,
    // Province and county alone name one place in Henan; elsewhere counties share names (江苏鼓楼区).
    above[0] !== undefined && code.startsWith("41") ? above[0] + last : [...above, last].join(""),
  ];
  return pen.draw.pick(forms);
}

const EDUCATION: Readonly<Record<DegreeLevel, readonly [string, ...string[]]>> = {
  none: ["高中", "中专", "高中毕业", "初中"],
  associate: ["大专", "专科", "大学专科", "大专学历"],
  bachelor: ["大学本科", "本科", "大学", "本科学历", "学士"],
  master: ["硕士研究生", "硕士", "研究生", "硕士研究生毕业", "全日制硕士研究生"],
  doctor: ["博士研究生", "博士", "博士学历", "博士研究生毕业"],
};

/** 学历 as offices write it; 研究生 alone leaves open which, and is entered as lost. */
export function spellEducation(level: DegreeLevel, key: string, pen: Pen): string {
  const [plain, ...wild] = EDUCATION[level];
  const text = pen.takes("degree-spelling") ? pen.draw.pick(wild) : plain;
  if (text === "研究生") pen.lostKeys.add(key);
  return text;
}

const ACADEMIC: Readonly<Record<DegreeLevel, string>> = { none: "", associate: "", bachelor: "学士", master: "硕士", doctor: "博士" };

/** 学位 beside 学历; empty below a bachelor's. */
export function spellAcademicDegree(level: DegreeLevel, pen: Pen): string {
  const text = ACADEMIC[level];
  return text !== "" && pen.takes("degree-spelling") ? `${text}学位` : text;
}

/** 学历 and 学位 in one cell: 博士研究生/博士. */
export function spellEducationAndDegree(level: DegreeLevel, key: string, pen: Pen): string {
  const degree = ACADEMIC[level];
  const education = spellEducation(level, key, pen);
  if (degree === "" || pen.draw.chance(0.4)) return education;
  pen.lostKeys.delete(key);
  return `${education}${pen.draw.pick(["/", "、", " "])}${degree}`;
}

const TITLE_SPELLINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ["正高级工程师", ["教授级高级工程师", "教授级高工", "正高工", "高级工程师（教授级）"]],
  ["高级工程师", ["高工", "高级工程师（副高）", "副高", "副高级工程师"]],
  ["工程师", ["工程师（中级）", "中级", "中级工程师"]],
  ["助理工程师", ["助工", "初级"]],
  ["教授", ["教授（正高）", "正高", "大学教授"]],
  ["副教授", ["副教授（副高）", "副高级"]],
  ["副研究员", ["副研", "副研究员（副高级）"]],
  ["主治医师", ["主治医生", "主治医师（中级）"]],
  ["副主任医师", ["副主任医师（副高）", "副高"]],
  ["经济师", ["中级经济师", "经济师（中级）"]],
]);

/** A title as offices write it (职称写法): by name, by abbreviation, or by grade alone. */
export function spellTitle({ grade, name }: TalentTitle, pen: Pen): string {
  const wild = pen.takes("title-spelling");
  if (grade === "none") return wild ? pen.draw.pick(["暂无", "无职称"]) : "无";
  const forms = TITLE_SPELLINGS.get(name ?? "") ?? [`${name}职称`];
  return wild ? pen.draw.pick(forms) : (name ?? "");
}

/** Names that files use beside the catalogue's for the same field. */
const FIELD_SPELLINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ["0802", ["机械设计制造及其自动化", "机械制造"]],
  ["0805", ["材料科学", "材料工程"]],
  ["0808", ["电气工程及其自动化"]],
  ["0811", ["自动化", "自动控制"]],
  ["0812", ["计算机应用", "计算机"]],
  ["0814", ["土木工程专业", "建筑工程"]],
  ["0817", ["化工", "化学工程与工艺"]],
  ["0301", ["法律", "法学专业"]],
  ["120201", ["会计"]],
  ["020204", ["金融"]],
]);

/** One field as people name it (专业写法). */
export function spellField(code: string, pen: Pen): string {
  const name = fields.get(code)?.name ?? code;
  if (!pen.takes("field-spelling")) return name;
  return pen.draw.pick(FIELD_SPELLINGS.get(code) ?? [`${name}专业`]);
}

/** A date as text, or as a spreadsheet's serial number. */
export function spellDate(iso: string, pen: Pen): string | number {
  if (pen.takes("date-serial")) return Math.round(Date.UTC(+iso.slice(0, 4), +iso.slice(5, 7) - 1, +iso.slice(8)) / 86_400_000) + 25_569;
  if (!pen.takes("date-format")) return iso;
  const [year = "", month = "", day = ""] = iso.split("-").map((part) => String(Number(part)));
  return pen.draw.pick([`${year}/${month}/${day}`, `${year}.${month}.${day}`, `${year}年${month}月${day}日`, iso.replaceAll("-", "")]);
}

/** A phone number as text or number; one that lost a digit is entered as lost. */
export function spellPhone(number: string, pen: Pen): string | number {
  if (pen.takes("phone-digit-lost")) {
    pen.lostKeys.add("phone");
    return number.slice(0, -1);
  }
  if (pen.takes("phone-as-number")) return Number(number);
  if (!pen.takes("phone-format")) return number;
  const grouped = [number.slice(0, 3), number.slice(3, 7), number.slice(7)];
  return pen.draw.pick([`+86 ${number}`, `+86${number}`, grouped.join("-"), grouped.join(" "), `${number}（微信同号）`]);
}
