import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { HOSTILE_GROUPS, type HostileGroup, hostileList } from "../hostile-data.js";
import { hasSharedData, sharedData } from "../shared-data.js";
import { filesUnder, textOf } from "./source-files.js";

/** Files beside the list that are no input: licences, the list itself, and what another program made of the CSV files. */
const NO_INPUT = /(?:^|\/)LICENSE[^/]*$|^README\.md$|^MANIFEST\.json$|^ext\/duckdb-read_csv-1\.5\.6\.json$/;

describe.skipIf(!hasSharedData)("the list of hostile files", () => {
  test("names every file that is there, as it is", () => {
    const root = sharedData("hostile");
    const there = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((path) => !NO_INPUT.test(path));
    const listed = hostileList();
    expect(there.sort()).toEqual(listed.map(({ path }) => path).sort());
    const changed = listed.filter(
      ({ path, sha256 }) =>
        createHash("sha256")
          .update(readFileSync(join(root, path)))
          .digest("hex") !== sha256,
    );
    expect(changed.map(({ path }) => path)).toEqual([]);
  });

  test("each file belongs to one group, and a suite walks each group", () => {
    const groups = Object.entries(HOSTILE_GROUPS) as [HostileGroup, RegExp][];
    const homes = hostileList().map(({ path }) => [path, groups.filter(([, pattern]) => pattern.test(path)).length]);
    expect(homes.filter(([, count]) => count !== 1)).toEqual([]);
    const suites = filesUnder("test", ".oracle.test.ts").map(textOf).join("\n");
    const asked = (group: string) =>
      suites.includes(`hostileFiles("${group}")`) || new RegExp(`hostileCases(?:<[^(]*>)?\\("${group}"\\)`).test(suites);
    expect(groups.map(([group]) => group).filter((group) => !asked(group))).toEqual([]);
  });
});
