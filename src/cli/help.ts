import type { Command } from "./command.js";
import type { OptionSpecs } from "./parse-arguments.js";

function optionLines(specs: OptionSpecs, lang: "zh" | "en"): string {
  const heads = Object.entries(specs).map(([name, { short, value }]) => {
    const long = `--${name}${value === undefined ? "" : ` ${value}`}`;
    return short === undefined ? `    ${long}` : `-${short}, ${long}`;
  });
  const width = Math.max(...heads.map((head) => head.length));
  return Object.values(specs)
    .map((spec, i) => `  ${(heads[i] ?? "").padEnd(width)}  ${spec[lang]}`)
    .join("\n");
}

/** Help of the whole program. */
export function programHelp(commands: readonly Command[], lang: "zh" | "en"): string {
  const lines = commands.map(({ name, synopsis, summary }) => `  guiyan ${name} ${synopsis}\n      ${summary[lang]}`).join("\n");
  return lang === "zh"
    ? `归雁 guiyan：把人才表和需求表变成可解释的推荐清单\n\n用法：\n${lines}\n\n第一次使用：先运行 guiyan demo，再打开 demo-out/result/ranked.xlsx；自己的表先用 guiyan check 看一遍。\n某个命令的选项：guiyan 命令 --help\n退出码：0 成功；1 输入或输出有误；2 命令行写法有误。\n`
    : `guiyan (归雁): a talent sheet and a demand sheet in, explained recruitment lists out\n\nUsage:\n${lines}\n\nNew here? Run: guiyan demo, then open demo-out/result/ranked.xlsx; look at a file of your own with guiyan check first.\nOptions of a command: guiyan COMMAND --help\nExit codes: 0 done; 1 faulty input or output; 2 faulty command line.\n`;
}

/** Help of one command. */
export function commandHelp({ name, synopsis, summary, options, examples }: Command, lang: "zh" | "en"): string {
  const words =
    lang === "zh"
      ? { usage: "用法：", options: "选项：", examples: "示例：" }
      : { usage: "Usage:", options: "Options:", examples: "Examples:" };
  const samples = examples.map((line) => `  ${line}`).join("\n");
  return `${summary[lang]}\n\n${words.usage}\n  guiyan ${name} ${synopsis}\n\n${words.options}\n${optionLines(options, lang)}\n\n${words.examples}\n${samples}\n`;
}
