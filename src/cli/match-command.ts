import { isIsoDate } from "../numeric/index.js";
import { TIERS, type Tier } from "../report/index.js";
import type { Command } from "./command.js";
import { type MatchOutcome, type MatchSettings, runMatchJob } from "./match-job.js";
import { matchSummary } from "./match-summary.js";
import { COMMON_OPTIONS, type OptionSpecs, type ParsedArguments } from "./parse-arguments.js";
import type { Terminal } from "./terminal.js";
import { UsageError } from "./usage-error.js";

/** Options of every command that runs the matching job. */
export const MATCH_OPTIONS: OptionSpecs = {
  out: {
    type: "string",
    short: "o",
    alias: "output",
    value: "DIR",
    zh: "输出目录（整体写入，失败则不留半成品）",
    en: "output folder (written whole or not at all)",
  },
  top: { type: "string", short: "k", value: "N", zh: "每项需求的人数，默认 10", en: "talents a demand, default 10" },
  weights: {
    type: "string",
    value: "LIST",
    zh: "默认权重，如 field=400,title=250,region=200,degree=150",
    en: "default weights, e.g. field=400,title=250,region=200,degree=150",
  },
  tier: {
    type: "string",
    value: "TIER",
    zh: "密级：internal 全部，enterprise 匿名，public 仅汇总",
    en: "readers: internal (all), enterprise (pseudonyms), public (totals only)",
  },
  now: {
    type: "string",
    value: "DATE",
    zh: "今天的日期，如 2026-06-30；给出后写回访名单并判断信息是否过期",
    en: "today's date, e.g. 2026-06-30: adds the list of calls and tells stale facts",
  },
  "keep-duplicate-ids": {
    type: "boolean",
    zh: "编号重复时继续，重复的记录另给编号",
    en: "go on where ids repeat; later records get ids of their own",
  },
  link: {
    type: "boolean",
    zh: "先把各名单中同一人的记录合为一条，再排名",
    en: "make one talent of all records of one person before ranking",
  },
  force: { type: "boolean", short: "f", zh: "允许覆盖已有输出", en: "overwrite existing output" },
};

/** Reads `field=400,title=250`. @throws UsageError */
function parseWeights(text: string): Record<string, number> {
  const known = ["region", "field", "degree", "title"];
  const weights = new Map<string, number>();
  for (const part of text.split(",")) {
    const [name = "", value = ""] = part.split("=").map((word) => word.trim());
    if (!known.includes(name) || !/^\d+(\.\d+)?$/.test(value)) {
      throw new UsageError(
        "--weights: expected a list such as field=400,title=250,region=200,degree=150",
        "--weights：应写成 field=400,title=250,region=200,degree=150（领域、职称、地域、学历）",
      );
    }
    weights.set(name, Number(value));
  }
  return Object.fromEntries(weights);
}

/** Settings that the options of a matching command say. @throws UsageError */
export function matchSettings(
  args: ParsedArguments,
  lang: "zh" | "en",
  paths: Pick<MatchSettings, "talentsPath" | "demandsPath" | "outDir">,
): MatchSettings {
  const tier = args.text("tier") ?? "internal";
  const known = TIERS.find((name): name is Tier => name === tier);
  if (known === undefined) throw new UsageError(`--tier: expected one of ${TIERS.join(", ")}`, `--tier：应为 ${TIERS.join("、")} 之一`);
  const weights = args.text("weights");
  const now = args.text("now");
  if (now !== undefined && !isIsoDate(now))
    throw new UsageError("--now: expected a date YYYY-MM-DD that exists", "--now：应为存在的日期，写成 YYYY-MM-DD");
  return {
    ...paths,
    lang,
    tier: known,
    k: args.integer("top", 1) ?? 10,
    quiet: args.flag("quiet") || args.flag("json"),
    showValues: args.flag("show-values"),
    overwrite: args.flag("force"),
    link: args.flag("link"),
    keepDuplicateIds: args.flag("keep-duplicate-ids"),
    now,
    weights: weights === undefined ? undefined : parseWeights(weights),
  };
}

/** Prints the outcome as the options ask. */
export function tellOutcome(outcome: MatchOutcome, settings: MatchSettings, json: boolean, terminal: Terminal): void {
  if (json) terminal.out(`${JSON.stringify({ ...outcome.record, files: outcome.files })}\n`);
  else if (!settings.quiet) terminal.out(matchSummary(outcome, settings.lang, settings.tier));
}

/** `guiyan match`: the main job. */
export const matchCommand: Command = {
  name: "match",
  synopsis: "TALENTS DEMANDS --out DIR",
  summary: {
    zh: "读入人才表与需求表（.xlsx 或 .csv），写出推荐工作簿 ranked.xlsx 和运行记录 run.json",
    en: "reads a talent file and a demand file (.xlsx or .csv), writes the ranked workbook ranked.xlsx and run.json",
  },
  options: { ...MATCH_OPTIONS, ...COMMON_OPTIONS },
  examples: [
    "guiyan match talents.xlsx demands.xlsx --out result",
    "guiyan match talents.xlsx demands.xlsx --out result --link",
    "guiyan match talents.csv demands.csv --out result --top 5 --tier enterprise --force",
  ],
  async run(args, lang, terminal) {
    const [talentsPath, demandsPath, ...more] = args.positionals;
    if (talentsPath === undefined || demandsPath === undefined || more.length > 0)
      throw new UsageError("match: expected two files, TALENTS and DEMANDS", "match：请先后给出两个文件：人才表、需求表");
    const outDir = args.text("out");
    if (outDir === undefined || outDir === "")
      throw new UsageError("match: expected an output folder, --out DIR", "match：请用 --out 目录 指定输出目录");
    const settings = matchSettings(args, lang, { talentsPath, demandsPath, outDir });
    tellOutcome(await runMatchJob(settings, terminal), settings, args.flag("json"), terminal);
    return 0;
  },
};
