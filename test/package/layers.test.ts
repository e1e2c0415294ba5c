import { describe, expect, test } from "vitest";
import { breachesOf, specifiersOf } from "./layers.js";
import { filesUnder, textOf } from "./source-files.js";

describe("layers", () => {
  test("imports point only to a lower rank, through the other room's index", () => {
    expect(filesUnder("src").flatMap((path) => breachesOf(path, textOf(path)))).toEqual([]);
  });

  test.each([
    ["an upward import", "src/scoring/a.ts", 'import { rank } from "../ranking/index.js";'],
    ["a sideways import", "src/scoring/a.ts", 'import type { Issue } from "../registry/index.js";'],
    ["a room that its row does not name", "src/model/a.ts", 'import { x } from "../numeric/index.js";'],
    ["a way past the index", "src/scoring/a.ts", 'import { x } from "../model/talent.js";'],
    ["a room without rank", "src/utils/a.ts", ""],
    ["a foreign package out of place", "src/scoring/a.ts", 'import Fuse from "fuse.js";'],
    ["a lazy import out of place", "src/registry/a.ts", 'const x = await import("hucre/xlsx");'],
    ["node in a browser room", "src/report/a.ts", 'import { join } from "node:path";'],
    ["a re-export upwards", "src/errors/a.ts", 'export * from "../model/index.js";'],
    ["a missing ending", "src/scoring/a.ts", 'import { x } from "./b";'],
    ["an upward import from a pack", "src/taxonomy/packs/a.ts", 'import { x } from "../../model/index.js";'],
  ])("%s is found", (_, path, source) => {
    expect(breachesOf(path, source)).toHaveLength(1);
  });

  test("an import over several lines and a type import count", () => {
    expect(
      specifiersOf('import {\n  a,\n  type B,\n} from "../x/index.js";\nimport type { C } from "./c.js";\nexport { d } from "./d.js";'),
    ).toEqual(["../x/index.js", "./c.js", "./d.js"]);
  });
});
