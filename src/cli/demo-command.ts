import { join } from "node:path";
import { writeFolder } from "../node/index.js";
import { synthesiseCounty } from "../synth/index.js";
import type { Command } from "./command.js";
import { countyFiles } from "./county-files.js";
import { MATCH_OPTIONS, matchSettings, tellOutcome } from "./match-command.js";
import { runMatchJob } from "./match-job.js";
import { COMMON_OPTIONS } from "./parse-arguments.js";
import { COUNTY_OPTIONS } from "./synth-command.js";
import { UsageError } from "./usage-error.js";

/** The day on which the synthetic county is looked at: the end of its latest survey round. */
const DEMO_DAY = "2026-06-30";

/** `guiyan demo`: the main job on a synthetic county, through the same files that a county would send. */
export const demoCommand: Command = {
  name: "demo",
  synopsis: "[--out DIR]",
  summary: {
    zh: "演示：生成合成县（2700 人、900 项需求），写成工作簿，再读回并完成匹配",
    en: "a demonstration: makes a synthetic county (2,700 talents, 900 demands), writes its workbooks, reads them back and matches",
  },
  options: { ...MATCH_OPTIONS, ...COUNTY_OPTIONS, ...COMMON_OPTIONS },
  examples: ["guiyan demo", "guiyan demo --out demo-out --lang en --force"],
  async run(args, lang, terminal) {
    if (args.positionals.length > 0) throw new UsageError("demo: expected options only", "demo：不需要文件名，只接受选项");
    const outDir = args.text("out") ?? "demo-out";
    const inputDir = join(outDir, "county");
    const given = matchSettings(args, lang, {
      talentsPath: join(inputDir, "talents.xlsx"),
      demandsPath: join(inputDir, "demands.xlsx"),
      outDir: join(outDir, "result"),
    });
    const settings = { ...given, now: given.now ?? DEMO_DAY };
    const county = synthesiseCounty({
      seed: args.integer("seed", 0) ?? 1,
      talents: args.integer("talents", 1) ?? 2700,
      demands: args.integer("demands", 1) ?? 900,
    });
    await writeFolder(inputDir, await countyFiles(county), { overwrite: settings.overwrite });
    tellOutcome(await runMatchJob(settings, terminal), settings, args.flag("json"), terminal);
    return 0;
  },
};
