import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";

/** Root of the project. */
export const projectRoot = resolve(import.meta.dirname, "..", "..");

/** Text files under a folder of the project by their path from the root, in order. */
export function filesUnder(folder: string, ending = ".ts"): string[] {
  const found: string[] = [];
  const walk = (path: string): void => {
    for (const name of readdirSync(path).sort()) {
      const child = join(path, name);
      if (statSync(child).isDirectory()) walk(child);
      else if (name.endsWith(ending)) found.push(relative(projectRoot, child));
    }
  };
  walk(join(projectRoot, folder));
  return found;
}

/** Text of a file of the project. */
export function textOf(path: string): string {
  return readFileSync(join(projectRoot, path), "utf8");
}
