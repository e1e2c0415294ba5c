import { readFileSync } from "node:fs";
import { sharedData } from "../shared-data.js";

/** Rows of a reference table by header; no cell of these tables holds a quoted line feed. */
export function referenceTable(...parts: string[]): Map<string, string>[] {
  const [head = "", ...lines] = readFileSync(sharedData(...parts), "utf8")
    .trim()
    .split(/\r?\n/);
  const header = cells(head);
  return lines.map((line) => {
    const row = cells(line);
    return new Map(header.map((name, i) => [name, row[i] ?? ""]));
  });
}

function cells(line: string): string[] {
  const found: string[] = [];
  let cell = "";
  let quoted = false;
  for (const sign of line) {
    if (sign === '"') quoted = !quoted;
    else if (sign === "," && !quoted) {
      found.push(cell);
      cell = "";
    } else cell += sign;
  }
  return [...found, cell];
}
