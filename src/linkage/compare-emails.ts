import { checkOptions } from "../errors/index.js";
import { foldWidth } from "../text/index.js";
import type { Comparison } from "./comparison.js";
import type { FactOptions } from "./fact-options.js";
import { isOneEdit, type Spelling, spelling } from "./spelling.js";

/** An e-mail address with its local part. */
interface Email {
  readonly whole: Spelling;
  readonly local: string;
}

const LEVELS = ["same", "near", "same-local-part", "different"] as const;
const [SAME, NEAR, SAME_LOCAL, DIFFERENT] = [0, 1, 2, 3] as const;
/** Signs from which a local part tells a person. */
const LOCAL_LENGTH = 4;

/** What parts an address from its neighbours. */
const SEPARATORS = /[\s,;、，；<>()（）:：]+/;

/** The first address of a cell, in lower case; undefined where none stands. */
function firstAddress(raw: string): string | undefined {
  return foldWidth(raw)
    .toLowerCase()
    .split(SEPARATORS)
    .find((word) => word.indexOf("@") > 0 && !word.endsWith("@"));
}

/**
 * Compares e-mail addresses (电子邮箱), of several in a cell the first: `same`; `near`, one edit; `same-local-part`, before the @, of four signs and more.
 * @throws GuiyanError `unknown-option`
 */
export function emailComparison<T>(options: FactOptions<T>): Comparison<T, Email> {
  checkOptions("emailComparison", options, ["read", "name"]);
  const { read, name = "email" } = options;
  return {
    name,
    levels: LEVELS,
    read: (record) => firstAddress(read(record) ?? ""),
    parse: (text) => ({ whole: spelling(text), local: text.slice(0, text.indexOf("@")) }),
    compare: (a, b) => {
      if (a.whole.text === b.whole.text) return SAME;
      if (a.local.length >= LOCAL_LENGTH && a.local === b.local) return isOneEdit(a.whole, b.whole) ? NEAR : SAME_LOCAL;
      return Math.min(a.local.length, b.local.length) >= LOCAL_LENGTH && isOneEdit(a.whole, b.whole) ? NEAR : DIFFERENT;
    },
    termLevels: [SAME],
    term: ({ whole }) => whole.text,
    keys: ({ whole, local }) => [`x:${whole.text}`, `l:${local}`],
  };
}
