// Runs every bench against the built package: node bench/run.mjs [name …] [--flag …]; flags go to the benches.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const flags = process.argv.slice(2).filter((word) => word.startsWith("--"));
const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const built = join(here, "..", ".tmp", "bench");
mkdirSync(built, { recursive: true });
for (const file of readdirSync(here).filter((name) => name.endsWith(".bench.ts"))) {
  const name = file.replace(/\.bench\.ts$/, "");
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const outfile = join(built, `${name}.mjs`);
  buildSync({
    entryPoints: [join(here, file)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  const { status } = spawnSync(process.execPath, ["--expose-gc", outfile, ...flags], { stdio: "inherit", cwd: join(here, "..") });
  if (status !== 0) process.exitCode = 1;
}
rmSync(built, { recursive: true, force: true });
