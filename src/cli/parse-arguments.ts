import { parseArgs } from "node:util";
import { UsageError } from "./usage-error.js";

/** One option of a command. */
interface OptionSpec {
  readonly type: "string" | "boolean";
  readonly short?: string;
  /** Another spelling of the name that is taken too, left out of help texts. */
  readonly alias?: string;
  /** May be given several times. */
  readonly multiple?: boolean;
  /** Placeholder of the value in help texts, e.g. `DIR`. */
  readonly value?: string;
  readonly zh: string;
  readonly en: string;
}

/** Options of a command by name. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** Options that every command has. */
export const COMMON_OPTIONS: OptionSpecs = {
  lang: { type: "string", value: "zh|en", zh: "输出语言", en: "language of the output" },
  json: { type: "boolean", zh: "在标准输出打印一个 JSON 对象", en: "print one JSON object on standard output" },
  quiet: { type: "boolean", short: "q", zh: "不显示进度与摘要", en: "no progress and no summary" },
  "show-values": {
    type: "boolean",
    zh: "提示中显示单元格内容（可能含个人信息）",
    en: "show cell contents in messages (they may be personal)",
  },
  help: { type: "boolean", short: "h", zh: "显示帮助", en: "show this help" },
};

/** What a command line says. */
export interface ParsedArguments {
  readonly positionals: readonly string[];
  text(name: string): string | undefined;
  /** Every value of an option that may be given several times, in order. */
  texts(name: string): readonly string[];
  flag(name: string): boolean;
  /** An option that is an integer >= min. @throws UsageError */
  integer(name: string, min: number): number | undefined;
}

/** Says what `parseArgs` found wrong, in our words: which option, and whether it is unknown or lacks its value. */
function usageFault(error: unknown, specs: OptionSpecs): UsageError {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  // '-o, --out <value>' for a known option, '--topp' for an unknown one.
  const option = /'(?:-\w, )?(-[^' ,]+)/.exec(message ?? "")?.[1];
  if (option === undefined) return new UsageError("cannot read the command line", "无法解析命令行");
  const spelt = option.replace(/^-+/, "");
  const spec = specs[spelt] ?? Object.values(specs).find(({ alias }) => alias === spelt);
  if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE" && spec !== undefined) {
    return spec.type === "boolean"
      ? new UsageError(`${option}: expected no value`, `${option}：不需要取值`)
      : new UsageError(
          `${option}: expected a value, ${option} ${spec.value ?? ""}`,
          `${option}：缺少取值，应写作 ${option} ${spec.value ?? ""}`,
        );
  }
  const known = Object.keys(specs)
    .map((name) => `--${name}`)
    .join(" ");
  return new UsageError(`unknown option ${option}; known options: ${known}`, `没有选项 ${option}；可用选项：${known}`);
}

/**
 * Reads the words of a command line against its options (解析命令行).
 * @throws UsageError on an unknown option, a missing value, or a value where none belongs
 */
export function parseArguments(words: readonly string[], specs: OptionSpecs): ParsedArguments {
  const options = Object.fromEntries(
    Object.entries(specs).flatMap(([name, { type, short, alias, multiple = false }]) => [
      [name, { type, multiple, ...(short === undefined ? {} : { short }) }],
      ...(alias === undefined ? [] : [[alias, { type, multiple }] as const]),
    ]),
  );
  let parsed: { values: Readonly<Record<string, unknown>>; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw usageFault(error, specs);
  }
  const given = (name: string): unknown => parsed.values[name] ?? parsed.values[specs[name]?.alias ?? name];
  const text = (name: string): string | undefined => {
    const value = given(name);
    return typeof value === "string" ? value : undefined;
  };
  return {
    positionals: parsed.positionals,
    text,
    texts: (name) => {
      const values = given(name);
      return Array.isArray(values) ? values.filter((value) => typeof value === "string") : [];
    },
    flag: (name) => given(name) === true,
    integer(name, min) {
      const value = text(name);
      if (value === undefined) return undefined;
      const number = Number(value);
      if (/^\d{1,15}$/.test(value) && number >= min) return number;
      throw new UsageError(`--${name}: expected an integer >= ${min}`, `--${name}：应为不小于 ${min} 的整数`);
    },
  };
}
