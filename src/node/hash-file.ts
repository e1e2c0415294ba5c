import { createHash } from "node:crypto";
import { readChunks } from "./open-file.js";

/**
 * SHA-256 of a file (文件指纹), in lower-case hexadecimal digits.
 * @throws GuiyanError `adapter-missing-file`, `adapter-read-failed`
 * @complexity O(bytes)
 */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of readChunks(path)) hash.update(chunk);
  return hash.digest("hex");
}
