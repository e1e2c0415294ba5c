import { lstat, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { checkOptions, GuiyanError } from "../errors/index.js";
import { fileFault, systemCode } from "./file-fault.js";

/** One file to be written. */
export interface OutputFile {
  /** A bare file name. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Options of the writers. */
export interface WriteOptions {
  /** Replace what is there. Default false. */
  readonly overwrite?: boolean;
}

/** Writes one file and makes sure that it is on the disk. */
async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function kindOf(path: string): Promise<"none" | "file" | "folder" | "link" | "other"> {
  try {
    const stat = await lstat(path);
    return stat.isSymbolicLink() ? "link" : stat.isFile() ? "file" : stat.isDirectory() ? "folder" : "other";
  } catch (error) {
    if (systemCode(error) === "ENOENT") return "none";
    throw error;
  }
}

/** Removes what was staged; a failure here must not hide the fault that led to it. */
async function discard(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch(() => undefined);
}

/** A name beside a target that no other run uses; the process id tells whose it was, should it be left. */
const beside = (path: string, part: string) => join(dirname(path), `.${basename(path)}.${process.pid}.${part}`);

function checkName(name: string): void {
  if (name === "" || name !== basename(name) || name === "." || name === ".." || /[\\/]/.test(name) || name.includes("\0")) {
    throw new GuiyanError("invalid-argument", "writeFolder: expected bare file names", { path: ["files"] });
  }
}

/**
 * Writes one file whole or not at all (原子写入): beside the target first, then renamed over it.
 * @throws GuiyanError `adapter-output-exists`, `adapter-write-failed`
 */
export async function writeBeside(path: string, bytes: Uint8Array, options: WriteOptions = {}): Promise<void> {
  checkOptions("writeBeside", options, ["overwrite"]);
  const staged = beside(path, "new");
  try {
    const kind = await kindOf(path);
    if (kind === "link" || kind === "folder" || kind === "other")
      throw fileFault("adapter-write-failed", path, `expected a plain file, found a ${kind}`);
    if (kind === "file" && options.overwrite !== true) throw fileFault("adapter-output-exists", path, "expected no such file yet");
    await writeThrough(staged, bytes);
    await rename(staged, path);
  } catch (cause) {
    await discard(staged);
    throw cause instanceof GuiyanError ? cause : fileFault("adapter-write-failed", path, "expected to write the file", cause);
  }
}

/**
 * Writes several files into a folder, all or none (整体写入): into a folder beside it first, which then takes its place.
 *
 * An existing empty folder is filled. With `overwrite` a folder that holds nothing but files of these names is replaced; other files are never
 * removed, so that a wrong `--out` costs nothing.
 * @returns paths of the written files, as given
 * @throws GuiyanError `adapter-output-exists`, `adapter-write-failed`, `invalid-argument`
 */
export async function writeFolder(folder: string, files: readonly OutputFile[], options: WriteOptions = {}): Promise<string[]> {
  checkOptions("writeFolder", options, ["overwrite"]);
  for (const { name } of files) checkName(name);
  const target = resolve(folder);
  const staged = beside(target, "new");
  const old = beside(target, "old");
  try {
    const kind = await kindOf(target);
    if (kind === "file" || kind === "link" || kind === "other")
      throw fileFault("adapter-write-failed", target, `expected a folder, found a ${kind}`);
    const present = kind === "folder" ? await readdir(target) : [];
    const names = new Set(files.map(({ name }) => name));
    if (present.length > 0 && options.overwrite !== true)
      throw fileFault("adapter-output-exists", target, "expected a new or empty folder");
    const foreign = present.filter((name) => !names.has(name));
    if (foreign.length > 0) {
      throw fileFault(
        "adapter-output-exists",
        target,
        `expected a folder of earlier output, it holds ${foreign.length} other files or folders`,
      );
    }
    await mkdir(dirname(target), { recursive: true });
    await rm(staged, { recursive: true, force: true });
    await mkdir(staged);
    for (const { name, bytes } of files) await writeThrough(join(staged, name), bytes);
    if (kind === "folder") await rename(target, old);
    try {
      await rename(staged, target);
    } catch (error) {
      if (kind === "folder") await rename(old, target);
      throw error;
    }
    await rm(old, { recursive: true, force: true });
  } catch (cause) {
    await discard(staged);
    throw cause instanceof GuiyanError ? cause : fileFault("adapter-write-failed", target, "expected to write the folder", cause);
  }
  return files.map(({ name }) => join(folder, name));
}
