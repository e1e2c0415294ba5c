import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesUnder, projectRoot, textOf } from "../package/source-files.js";
import { promisedPrints, runTypescript } from "./run-typescript.js";

/** Names that the package's entries export. */
const exported = new Map<string, ReadonlySet<string>>();
for (const entry of [
  "guiyan",
  "guiyan/model",
  "guiyan/scoring",
  "guiyan/evaluation",
  "guiyan/chain",
  "guiyan/assignment",
  "guiyan/linkage",
  "guiyan/explain",
  "guiyan/outreach",
  "guiyan/report",
  "guiyan/node",
  "guiyan/synth",
])
  exported.set(entry, new Set(Object.keys((await import(entry)) as object)));

/** `@example` blocks of the sources; names of the package that they use are imported for them. */
function docExamples(): { name: string; code: string }[] {
  return filesUnder("src").flatMap((path) =>
    [...textOf(path).matchAll(/^ *\* @example\n((?: *\*(?! @|\/).*\n)+)/gm)].map(([, block = ""], i) => {
      const code = block.replace(/^ *\* ?/gm, "");
      const words = new Set(code.match(/[A-Za-z]\w*/g));
      const declared = new Set([...code.matchAll(/(?:const|let|function)\s+\{?\s*(\w+)/g)].map(([, name]) => name));
      const taken = new Set<string>();
      const imports = [...exported].map(([entry, names]) => {
        const used = [...words].filter((name) => names.has(name) && !declared.has(name) && !taken.has(name));
        for (const name of used) taken.add(name);
        return used.length > 0 ? `import { ${used.join(", ")} } from "${entry}";\n` : "";
      });
      return { name: `${path.replaceAll("/", "-").replace(/\.ts$/, "")}-${i}`, code: imports.join("") + code };
    }),
  );
}

/** Fenced blocks of TypeScript in a page; a block that imports nothing is a fragment and goes on from the block before it. */
function pageExamples(page: string): { name: string; code: string }[] {
  return [...textOf(page).matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code = ""], i) => ({ name: `${page}-${i}`, code }));
}

const pages = ["README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "GLOSSARY.md"];

describe("examples in doc comments", () => {
  const examples = docExamples();

  test("there are some in each of the main rooms", () => {
    for (const room of ["scoring", "ranking", "registry", "taxonomy", "recommend"])
      expect(examples.some(({ name }) => name.startsWith(`src-${room}-`))).toBe(true);
  });

  test.each(examples)("$name prints what it says", ({ name, code }) => {
    const printed = runTypescript(name, code).trimEnd().split("\n");
    const promised = promisedPrints(code);
    expect(printed.slice(0, promised.length)).toEqual(promised.length > 0 ? promised : printed.slice(0, 0));
  });
});

describe("examples in pages", () => {
  test.each(pages.flatMap(pageExamples))("$name runs and prints what it says", ({ name, code }) => {
    const printed = runTypescript(name.replace(/\W/g, "-"), code);
    for (const words of promisedPrints(code)) expect(printed).toContain(words);
    expect(printed.trim()).not.toBe("");
  });

  test("the README has a script to copy", () => {
    expect(pageExamples("README.md").length).toBeGreaterThan(0);
    expect(pageExamples("README.zh-CN.md").length).toBeGreaterThan(0);
  });
});

describe("examples/", () => {
  test.each(readdirSync(join(projectRoot, "examples")).filter((name) => name.endsWith(".ts")))("%s runs and prints", (name) => {
    const printed = runTypescript(`examples-${name}`, textOf(`examples/${name}`));
    expect(printed.split("\n").length).toBeGreaterThan(3);
    expect(printed).not.toMatch(/undefined|NaN|\[object/);
  });
});
