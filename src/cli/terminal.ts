/** What a command writes to and knows of its surroundings; injected so that commands can be tried without a terminal. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether `err` goes to a person's screen, where a progress line may be redrawn. */
  readonly interactive: boolean;
  /** Language when `--lang` is absent. */
  readonly lang: "zh" | "en";
  /** Has a first Ctrl-C call `stop` instead of ending the program; the answer takes that back. Absent where there is no keyboard. */
  readonly onInterrupt?: (stop: () => void) => () => void;
}

/**
 * Language of the surroundings (界面语言): English where the locale says so, else Chinese.
 * @param locale value of LC_ALL, LC_MESSAGES or LANG, e.g. `en_US.UTF-8`
 */
export function langOfLocale(locale: string | undefined): "zh" | "en" {
  return locale !== undefined && /^en(?:[_.-]|$)/i.test(locale) ? "en" : "zh";
}

/** Does work that a Ctrl-C cancels in good order (可中断的操作). */
export async function interruptible<R>({ onInterrupt }: Terminal, work: (signal: AbortSignal) => Promise<R>): Promise<R> {
  const stopper = new AbortController();
  const forget = onInterrupt?.(() => stopper.abort());
  try {
    return await work(stopper.signal);
  } finally {
    forget?.();
  }
}

/** A line of progress on long work (进度): redrawn on a screen, silent elsewhere. */
export function progressLine(terminal: Terminal, label: string): { update: (done: number) => void; end: () => void } {
  let shown = -1;
  return {
    update(done) {
      const percent = Math.floor(done * 100);
      if (!terminal.interactive || percent === shown) return;
      shown = percent;
      const bar = "█".repeat(Math.floor(percent / 5)).padEnd(20, "░");
      terminal.err(`\r${label} ${bar} ${String(percent).padStart(3)}%`);
    },
    end() {
      if (shown >= 0) terminal.err(`\r${" ".repeat(label.length * 2 + 28)}\r`);
      shown = -1;
    },
  };
}
