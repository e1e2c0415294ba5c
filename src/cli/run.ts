import { GuiyanError } from "../errors/index.js";
import { checkCommand } from "./check-command.js";
import type { Command } from "./command.js";
import { demoCommand } from "./demo-command.js";
import { commandHelp, programHelp } from "./help.js";
import { linkCommand } from "./link-command.js";
import { mapCommand } from "./map-command.js";
import { matchCommand } from "./match-command.js";
import { parseArguments } from "./parse-arguments.js";
import { synthCommand } from "./synth-command.js";
import type { Terminal } from "./terminal.js";
import { UsageError } from "./usage-error.js";
import { VERSION } from "./version.js";

const COMMANDS: readonly Command[] = [matchCommand, linkCommand, mapCommand, demoCommand, synthCommand, checkCommand];

/** Finds `--lang` by hand, so that even a fault of the command line is told in the language asked for. */
function askedLang(words: readonly string[], fallback: "zh" | "en"): "zh" | "en" {
  const at = words.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const value = at < 0 ? undefined : words[at]?.includes("=") ? words[at]?.slice(7) : words[at + 1];
  return value === "zh" || value === "en" ? value : fallback;
}

async function runCommand(words: readonly string[], lang: "zh" | "en", terminal: Terminal): Promise<number> {
  const [name, ...rest] = words.filter((word) => word !== "--");
  if (name === undefined || name === "--help" || name === "-h" || name === "help" || name === "--lang" || name.startsWith("--lang=")) {
    terminal.out(programHelp(COMMANDS, lang));
    return name === undefined ? 2 : 0;
  }
  if (name === "--version" || name === "-V") {
    terminal.out(`${VERSION}\n`);
    return 0;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (command === undefined) {
    const known = COMMANDS.map((each) => each.name);
    throw new UsageError(`unknown command; expected one of ${known.join(", ")}`, `没有这个命令；可用命令：${known.join("、")}`);
  }
  const args = parseArguments(rest, command.options);
  const given = args.text("lang");
  if (given !== undefined && given !== "zh" && given !== "en") throw new UsageError("--lang: expected zh or en", "--lang：应为 zh 或 en");
  if (args.flag("help")) {
    terminal.out(commandHelp(command, lang));
    return 0;
  }
  return command.run(args, lang, terminal);
}

/**
 * Runs the program (命令行入口): words in, exit code out. Faults are told in one or two lines, never as a stack trace.
 * @returns 0 done; 1 faulty input or output; 2 faulty command line
 */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  const lang = askedLang(words, terminal.lang);
  const json = words.includes("--json");
  try {
    return await runCommand(words, lang, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      const command = COMMANDS.find(({ name }) => name === words[0]);
      const help = command === undefined ? "guiyan --help" : `guiyan ${command.name} --help`;
      const hint = lang === "zh" ? `查看用法：${help}` : `See: ${help}`;
      if (json) terminal.out(`${JSON.stringify({ error: { code: "usage", message: error.message, hint } })}\n`);
      terminal.err(`guiyan: ${lang === "zh" ? error.zh : error.message}\n${hint}\n`);
      return 2;
    }
    if (error instanceof GuiyanError) {
      const { code, message, hint, path } = error;
      if (json) terminal.out(`${JSON.stringify({ error: { code, message, hint: hint[lang], path } })}\n`);
      terminal.err(`guiyan: ${message}\n${hint[lang]} [${code}]\n`);
      return 1;
    }
    throw error;
  }
}
