import { GuiyanError } from "../errors/index.js";
import type { Ladder } from "./ladder.js";

/** Builds a {@link Ladder} from its levels, lowest first, each with its name in zh and en. */
export function createLadder<const L extends string>(
  standard: Ladder<L>["standard"],
  steps: readonly { readonly level: L; readonly zh: string; readonly en: string }[],
): Ladder<L> {
  const levels = steps.map((s) => s.level);
  const rankOf = new Map<string, number>(levels.map((level, i) => [level, i]));
  const rank = (level: L): number => {
    const found = rankOf.get(level);
    if (found === undefined) {
      throw new GuiyanError("unknown-code", `${standard.name}: expected one of ${levels.join(", ")}`, { details: { levels } });
    }
    return found;
  };
  return {
    standard,
    levels,
    has: (level): level is L => rankOf.has(level),
    rank,
    atLeast: (held, asked) => rank(held) >= rank(asked),
    label: (level, lang) => steps[rank(level)]?.[lang] ?? level,
  };
}
