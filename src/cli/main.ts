#!/usr/bin/env node
import { run } from "./run.js";
import { langOfLocale } from "./terminal.js";

const { LC_ALL, LC_MESSAGES, LANG } = process.env;

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  interactive: process.stderr.isTTY === true,
  lang: langOfLocale(LC_ALL || LC_MESSAGES || LANG),
  onInterrupt: (stop) => {
    process.once("SIGINT", stop);
    return () => process.off("SIGINT", stop);
  },
});
