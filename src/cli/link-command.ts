import type { Command } from "./command.js";
import { runLinkJob } from "./link-job.js";
import { linkSummary } from "./link-summary.js";
import { MATCH_OPTIONS } from "./match-command.js";
import { COMMON_OPTIONS, type OptionSpecs } from "./parse-arguments.js";
import { UsageError } from "./usage-error.js";

/** Where the result goes unless the command line says. */
const OUT_DIR = "linked";

/** `guiyan link`: several lists of talents, everybody once. */
export const linkCommand: Command = {
  name: "link",
  synopsis: "LIST... [--out DIR]",
  summary: {
    zh: "把多份人才名单中同一人的记录合为一条，写出 linked.xlsx（人员、合并依据、待核、取舍）和 people.json；含姓名，供内部使用",
    en: "makes one person of all records of several talent lists; writes linked.xlsx (people, merges, review, conflicts) and people.json; for internal use",
  },
  options: {
    out: {
      ...(MATCH_OPTIONS["out"] as OptionSpecs[string]),
      zh: `输出目录，默认 ${OUT_DIR}（整体写入，失败则不留半成品）`,
      en: `output folder, default ${OUT_DIR} (written whole or not at all)`,
    },
    clean: {
      type: "string",
      multiple: true,
      value: "NAME",
      zh: "本身无重复的名单（文件、工作表名，可多次给出）：同一名单内不合并",
      en: "a list (file or sheet) in which nobody stands twice: no two of its records are merged; may be repeated",
    },
    force: MATCH_OPTIONS["force"] as OptionSpecs[string],
    ...COMMON_OPTIONS,
  },
  examples: [
    "guiyan link officials.xlsx experts.csv business.xlsx --out linked",
    "guiyan link talents.xlsx --clean 党政人才 --force",
    "guiyan match linked/people.json demands.xlsx --out result",
  ],
  async run(args, lang, terminal) {
    const paths = args.positionals;
    const outDir = args.text("out") ?? OUT_DIR;
    if (paths.length === 0) throw new UsageError("link: expected at least one talent file", "link：请给出至少一个人才文件");
    if (outDir === "") throw new UsageError("link: expected an output folder, --out DIR", "link：请用 --out 目录 指定输出目录");
    const settings = {
      paths,
      outDir,
      lang,
      quiet: args.flag("quiet") || args.flag("json"),
      showValues: args.flag("show-values"),
      overwrite: args.flag("force"),
      clean: args.texts("clean"),
    };
    const outcome = await runLinkJob(settings, terminal);
    if (args.flag("json")) terminal.out(`${JSON.stringify({ ...outcome.record, files: outcome.files })}\n`);
    else if (!settings.quiet) terminal.out(linkSummary(outcome, lang));
    return 0;
  },
};
