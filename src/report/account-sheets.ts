import type { Cell } from "../model/index.js";
import { type DemandReading, summariseQuality, type TalentReading } from "../registry/index.js";
import { type Lang, memberName, severityName } from "./wording.js";
import type { SheetModel } from "./workbook-model.js";

/** What was read from one file (读取情况). */
export interface ReadAccount {
  /** File name without folders. */
  readonly file: string;
  readonly reading: TalentReading | DemandReading;
}

/** Issues beyond this are counted, not listed. */
const ISSUES_LISTED = 20_000;

function qualitySheet(accounts: readonly ReadAccount[], lang: Lang): SheetModel {
  const rows: Cell[][] = [];
  const [kinds, yes, no] =
    lang === "zh"
      ? ([{ rows: "行数", records: "记录", rejected: "未采用", known: "已知", issues: "问题" }, "已识别", "未采用的列"] as const)
      : ([
          { rows: "rows", records: "records", rejected: "not used", known: "known", issues: "issues" },
          "mapped",
          "column not used",
        ] as const);
  for (const { file, reading } of accounts) {
    const { counts, columns } = reading;
    rows.push([file, kinds.rows, null, counts.rows, null], [file, kinds.records, null, counts.records, null]);
    rows.push([file, kinds.rejected, null, counts.rejected, null]);
    const quality = summariseQuality(reading);
    for (const { member, known, share } of quality.members)
      rows.push([file, kinds.known, memberName(member, lang), known, share === undefined ? null : `${(share * 100).toFixed(1)} %`]);
    for (const { code, count } of quality.issues) rows.push([file, kinds.issues, code, count, null]);
    for (const { label, member, reason, reasonZh } of columns) {
      const target = member === undefined ? "–" : memberName(member, lang);
      rows.push([file, member === undefined ? no : yes, `${label} → ${target}`, null, lang === "zh" ? reasonZh : reason]);
    }
  }
  return {
    name: lang === "zh" ? "数据质量" : "Data quality",
    header: lang === "zh" ? ["文件", "类别", "项目", "数量", "占比或依据"] : ["file", "kind", "item", "count", "share or reason"],
    rows,
    columnWidths: [28, 12, 36, 10, 60],
    freezeHeader: true,
  };
}

function issueSheet(accounts: readonly ReadAccount[], lang: Lang): SheetModel {
  const rows: Cell[][] = [];
  let total = 0;
  for (const { reading } of accounts) {
    for (const { code, severity, message, messageZh, source } of reading.issues) {
      total++;
      if (rows.length < ISSUES_LISTED) {
        rows.push([
          source.table,
          source.row ?? null,
          source.column ?? null,
          severityName(severity, lang),
          lang === "zh" ? messageZh : message,
          code,
        ]);
      }
    }
  }
  if (total > rows.length) {
    rows.push([
      null,
      null,
      null,
      severityName("info", lang),
      lang === "zh" ? `共 ${total} 条，仅列出前 ${ISSUES_LISTED} 条` : `${total} in all, the first ${ISSUES_LISTED} listed`,
      null,
    ]);
  }
  return {
    name: lang === "zh" ? "问题清单" : "Issues",
    header: lang === "zh" ? ["表", "行", "列", "程度", "说明", "代码"] : ["table", "row", "column", "severity", "message", "code"],
    rows,
    columnWidths: [30, 8, 16, 8, 70, 22],
    freezeHeader: true,
  };
}

/** The sheets that account for the inputs (数据质量、问题清单): what was read, what is known, which columns were used and why, what was unclear. */
export function accountSheets(accounts: readonly ReadAccount[], lang: Lang): SheetModel[] {
  return accounts.length === 0 ? [] : [qualitySheet(accounts, lang), issueSheet(accounts, lang)];
}
