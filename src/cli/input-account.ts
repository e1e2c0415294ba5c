import { basename } from "node:path";
import { hashFile } from "../node/index.js";
import type { DemandReading, TalentReading } from "../registry/index.js";

/** One input file as a record of a run tells it (输入文件记录). */
export interface InputAccount {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  readonly records: number;
  readonly rejected: number;
  /** Issues by code. */
  readonly issues: Readonly<Record<string, number>>;
}

/** Accounts for a file that was read (输入文件登记). @param file what it is called; its name without folders by default */
export async function inputAccount(path: string, reading: TalentReading | DemandReading, file = basename(path)): Promise<InputAccount> {
  const issues = new Map<string, number>();
  for (const { code } of reading.issues) issues.set(code, (issues.get(code) ?? 0) + 1);
  return {
    file,
    sha256: await hashFile(path),
    rows: reading.counts.rows,
    records: reading.counts.records,
    rejected: reading.counts.rejected,
    issues: Object.fromEntries([...issues].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** An input file on one line, as summaries show it. */
export function accountLine({ file, rows, records, rejected, issues }: InputAccount, lang: "zh" | "en"): string {
  const noted = Object.values(issues).reduce((a, b) => a + b, 0);
  return lang === "zh"
    ? `${file}：${rows} 行 = ${records} 条记录 + ${rejected} 行未采用；${noted} 条提示`
    : `${file}: ${rows} rows = ${records} records + ${rejected} not used; ${noted} notes`;
}
