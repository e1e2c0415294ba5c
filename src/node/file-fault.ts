import { basename } from "node:path";
import { type ErrorCode, GuiyanError } from "../errors/index.js";

/** Code of a system error, e.g. `ENOENT`. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** Makes the error for a file that cannot be used; names the file without its folders. */
export function fileFault(code: ErrorCode, path: string, problem: string, cause?: unknown): GuiyanError {
  const system = systemCode(cause);
  return new GuiyanError(code, `${basename(path)}: ${problem}`, {
    path: [basename(path)],
    ...(system === undefined ? {} : { details: { system } }),
    ...(cause === undefined ? {} : { cause }),
  });
}
