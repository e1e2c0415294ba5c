import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { filesUnder, projectRoot, textOf } from "./source-files.js";

/** Source without comments, so that words in comments are no breach. */
function codeOf(path: string): string {
  return textOf(path)
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|\s)\/\/.*$/gm, "$1");
}

const sources = filesUnder("src");
const browserSources = sources.filter((path) => !/^src\/(?:node|cli)\//.test(path));

describe("sources", () => {
  test.each([
    ["the clock", /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/],
    ["unseeded chance", /\bMath\.random\b|\brandomUUID\b/],
    ["the locale", /\bIntl\b|\.localeCompare\(|\.toLocale\w+\(/],
    ["code from text", /\beval\(|\bnew Function\b/],
    ["unchecked types", /\bas any\b|:\s*any\b|@ts-(?:ignore|expect-error|nocheck)|biome-ignore/],
    ["unfinished work", /\b(?:TODO|FIXME|XXX)\b/],
  ])("never use %s", (_, pattern) => {
    expect(sources.filter((path) => pattern.test(codeOf(path)))).toEqual([]);
  });

  test("outside node/ and cli/ nothing of Node is used", () => {
    expect(browserSources.filter((path) => /\bprocess\.|\bBuffer\b|\brequire\(|\b__dirname\b/.test(codeOf(path)))).toEqual([]);
  });

  test("a file is one idea: at most 400 lines, packs exempt", () => {
    const long = sources.filter((path) => !path.includes("/packs/") && textOf(path).split("\n").length > 401);
    expect(long).toEqual([]);
  });

  test("no room is a drawer", () => {
    const drawers = /^(?:utils?|common|helpers?|misc|shared|types)(?:\.ts)?$/;
    expect(sources.flatMap((path) => path.split("/")).filter((part) => drawers.test(part))).toEqual([]);
  });

  test("every export has a doc comment", () => {
    const bare = sources.flatMap((path) => {
      const lines = textOf(path).split("\n");
      return lines.flatMap((line, i) =>
        /^export (?:default |declare |abstract |async )*(?:function|const|class|interface|type|enum) \w/.test(line) &&
        !/\*\/\s*$/.test(lines[i - 1] ?? "")
          ? [`${path}:${i + 1}`]
          : [],
      );
    });
    expect(bare).toEqual([]);
  });

  test("every room opens with a map of itself", () => {
    const rooms = readdirSync(`${projectRoot}/src`, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== "cli");
    const without = rooms.filter(({ name }) => !textOf(`src/${name}/index.ts`).startsWith(`// ${name}/`));
    expect(without.map(({ name }) => name)).toEqual([]);
  });
});

describe("the repository", () => {
  test("names no path of a machine and no host of a registry", () => {
    const texts = [
      ...sources,
      ...filesUnder("test"),
      ...filesUnder("examples"),
      ...filesUnder("bench"),
      "package.json",
      "package-lock.json",
    ];
    const found = texts.filter(
      (path) => /["'`(\s]\/(?:home|work|root|Users)\/[a-z]/.test(textOf(path)) || /"resolved":\s*"https?:/.test(textOf(path)),
    );
    expect(found).toEqual([]);
  });
});
