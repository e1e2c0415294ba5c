import type { Issue, IssueCode, IssueSeverity } from "../errors/index.js";

/** Words of an issue in both languages. */
export interface IssueWords {
  readonly en: string;
  readonly zh: string;
}

/** Collects the issues of one reading (问题收集), listing at most so many and counting all. */
export class IssueLog {
  readonly issues: Issue[] = [];
  readonly #limit: number;
  #total = 0;
  readonly #seen = new Set<string>();
  #told = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Issues met, listed or not. */
  get total(): number {
    return this.#total;
  }

  add(code: IssueCode, severity: IssueSeverity, words: IssueWords, source: Issue["source"], details?: Issue["details"]): void {
    this.#total++;
    // The first of each kind is listed whatever the limit: whoever looks for a kind must not miss it.
    const first = !this.#seen.has(code);
    this.#seen.add(code);
    if (this.issues.length < this.#limit || (first && this.#limit > 0)) {
      this.issues.push({ code, severity, message: words.en, messageZh: words.zh, source, ...(details === undefined ? {} : { details }) });
    } else if (!this.#told) {
      this.#told = true;
      const message = `issues beyond ${this.#limit} are counted, not listed`;
      this.issues.push({
        code: "limit-reached",
        severity: "warning",
        message,
        messageZh: `超过 ${this.#limit} 条的问题只计数，不列出`,
        source,
      });
    }
  }

  /** Takes over issues made elsewhere. */
  addAll(issues: readonly Issue[]): void {
    for (const { code, severity, message, messageZh, source, details } of issues)
      this.add(code, severity, { en: message, zh: messageZh }, source, details);
  }
}
