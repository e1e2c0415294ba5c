import { matchKey } from "../text/index.js";
import { fieldOfMajor } from "./field-of-major.js";
import { canonicalField } from "./field-tree.js";
import { fields } from "./fields.js";
import { FIELD_ALIASES, FIELD_KEYWORDS } from "./packs/field-alias-pack.js";
import type { ResolutionVia } from "./resolution.js";
import { undergraduateMajors } from "./undergraduate-majors.js";

/** Code systems that a field may be read from; `keyword` is the topic-word layer. */
export type FieldSystem = "graduate" | "undergraduate" | "gbt13745" | "keyword";

/** What a label of a field stands for. */
export interface FieldLabel {
  /** Canonical graduate code. */
  readonly value: string;
  readonly via: ResolutionVia;
  readonly source: { readonly system: FieldSystem; readonly code: string };
}

/** Labels of all systems by look-up key, and topic words, longest first. */
interface FieldLabels {
  readonly byKey: ReadonlyMap<string, readonly FieldLabel[]>;
  readonly keywords: readonly { readonly key: string; readonly label: FieldLabel }[];
}

/** Rank of professional degrees in {@link precedence}. */
const PROFESSIONAL = 2;

/** Rank of a graduate code among namesakes: an academic discipline stands before a programme, that before a professional degree. */
function precedence(code: string): number {
  if (code.length === 2) return 3;
  if (Number(code.slice(2, 4)) >= 51) return PROFESSIONAL;
  return code.length === 4 ? 0 : 1;
}

let labels: FieldLabels | undefined;

/** Every label under its key; namesakes are kept only where none outranks the other. */
export function fieldLabels(): FieldLabels {
  labels ??= build();
  return labels;
}

function build(): FieldLabels {
  const byKey = new Map<string, FieldLabel[]>();
  const put = (name: string, label: FieldLabel, outranks: (other: FieldLabel) => boolean): void => {
    const key = matchKey(name);
    const known = byKey.get(key) ?? [];
    if (known.some((other) => other.value === label.value)) return;
    if (known.length === 0 || known.every(outranks)) byKey.set(key, [label]);
    else if (!known.some((other) => !outranks(other) && precedence(other.value) < precedence(label.value)))
      byKey.set(key, [...known, label]);
  };
  for (const code of fields.codes()) {
    const value = canonicalField(code);
    const name = fields.get(code)?.name;
    if (name === undefined) continue;
    put(name, { value, via: "name", source: { system: "graduate", code } }, (other) => precedence(value) < precedence(other.value));
  }
  const addWhereFree = (name: string, label: FieldLabel): void => {
    if (!byKey.has(matchKey(name))) byKey.set(matchKey(name), [label]);
  };
  for (const code of undergraduateMajors.codes()) {
    const value = fieldOfMajor(code);
    const name = undergraduateMajors.get(code)?.name;
    if (value !== undefined && name !== undefined) addWhereFree(name, { value, via: "name", source: { system: "undergraduate", code } });
  }
  const lines = (pack: string): [words: string[], code: string][] =>
    pack.split("\n").map((line) => {
      const at = line.lastIndexOf(":");
      return [line.slice(0, at).split(" "), line.slice(at + 1)];
    });
  for (const [names, code] of lines(FIELD_ALIASES)) {
    const label: FieldLabel = { value: code, via: "alias", source: { system: "graduate", code } };
    for (const name of names) {
      // 会计, 法律, 机械 are names of professional degrees, but on a sheet they mean the discipline that everybody studies.
      const known = byKey.get(matchKey(name));
      if (known?.every((other) => precedence(other.value) === PROFESSIONAL)) byKey.set(matchKey(name), [label]);
      else addWhereFree(name, label);
    }
  }
  const keywords: { key: string; label: FieldLabel }[] = lines(FIELD_KEYWORDS).flatMap(([words, code]) =>
    words.map((word) => ({ key: matchKey(word), label: { value: code, via: "pattern" as const, source: { system: "keyword" as const, code } } })),
  );
  // Listed names serve as topic words too: a direction such as 食品发酵工程研究 names its field.
  for (const [key, [label]] of byKey) {
    if (label !== undefined && [...key].length >= 2 && label.value.length > 2) keywords.push({ key, label: { ...label, via: "pattern" } });
  }
  keywords.sort((a, b) => b.key.length - a.key.length || (a.key < b.key ? -1 : 1));
  return { byKey, keywords };
}
