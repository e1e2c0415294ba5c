import type { WorkbookModel } from "../report/index.js";
import { encodeWorkbook } from "./spreadsheet.js";
import { type WriteOptions, writeBeside } from "./write-folder.js";

/**
 * Writes a workbook as .xlsx (写出工作簿), whole or not at all; the same model gives the same bytes.
 * @throws GuiyanError `adapter-output-exists`, `adapter-write-failed`, `limit-exceeded`
 * @complexity O(cells)
 */
export async function writeWorkbook(path: string, workbook: WorkbookModel, options: WriteOptions = {}): Promise<void> {
  await writeBeside(path, await encodeWorkbook(workbook), options);
}
