/** The command line itself is wrong (用法错误): exit code 2, told in the user's language with a pointer to `--help`. */
export class UsageError extends Error {
  readonly zh: string;

  constructor(en: string, zh: string) {
    super(en);
    this.name = "UsageError";
    this.zh = zh;
  }
}
