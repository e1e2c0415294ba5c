import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { linkRecords } from "../../src/linkage/index.js";
import { hasSharedData, sharedData } from "../shared-data.js";
import { pairScores } from "./pair-scores.js";

/** A row under an id that tells nothing; who it is stays outside. */
function rowsOf(
  file: string,
  list: string,
  without: readonly string[],
): { rows: { id: string; list: string }[]; person: [string, string][] } {
  const [head = "", ...lines] = readFileSync(sharedData("bench", "record-linkage", file), "utf8")
    .trim()
    .split(/\r?\n/);
  const columns = head.split(",");
  const person: [string, string][] = [];
  const rows = lines.map((line, i) => {
    const id = `${list}${i}`;
    const cells = line.split(",");
    person.push([id, cells[columns.indexOf("rec_id")]?.split("-")[1] ?? ""]);
    const told = columns.flatMap((column, c) =>
      column === "rec_id" || without.includes(column) || cells[c] === "" ? [] : [[column, cells[c]]],
    );
    return { ...Object.fromEntries(told), id, list };
  });
  return { rows, person };
}

/** FEBRL: synthetic Australian people with typing errors (P. Christen); F1 over all true pairs. */
describe.skipIf(!hasSharedData)("FEBRL, no label shown, the line drawn by itself", () => {
  test.each([
    ["1, all columns", ["febrl1.csv"], [], 0.998],
    ["1, without the insurance number", ["febrl1.csv"], ["soc_sec_id"], 0.99],
    ["4, all columns", ["febrl4a.csv", "febrl4b.csv"], [], 0.998],
    ["4, without the insurance number", ["febrl4a.csv", "febrl4b.csv"], ["soc_sec_id"], 0.987],
  ])("%s", (_, files, without, floor) => {
    const read = files.map((file, i) => rowsOf(file, "ab"[i] ?? "", without));
    const rows = read.flatMap((it) => it.rows);
    const person = new Map(read.flatMap((it) => it.person));
    // Two lists that are each clean are linked across; one list is searched for doubles.
    const linkage = linkRecords(rows, files.length > 1 ? { source: "list", cleanSources: ["a", "b"] } : {});
    const ids = rows.map(({ id }) => id);
    const { pairs, f1 } = pairScores(
      linkage.entities.map(({ members }) => members),
      (id) => person.get(id),
      ids,
    );
    expect(pairs).toBe(files.length > 1 ? 5000 : 500);
    expect(f1).toBeGreaterThanOrEqual(floor);
    expect(linkage.model.estimation).toMatchObject({ converged: true, agreement: "learnt" });
  });
});
