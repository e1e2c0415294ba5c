import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** Folder of reference tables and public benchmarks, beside the project; tests that need it are skipped, and counted, where it is absent. */
const root = resolve(import.meta.dirname, "..", "..", "shared", "data");

/** Whether the reference data stands beside the project. */
export const hasSharedData = existsSync(root);

/** Path of a reference file. */
export function sharedData(...parts: string[]): string {
  return join(root, ...parts);
}
