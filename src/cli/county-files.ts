import type { Table } from "../model/index.js";
import { encodeWorkbook } from "../node/index.js";
import type { SheetModel } from "../report/index.js";
import type { SyntheticCounty } from "../synth/index.js";

/** A table's name is file and sheet; a workbook holds the latter. */
function sheetOf({ name, header, rows }: Table): SheetModel {
  return { name: name.slice(name.indexOf("#") + 1), header, rows, freezeHeader: true };
}

/** A synthetic county as the files that its offices would send (合成县文件): talents.xlsx, demands.xlsx and the planted truth. */
export async function countyFiles({ tables, truth }: SyntheticCounty): Promise<{ name: string; bytes: Uint8Array }[]> {
  const talents = [tables.officials, tables.experts, tables.business].map(sheetOf);
  return [
    { name: "talents.xlsx", bytes: await encodeWorkbook({ sheets: talents }) },
    { name: "demands.xlsx", bytes: await encodeWorkbook({ sheets: tables.demands.map(sheetOf) }) },
    { name: "truth.json", bytes: new TextEncoder().encode(`${JSON.stringify(truth)}\n`) },
  ];
}
