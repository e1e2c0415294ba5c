import { checkOptions } from "../errors/index.js";
import type { Comparison } from "./comparison.js";
import type { FactOptions } from "./fact-options.js";
import { foldWords } from "./fold-words.js";
import { isAlikeName, isShortForm, type OrganisationName, organisationKeys, organisationName } from "./organisation-name.js";
import { toldText } from "./told-text.js";

const LEVELS = ["same", "short-form", "similar", "different"] as const;
const [SAME, SHORT_FORM, SIMILAR, DIFFERENT] = [0, 1, 2, 3] as const;

/**
 * Compares schools and universities (毕业院校): `same` but for width, script, case and punctuation; `short-form`, 郑大 of 郑州大学, 清华大学 of 清华大学机械系, MIT of its
 * full name; `similar`, one edit, two in long names.
 * @throws GuiyanError `unknown-option`
 */
export function schoolComparison<T>(options: FactOptions<T>): Comparison<T, OrganisationName> {
  checkOptions("schoolComparison", options, ["read", "name"]);
  const { read, name = "school" } = options;
  return {
    name,
    levels: LEVELS,
    read: (record) => {
      const words = foldWords(toldText(read(record)) ?? "");
      // Blanks part words in an alphabet only.
      return (/\p{Script=Han}/u.test(words) ? words.replaceAll(" ", "") : words.replace(/\buniv\b/g, "university")) || undefined;
    },
    parse: organisationName,
    compare: (a, b) => {
      if (a.whole.text === b.whole.text) return SAME;
      if (isShortForm(a, b)) return SHORT_FORM;
      return isAlikeName(a, b) ? SIMILAR : DIFFERENT;
    },
    termLevels: [SAME],
    term: ({ whole }) => whole.text,
    keys: organisationKeys,
  };
}
