import { GBT_13745 } from "./packs/gbt13745-pack.js";

/** One discipline of the standard. */
interface GbtDiscipline {
  readonly name: string;
  /** Canonical graduate code. */
  readonly field: string;
}

let table: ReadonlyMap<string, GbtDiscipline> | undefined;

/** Disciplines of GB/T 13745-2009 by code, first and second level (学科分类与代码). */
export function gbt13745(): ReadonlyMap<string, GbtDiscipline> {
  table ??= new Map(
    GBT_13745.split("\n").flatMap((line) => {
      const base = line.slice(0, 3);
      let above = "";
      return line.split("|").map((cell, i): [string, GbtDiscipline] => {
        const [, tail = "", own, name = ""] = /^(\d+)(?:>(\d+))?(.*)$/.exec(cell) ?? [];
        if (i === 0) above = own ?? "";
        return [i === 0 ? base : base + tail, { name, field: own ?? above }];
      });
    }),
  );
  return table;
}

/**
 * Graduate field of a GB/T 13745-2009 discipline (国标学科对应学科).
 * @param code three, five or seven digits, also with a dot (550.20); what the table lacks counts as the level above
 * @returns a canonical graduate code; undefined for an unknown code
 */
export function fieldOfGbt13745(code: string): string | undefined {
  const bare = code.replace(/\./g, "");
  if (!/^\d{3}(?:\d{2}){0,2}$/.test(bare)) return undefined;
  return (gbt13745().get(bare.slice(0, 5)) ?? gbt13745().get(bare.slice(0, 3)))?.field;
}
