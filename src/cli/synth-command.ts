import { writeFolder } from "../node/index.js";
import { synthesiseCounty } from "../synth/index.js";
import type { Command } from "./command.js";
import { countyFiles } from "./county-files.js";
import { COMMON_OPTIONS, type OptionSpecs } from "./parse-arguments.js";
import { UsageError } from "./usage-error.js";

/** Options that say how large a synthetic county is. */
export const COUNTY_OPTIONS: OptionSpecs = {
  seed: {
    type: "string",
    value: "N",
    zh: "随机种子，默认 1；相同种子得到相同字节",
    en: "seed, default 1; the same seed gives the same bytes",
  },
  talents: { type: "string", value: "N", zh: "人才数，默认 2700", en: "talents, default 2700" },
  demands: { type: "string", value: "N", zh: "需求数，默认 900", en: "demands, default 900" },
};

/** `guiyan synth`: a synthetic county's files. */
export const synthCommand: Command = {
  name: "synth",
  synopsis: "--out DIR",
  summary: {
    zh: "生成一个合成县的人才表、需求表与真值（全部为虚构人物）",
    en: "makes a synthetic county: talent and demand workbooks and the planted truth (all people invented)",
  },
  options: {
    out: { type: "string", short: "o", alias: "output", value: "DIR", zh: "输出目录", en: "output folder" },
    ...COUNTY_OPTIONS,
    clean: { type: "boolean", zh: "不加脏数据", en: "without dirt" },
    force: { type: "boolean", short: "f", zh: "允许覆盖已有输出", en: "overwrite existing output" },
    ...COMMON_OPTIONS,
  },
  examples: ["guiyan synth --out county --seed 7", "guiyan synth --out small --talents 200 --demands 30 --clean"],
  async run(args, lang, terminal) {
    const outDir = args.text("out");
    if (outDir === undefined || outDir === "" || args.positionals.length > 0)
      throw new UsageError("synth: expected an output folder, --out DIR", "synth：请用 --out 目录 指定输出目录");
    const seed = args.integer("seed", 0) ?? 1;
    const talents = args.integer("talents", 1) ?? 2700;
    const demands = args.integer("demands", 0) ?? 900;
    const county = synthesiseCounty({ seed, talents, demands, dirt: !args.flag("clean") });
    const files = await writeFolder(outDir, await countyFiles(county), { overwrite: args.flag("force") });
    if (args.flag("json")) terminal.out(`${JSON.stringify({ seed, talents, demands, files })}\n`);
    else if (!args.flag("quiet")) terminal.out(files.map((file) => (lang === "zh" ? `已写出 ${file}\n` : `written ${file}\n`)).join(""));
    return 0;
  },
};
