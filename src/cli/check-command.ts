import { basename } from "node:path";
import type { Issue } from "../errors/index.js";
import type { Table } from "../model/index.js";
import type { TableFile } from "../node/index.js";
import { type DemandReading, mapHeaders, readDemands, summariseQuality, type TalentReading } from "../registry/index.js";
import { memberName, severityName } from "../report/index.js";
import { loadSimplifier } from "../text/index.js";
import type { Command } from "./command.js";
import { COMMON_OPTIONS } from "./parse-arguments.js";
import { readWithProgress, talentsOfTable } from "./read-inputs.js";
import { UsageError } from "./usage-error.js";

/** Issues of one kind: how many, and the places of the first. */
interface IssueGroup {
  readonly code: string;
  readonly severity: Issue["severity"];
  readonly count: number;
  readonly message: string;
  readonly places: readonly string[];
}

/** Where an issue stands; with `--show-values` the cell's text too, which is then in the details. */
function placeOf({ source, details }: Issue, lang: "zh" | "en"): string {
  const row = source.row === undefined ? "" : lang === "zh" ? `第 ${source.row} 行` : `row ${source.row}`;
  const value = typeof details?.["value"] === "string" ? `“${details["value"]}”` : "";
  return [source.table, row, source.column ?? "", value].filter((part) => part !== "").join(" ");
}

/** Groups issues of one code, column and message (numbers in it aside), the most frequent first. */
function groupIssues(issues: readonly Issue[], lang: "zh" | "en"): IssueGroup[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const key = [issue.code, issue.source.column ?? "", issue.message.replace(/\S*\d\S*/g, "#")].join("\n");
    const group = groups.get(key);
    if (group) group.push(issue);
    else groups.set(key, [issue]);
  }
  const made = [...groups.values()].map((list): IssueGroup => {
    const first = list[0] as Issue;
    return {
      code: first.code,
      severity: first.severity,
      count: list.length,
      message: lang === "zh" ? first.messageZh : first.message,
      places: list.slice(0, 3).map((issue) => placeOf(issue, lang)),
    };
  });
  // The sort is stable: equal counts stay in the order of the sheet.
  return made.sort((a, b) => b.count - a.count);
}

function entityOf(table: Table, asked: string | undefined): "talent" | "demand" {
  if (asked === "talent" || asked === "demand") return asked;
  if (asked !== undefined) throw new UsageError("--as: expected talent or demand", "--as：应为 talent（人才表）或 demand（需求表）");
  return mapHeaders(table.header, { entity: "auto" }).entity === "demand" ? "demand" : "talent";
}

function told(file: string, entity: "talent" | "demand", reading: TalentReading | DemandReading, lang: "zh" | "en"): string {
  const { counts, columns, issues } = reading;
  const zh = lang === "zh";
  const lines = [
    zh
      ? `${file}：按${entity === "talent" ? "人才表" : "需求表"}读取；${counts.rows} 行 = ${counts.records} 条记录 + ${counts.rejected} 行未采用`
      : `${file}: read as ${entity === "talent" ? "talents" : "demands"}; ${counts.rows} rows = ${counts.records} records + ${counts.rejected} not used`,
    "",
    zh ? "列：" : "Columns:",
    ...columns.map(({ label, member, reason, reasonZh }) => {
      const target = member;
      return `  ${label === "" ? (zh ? "（无列名）" : "(no label)") : label} → ${target === undefined ? (zh ? "未采用" : "not used") : memberName(target, lang)}  ${zh ? reasonZh : reason}`;
    }),
    "",
    zh ? "已知事实：" : "Known facts:",
    ...summariseQuality(reading).members.map(
      ({ member, known, share }) =>
        `  ${memberName(member, lang)}  ${known}${share === undefined ? "" : ` (${(share * 100).toFixed(1)} %)`}`,
    ),
  ];
  const groups = groupIssues(issues, lang);
  if (groups.length > 0) {
    lines.push("", zh ? "问题：" : "Issues:");
    for (const { code, severity, count, message, places } of groups) {
      lines.push(
        `  ${severityName(severity, lang)}  ${code} × ${count}  ${message}`,
        `      ${places.join("; ")}${count > places.length ? " …" : ""}`,
      );
    }
  }
  return `${lines.join("\n")}\n`;
}

async function demandsOfTable(table: TableFile, showValues: boolean): Promise<DemandReading> {
  const reading = readDemands(table, { simplify: await loadSimplifier(), showValues });
  return { ...reading, issues: [...table.issues, ...reading.issues] };
}

/** `guiyan check`: what the importer understood of a file. */
export const checkCommand: Command = {
  name: "check",
  synopsis: "FILE",
  summary: {
    zh: "检查一个表：识别出哪些列、为什么、哪些行和单元格有疑问",
    en: "checks a file: which columns were recognised and why, which rows and cells are unclear",
  },
  options: {
    as: {
      type: "string",
      value: "talent|demand",
      zh: "按人才表或需求表读取（默认自动判断）",
      en: "read as talents or demands (default: recognised)",
    },
    ...COMMON_OPTIONS,
  },
  examples: ["guiyan check talents.xlsx", "guiyan check demands.csv --as demand --json"],
  async run(args, lang, terminal) {
    const [path, ...more] = args.positionals;
    if (path === undefined || more.length > 0) throw new UsageError("check: expected one file", "check：请给出一个文件");
    const showValues = args.flag("show-values");
    const table = await readWithProgress(path, { lang, quiet: args.flag("quiet") || args.flag("json"), showValues }, terminal);
    const entity = entityOf(table, args.text("as"));
    const reading = entity === "talent" ? await talentsOfTable(path, table, { showValues }) : await demandsOfTable(table, showValues);
    if (args.flag("json")) {
      const { counts, columns, issues } = reading;
      terminal.out(`${JSON.stringify({ file: basename(path), entity, counts, columns, quality: summariseQuality(reading), issues })}\n`);
    } else if (!args.flag("quiet")) terminal.out(told(basename(path), entity, reading, lang));
    return 0;
  },
};
