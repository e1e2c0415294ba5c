import { createReadStream } from "node:fs";
import { type FileHandle, open, readFile } from "node:fs/promises";
import { checkAborted } from "../errors/index.js";
import { isArchive, refuseForeign } from "./check-archive.js";
import { fileFault, systemCode } from "./file-fault.js";
import type { ReadLimits } from "./read-limits.js";

/** What a file is: workbook or text by its first bytes, JSON among texts by the ending of its name. */
export type FileKind = "xlsx" | "csv" | "json" | "ndjson";

/** What a text is by its name (文本类型). */
function textKind(path: string): FileKind {
  return /\.json$/i.test(path) ? "json" : /\.(?:ndjson|jsonl)$/i.test(path) ? "ndjson" : "csv";
}

function readFault(path: string, cause: unknown): Error {
  const code = systemCode(cause);
  if (code === "ENOENT" || code === "ENOTDIR") return fileFault("adapter-missing-file", path, "expected a file, there is none", cause);
  if (code === "EISDIR") return fileFault("adapter-missing-file", path, "expected a file, found a folder", cause);
  return fileFault("adapter-read-failed", path, "expected a readable file", cause);
}

/**
 * Looks at a file before reading it (文件预检): it exists, is a file, within the limit, not empty, and of a format that is read.
 * @throws GuiyanError `adapter-missing-file`, `adapter-read-failed`, `empty-table`, `limit-exceeded`, `adapter-unsupported-format`
 */
export async function probeFile(path: string, limits: ReadLimits): Promise<{ kind: FileKind; size: number }> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, "r");
    const stat = await handle.stat();
    if (stat.isDirectory()) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
    const head = new Uint8Array(256);
    await handle.read(head, 0, head.length, 0);
    if (stat.size === 0) throw fileFault("empty-table", path, "expected a header and rows, the file is empty");
    if (stat.size > limits.bytes) throw fileFault("limit-exceeded", path, `expected at most ${limits.bytes} bytes (limits.bytes)`);
    refuseForeign(path, head);
    return { kind: isArchive(head) ? "xlsx" : textKind(path), size: stat.size };
  } catch (cause) {
    throw systemCode(cause) === undefined || (cause instanceof Error && cause.name === "GuiyanError") ? cause : readFault(path, cause);
  } finally {
    await handle?.close();
  }
}

/** Reads a whole file. @throws GuiyanError `adapter-missing-file`, `adapter-read-failed` */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw readFault(path, cause);
  }
}

/** Reads a file chunk by chunk. @throws GuiyanError `adapter-missing-file`, `adapter-read-failed`, `aborted` */
export async function* readChunks(path: string, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path, { highWaterMark: 1 << 18 });
  try {
    for await (const chunk of stream) {
      checkAborted("readTable", signal);
      yield chunk;
    }
  } catch (cause) {
    throw systemCode(cause) === undefined || (cause instanceof Error && cause.name === "GuiyanError") ? cause : readFault(path, cause);
  } finally {
    stream.destroy();
  }
}
