import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import { GuiyanError } from "../../src/errors/index.js";

const made: string[] = [];

/** A new empty folder, removed after the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "guiyan-test-"));
  made.push(folder);
  return folder;
}

/** A file of these bytes in a new folder. */
export function scratchFile(name: string, bytes: string | Uint8Array): string {
  const path = join(scratchFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The GuiyanError that a promise ends in. */
export async function faultOf(work: Promise<unknown>): Promise<GuiyanError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof GuiyanError) return error;
    throw error;
  }
  throw new Error("expected a GuiyanError");
}
