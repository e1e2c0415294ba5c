import { cpus } from "node:os";

/** What a run was measured on (测试机). */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly node: string;
}

/** The machine that a report is from, without its name. */
export function machineOf(): Machine {
  return { cpu: cpus()[0]?.model.replace(/\s+/g, " ").trim() ?? "unknown", cores: cpus().length, node: process.version };
}

/** Three figures that count, thousands apart. */
export function figure(value: number): string {
  const rounded = Number(value.toPrecision(3));
  const [whole = "", fraction] = String(rounded).split(".");
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}

/** Microseconds in the unit that suits them. */
export function duration(micros: number): string {
  if (micros < 1000) return `${figure(micros)} µs`;
  return micros < 1e6 ? `${figure(micros / 1000)} ms` : `${figure(micros / 1e6)} s`;
}

/** Rows as a table of Markdown. */
export function markdownTable(rows: readonly Record<string, string>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map((row) => line(columns.map((column) => row[column] ?? "")))].join("\n");
}
