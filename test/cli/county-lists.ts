import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Cell, Table } from "../../src/model/index.js";
import { encodeWorkbook, readTable } from "../../src/node/index.js";
import { type SyntheticCounty, synthesiseCounty } from "../../src/synth/index.js";
import { scratchFolder } from "../node/scratch.js";

/** The three lists of a county. */
export const LISTS = ["officials", "experts", "business"] as const;
type List = (typeof LISTS)[number];

/** One person of our own, in each office's own words. */
const PLANTED: Readonly<Record<List, Readonly<Record<string, Cell>>>> = {
  officials: { 姓名: "欧阳𠮷安", 工作单位: "南乐归雁生物科技有限公司", 联系电话: "161 0000 0001", 籍贯: "河南南乐", 学历: "硕士" },
  experts: { "*姓名": "歐陽𠮷安", 工作单位: "南乐县归雁生物科技公司", 手机号码: "16100000001", 现任专业技术职务: "教授级高工" },
  business: { "姓　名": "欧阳 𠮷安", 公司名称: "归雁生物科技有限公司", "手　机": "1610000000１", 家乡: "南乐县", 文化程度: "博士" },
};

interface County {
  readonly folder: string;
  readonly paths: readonly string[];
  readonly county: SyntheticCounty;
}

function csv({ header, rows }: Table): string {
  const quoted = (cell: Cell | undefined) => `"${String(cell ?? "").replaceAll('"', '""')}"`;
  return [header, ...rows].map((row) => header.map((_, i) => quoted(row[i])).join(",")).join("\r\n");
}

/** An ugly county's three lists as three files, a workbook among them with a sheet of notes, and a row of our own person in each. */
export async function countyLists(options: { readonly talents?: number; readonly share?: number } = {}): Promise<County> {
  const county = synthesiseCounty({ seed: 11, talents: options.talents ?? 260, demands: 12, duplicateShare: options.share ?? 0.25 });
  const grown = (list: List): Table => {
    const table = county.tables[list];
    return { ...table, rows: [...table.rows, table.header.map((label) => PLANTED[list][label] ?? null)] };
  };
  const tables = { officials: grown("officials"), experts: grown("experts"), business: grown("business") };
  const folder = scratchFolder();
  const paths = ["officials.xlsx", "experts.csv", "business.xlsx"].map((name) => join(folder, name));
  const sheet = (name: string, { header, rows }: Table) => ({ name, header, rows });
  writeFileSync(paths[0] ?? "", await encodeWorkbook({ sheets: [sheet("党政", tables.officials)] }));
  writeFileSync(paths[1] ?? "", csv(tables.experts));
  const notes = { name: "填表说明", header: ["请如实填写", ""], rows: [["第一条", "不得空缺"]] };
  writeFileSync(paths[2] ?? "", await encodeWorkbook({ sheets: [sheet("经商", tables.business), notes] }));
  return { folder, paths, county };
}

/** Sheets of a written workbook, by name. */
export async function sheetsOf(path: string) {
  const { sheets } = await readTable(path);
  return (name: string) => {
    const sheet = sheets.find((one) => one.name.endsWith(`#${name}`));
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    return { ...sheet, column: (label: string) => sheet.rows.map((row) => row[sheet.header.indexOf(label)] ?? null) };
  };
}
