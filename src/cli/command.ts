import type { OptionSpecs, ParsedArguments } from "./parse-arguments.js";
import type { Terminal } from "./terminal.js";

/** A command of the program (子命令). */
export interface Command {
  readonly name: string;
  /** Words after the command, e.g. `TALENTS DEMANDS`. */
  readonly synopsis: string;
  readonly summary: { readonly zh: string; readonly en: string };
  readonly options: OptionSpecs;
  /** Command lines that a newcomer can copy. */
  readonly examples: readonly string[];
  /** Does the work; returns the exit code. */
  readonly run: (args: ParsedArguments, lang: "zh" | "en", terminal: Terminal) => Promise<number>;
}
