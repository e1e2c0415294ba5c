import { run } from "../../src/cli/run.js";

/** What a command line printed and returned. */
export interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line without a terminal. */
export async function say(words: readonly string[], lang: "zh" | "en" = "en", interactive = false): Promise<Told> {
  let out = "";
  let err = "";
  const code = await run(words, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    interactive,
    lang,
  });
  return { code, out, err };
}
