import { describe, expect, test } from "vitest";
import { linkRecords } from "../../src/linkage/index.js";
import { pairScores } from "./pair-scores.js";
import { type PersonRow, type PersonRowsOptions, personRows } from "./person-rows.js";

/** F1 over all true pairs of made-up English people, without labels; members not compared are left out of the rows. */
function f1Of(options: PersonRowsOptions, without: readonly (keyof PersonRow)[]): number {
  const { rows, person } = personRows(options);
  const told = rows.map(
    (row) => Object.fromEntries(Object.entries(row).filter(([member]) => !without.includes(member as keyof PersonRow))) as PersonRow,
  );
  const linkage = linkRecords(told);
  expect(linkage.verify()).toEqual([]);
  const groups = linkage.entities.map(({ members }) => members);
  return pairScores(groups, (id) => person.get(id), [...rows.map(({ id }) => id)]).f1;
}

describe("English people with errors of many kinds, several rows each", () => {
  test.each<[string, PersonRowsOptions, readonly (keyof PersonRow)[], number]>([
    ["few errors, one copy", { seed: 1, people: 800, copies: 400 }, [], 0.995],
    ["several copies, no insurance number", { seed: 2, people: 600, copies: 900, mostCopies: 5, spread: "zipf" }, ["soc_sec_id"], 0.985],
    ["many errors", { seed: 3, people: 600, copies: 600, mostCopies: 4, rowErrors: 8, fieldErrors: 3 }, [], 0.97],
  ])("%s", (_, options, without, floor) => {
    const f1 = f1Of(options, without);
    expect(f1).toBeGreaterThanOrEqual(floor);
  });
});
