import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { projectRoot } from "../package/source-files.js";

/** Runs a TypeScript text as a module of the project, against the built package, and returns what it prints. */
export function runTypescript(name: string, source: string): string {
  const folder = join(projectRoot, ".tmp");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.mjs`);
  try {
    writeFileSync(file, transformSync(source, { loader: "ts", format: "esm", target: "es2023" }).code);
    return execFileSync(process.execPath, [file], {
      cwd: projectRoot,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 60_000,
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
    });
  } finally {
    rmSync(file, { force: true });
  }
}

/** Prints that a text promises: the words after `// →` on a `console.log` line, in order. */
export function promisedPrints(source: string): string[] {
  return [...source.matchAll(/\/\/ → (.*)$/gm)].map(([, words = ""]) => words.trim());
}
