import { checkOptions } from "../errors/index.js";
import { isBeginning, isEnd, isInitial, nameLetters, nameLikeness, type PersonNameOptions } from "./compare-given-names.js";
import type { Comparison } from "./comparison.js";
import { crossingOf, type PairedValue, pairedText, pairedValue } from "./crossed-values.js";
import { nameHead, nameSkeleton, nameTail } from "./name-keys.js";

const LEVELS = ["same", "near", "similar", "initial", "different"] as const;
const [SAME, NEAR, SIMILAR, INITIAL, DIFFERENT] = [0, 1, 2, 3, 4] as const;

/** Options of {@link surnameComparison}: a surname must be told. */
export interface SurnameOptions<T> extends Omit<PersonNameOptions<T>, "given" | "surname"> {
  readonly surname: (record: T) => string | undefined;
  readonly given?: ((record: T) => string | undefined) | undefined;
}

/**
 * Compares surnames in an alphabet (姓).
 *
 * `same`, `near` and `initial` as for `givenNameComparison`; `similar`: two edits, Jaro–Winkler ≥ 0.9, or one the beginning or the end of the other
 * (Wheeler, Wilson-Wheeler). Where given name and surname are exchanged the two tell nothing here: the given names have counted it.
 * @throws GuiyanError `unknown-option`
 */
export function surnameComparison<T>(options: SurnameOptions<T>): Comparison<T, PairedValue> {
  checkOptions("surnameComparison", options, ["given", "surname", "name"]);
  const { given, surname, name = "surname" } = options;
  return {
    name,
    levels: LEVELS,
    read: (record) => pairedText(nameLetters(surname(record)), nameLetters(given?.(record))),
    parse: pairedValue,
    compare: (a, b) => {
      if (a.own.text === b.own.text) return isInitial(a.own) ? INITIAL : SAME;
      const crossing = crossingOf(a, b);
      if (crossing === "full") return -1;
      const likeness = nameLikeness(a.own, b.own);
      if (likeness === "near") return NEAR;
      if (likeness === "similar" || isBeginning(a.own, b.own) || isEnd(a.own, b.own)) return SIMILAR;
      if (crossing === "half") return -1;
      return (isInitial(a.own) || isInitial(b.own)) && a.own.text[0] === b.own.text[0] ? INITIAL : DIFFERENT;
    },
    termLevels: [SAME],
    term: ({ own }) => own.text,
    keys: ({ own }) => [nameHead(own), nameTail(own), nameSkeleton(own)],
  };
}
