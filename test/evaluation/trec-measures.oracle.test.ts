import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type TrecMeasures, trecMeasures } from "../../src/evaluation/index.js";
import { hasSharedData, sharedData } from "../shared-data.js";

/** The table holds four decimals. */
const TOLERANCE = 5e-5;

const rowsOf = (name: string): string[][] =>
  readFileSync(sharedData("bench", "ir-metrics", name), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));

/** Rows of query, document, number as a map of maps. */
function byQuery(name: string): Map<string, Map<string, number>> {
  const table = new Map<string, Map<string, number>>();
  for (const [query = "", id = "", value] of rowsOf(name)) {
    const row = table.get(query) ?? new Map<string, number>();
    table.set(query, row.set(id, Number(value)));
  }
  return table;
}

describe.skipIf(!hasSharedData)("measures against trec_eval's own test set", () => {
  const expected = hasSharedData
    ? rowsOf("trec.expected.tsv").map(([measure = "", query = "", value = ""]) => ({ measure, query, value }))
    : [];
  const computed: TrecMeasures = hasSharedData
    ? trecMeasures({ qrels: byQuery("trec.qrels.tsv"), run: byQuery("trec.run.tsv") })
    : { perQuery: {}, all: {} };
  const told = expected.filter(({ measure }) => measure !== "runid");

  test("386 of the 387 values of the table are computed; the last is the label of the run", () => {
    expect(expected.length).toBe(387);
    expect(told.length).toBe(386);
    const rows = Object.values(computed.perQuery).reduce((sum, row) => sum + Object.keys(row).length, Object.keys(computed.all).length);
    expect(rows).toBe(386);
  });

  test.each(told)("$measure of $query is $value", ({ measure, query, value }) => {
    const found = query === "all" ? computed.all[measure] : computed.perQuery[query]?.[measure];
    if (measure === "relstring") expect(`'${found}'`).toBe(value);
    else expect(Math.abs((found as number) - Number(value))).toBeLessThanOrEqual(TOLERANCE);
  });
});
