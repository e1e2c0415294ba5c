import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { VERSION } from "../../src/cli/version.js";
import { entries } from "../../tsup.config.js";
import { projectRoot, textOf } from "./source-files.js";

interface Manifest {
  readonly version: string;
  readonly exports: Readonly<Record<string, { types: string; default: string } | string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}
const manifest = JSON.parse(textOf("package.json")) as Manifest;
const lock = (JSON.parse(textOf("package-lock.json")) as { packages: Readonly<Record<string, LockedPackage>> }).packages;

/** Every package that an installation of guiyan brings. */
function runtimeTree(): Map<string, LockedPackage> {
  const found = new Map<string, LockedPackage>();
  const visit = (names: readonly string[]): void => {
    for (const name of names) {
      const locked = lock[`node_modules/${name}`];
      if (locked === undefined || found.has(name)) continue;
      found.set(name, locked);
      visit(Object.keys(locked.dependencies ?? {}));
    }
  };
  visit(Object.keys(manifest.dependencies));
  return found;
}

describe("package.json", () => {
  test("the program's version is the package's", () => {
    expect(VERSION).toBe(manifest.version);
  });

  test("exports list the built entries and nothing else", () => {
    const listed = Object.keys(manifest.exports)
      .filter((name) => name !== "./package.json")
      .map((name) => (name === "." ? "index" : name.slice(2)));
    expect(listed.sort()).toEqual(
      Object.keys(entries)
        .filter((name) => !["cli", "cell-worker"].includes(name))
        .sort(),
    );
    for (const target of Object.values(manifest.exports)) {
      if (typeof target === "object")
        for (const file of [target.types, target.default]) expect(existsSync(join(projectRoot, file))).toBe(true);
    }
  });

  test("every version is pinned exactly", () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  test("the runtime tree is small, permissive, without install scripts", () => {
    const tree = runtimeTree();
    expect(tree.size).toBeGreaterThanOrEqual(Object.keys(manifest.dependencies).length);
    expect(tree.size).toBeLessThanOrEqual(20);
    const permissive = /^(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|MIT AND Apache-2\.0)$/;
    expect([...tree].filter(([, { license }]) => !permissive.test(license ?? "")).map(([name]) => name)).toEqual([]);
    expect([...tree].filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
  });
});

describe("the tarball", () => {
  test("holds the built files and the usual single ones, in at most 1.5 MB", () => {
    const told = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      cwd: projectRoot,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const packed = JSON.parse(told.slice(told.search(/[[{]/))) as unknown;
    const [pack] = (Array.isArray(packed) ? packed : Object.values(packed as object)) as { size: number; files: { path: string }[] }[];
    const paths = pack?.files.map(({ path }) => path) ?? [];
    const allowed = /^(?:dist\/[\w-]+\.(?:js|d\.ts)|package\.json|README\.md|README\.zh-CN\.md|LICENSE|CHANGELOG\.md)$/;
    expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(["dist/index.js", "dist/index.d.ts", "dist/cli.js", "README.md", "LICENSE"]));
    expect(pack?.size).toBeLessThanOrEqual(1_500_000);
  });
});
