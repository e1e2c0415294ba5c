import { checkArray, checkOptions } from "../errors/index.js";
import { employerKey } from "../taxonomy/index.js";
import type { Comparison } from "./comparison.js";
import type { FactOptions } from "./fact-options.js";
import { foldWords } from "./fold-words.js";
import { isAlikeName, isShortForm, type OrganisationName, organisationKeys, organisationName } from "./organisation-name.js";
import { toldText } from "./told-text.js";

/** Options of {@link employerComparison}. */
export interface EmployerOptions<T> extends FactOptions<T> {
  /** Names of one employer a list: 中石化, 中国石油化工集团, 中国石化. */
  readonly aliases?: readonly (readonly string[])[];
}

const LEVELS = ["same", "short-form", "similar", "different"] as const;
const [SAME, SHORT_FORM, SIMILAR, DIFFERENT] = [0, 1, 2, 3] as const;

/** Canonical text of an employer's name. */
function keyOf(raw: string | undefined): string | undefined {
  const text = toldText(raw);
  if (text === undefined) return undefined;
  // Names in an alphabet keep the blanks between their words.
  if (!/\p{Script=Han}/u.test(text)) return foldWords(text) || undefined;
  const key = employerKey(text);
  return key === undefined ? undefined : foldWords(key).replaceAll(" ", "") || undefined;
}

/**
 * Compares employers (工作单位).
 *
 * - `same`: one `employerKey`, or listed as `aliases`
 * - `short-form`: one is the other with something left out: 中科院过程所 of 中国科学院过程工程研究所, 郑州大学 of 郑州大学材料学院, 甲食品 of 南乐甲食品
 * - `similar`: one edit, two in long names, or the same characters in another order; the numerals are the same
 * @throws GuiyanError `unknown-option`, `invalid-argument`
 */
export function employerComparison<T>(options: EmployerOptions<T>): Comparison<T, OrganisationName> {
  checkOptions("employerComparison", options, ["read", "name", "aliases"]);
  const { read, name = "organization" } = options;
  const usual = new Map<string, string>();
  for (const names of checkArray("employerComparison", "aliases", options.aliases ?? [])) {
    const keys = checkArray("employerComparison", "aliases", names).flatMap((alias) => keyOf(alias) ?? []);
    // A list that shares a name with one before continues it.
    const first = keys.map((key) => usual.get(key)).find((key) => key !== undefined) ?? keys[0];
    for (const key of keys) if (first !== undefined && !usual.has(key)) usual.set(key, first);
  }
  return {
    name,
    levels: LEVELS,
    read: (record) => {
      const key = keyOf(read(record));
      return key === undefined ? undefined : (usual.get(key) ?? key);
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
