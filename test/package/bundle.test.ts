import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build, type Plugin } from "esbuild";
import { describe, expect, test } from "vitest";
import { specifiersOf } from "./layers.js";
import { projectRoot } from "./source-files.js";

const dist = join(projectRoot, "dist");
if (!existsSync(join(dist, "index.js"))) throw new Error("bundle.test.ts needs dist/: run `npm run build` first");

/** Entries that must run in a browser. */
const BROWSER_ENTRIES = [
  "index",
  "errors",
  "text",
  "numeric",
  "taxonomy",
  "model",
  "registry",
  "scoring",
  "evaluation",
  "ranking",
  "assignment",
  "linkage",
  "explain",
  "chain",
  "synth",
  "outreach",
  "recommend",
  "report",
];
/** Words of the large packs: a county, a retired county, an industry, a major. */
const PACK_WORDS = ["南乐县", "绍兴县", "谷物磨制", "孤独症儿童教育"];

async function bundle(contents: string, plugins: Plugin[] = []): Promise<string> {
  const result = await build({
    stdin: { contents, resolveDir: projectRoot, loader: "ts" },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
    charset: "utf8",
    logLevel: "silent",
    plugins,
    // Loaded on demand by import(): chunks of their own in any bundler.
    external: ["pinyin-pro", "opencc-js/*", "hucre/*", "csv-parse"],
  });
  return result.outputFiles[0]?.text ?? "";
}

const brotliKb = (text: string) => brotliCompressSync(Buffer.from(text)).length / 1024;

/** Leaves the data out: packs and the region package become empty modules, whatever they export. */
const withoutPacks: Plugin = {
  name: "without-packs",
  setup(plugin) {
    plugin.onLoad({ filter: /[\\/](?:packs[\\/][^\\/]+\.ts|area-data[\\/]dist[\\/]index\.js)$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const names = [...source.matchAll(/export (?:const|function\*?|class) (\w+)/g)].map(([, name]) => name);
      const listed = [...source.matchAll(/export \{([^}]*)\}/g)].flatMap(([, list = ""]) =>
        list.split(",").map((item) =>
          item
            .trim()
            .split(/\s+as\s+/)
            .at(-1),
        ),
      );
      const all = new Set([...names, ...listed].filter((name) => name !== undefined && name !== ""));
      return { contents: [...all].map((name) => `export const ${name} = globalThis.absentPack;`).join("\n"), loader: "js" };
    });
  },
};

/** Files of dist that a file loads when it is imported by Node, lazy imports not counted. */
function closureOf(entry: string): string[] {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const specifier of specifiersOf(readFileSync(file, "utf8").replace(/\bimport\(/g, "lazy("))) {
      if (specifier.startsWith(".")) visit(resolve(dirname(file), specifier));
    }
  };
  visit(join(dist, `${entry}.js`));
  return [...seen];
}

describe("the built package in a browser", () => {
  test.each(BROWSER_ENTRIES)("%s bundles without shims and holds nothing of Node", async (entry) => {
    const code = await bundle(`export * from "./dist/${entry}.js";`);
    expect(code.length).toBeGreaterThan(100);
    expect(/["']node:[a-z]|\bprocess\.(?:env|stdout|argv)|\bBuffer\.from|\beval\(/.exec(code)?.[0]).toBeUndefined();
  });

  /** What a program that neither draws maps nor links lists nor gives talents to demands takes from the entry. */
  const APART = ["buildTalentMap", "assign", "linkRecords", "linkRecordsInSteps"];
  const coreNames = async () =>
    Object.keys(await import(pathToFileURL(join(dist, "index.js")).href)).filter((name) => !APART.includes(name));

  test("the core of guiyan is at most 80 KB brotli without its taxonomy packs, and takes no graph along", async () => {
    const code = await bundle(`export { ${(await coreNames()).join(", ")} } from "./src/index.ts";`, [withoutPacks]);
    expect(PACK_WORDS.filter((word) => code.includes(word))).toEqual([]);
    expect(code.includes("adapter-missing-file")).toBe(true);
    expect(code.includes("UsageGraphError")).toBe(false);
    expect(brotliKb(code)).toBeLessThanOrEqual(80);
  });

  test("the whole entry, maps, assignment and linkage included, is at most 128 KB", async () => {
    const code = await bundle('export * from "./src/index.ts";', [withoutPacks]);
    expect(code.includes("UsageGraphError")).toBe(true);
    expect(brotliKb(code)).toBeLessThanOrEqual(128);
  });
});

describe("guiyan/scoring alone", () => {
  test("bundles to a few kilobytes without packs, spreadsheets, pinyin or schemas", async () => {
    const code = await bundle('export * from "./dist/scoring.js";');
    const foreign = [...PACK_WORDS, "hucre", "csv-parse", "pinyin-pro", "opencc", "ZodError", "欧阳", "quantile"];
    expect(foreign.filter((word) => code.includes(word))).toEqual([]);
    expect(brotliKb(code)).toBeLessThan(12);
  });

  test("loads no pack in Node either", () => {
    const loaded = closureOf("scoring").map((file) => readFileSync(file, "utf8"));
    expect(PACK_WORDS.filter((word) => loaded.some((text) => text.includes(word)))).toEqual([]);
    expect(loaded.join("").length).toBeLessThan(120_000);
    expect(closureOf("taxonomy").some((file) => readFileSync(file, "utf8").includes("谷物磨制"))).toBe(true);
  });

  test("one small function of the whole costs a small bundle", async () => {
    const code = await bundle('export { largestRemainder } from "./dist/index.js";');
    expect(code.length).toBeLessThan(8000);
  });
});
