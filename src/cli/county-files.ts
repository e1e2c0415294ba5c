import type { Table } from "../model/index.js";
import { encodeWorkbook } from "../node/index.js";
import type { SheetModel } from "../report/index.js";
import type { SyntheticCounty } from "../synth/index.js";

function sheetOf({ name, header, rows }: Table): SheetModel {
  return { name, header, rows, freezeHeader: true };
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
