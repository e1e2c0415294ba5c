import { matchKey } from "../text/index.js";
import { academicHome } from "./academic-home.js";
import { gbt13745 } from "./field-of-gbt13745.js";
import { fieldOfMajor } from "./field-of-major.js";
import { looseFieldKey } from "./field-spellings.js";
import { canonicalField, isProfessionalDegree } from "./field-tree.js";
import { fields } from "./fields.js";
import { FIELD_ALIASES } from "./packs/field-alias-pack.js";
import { FIELD_KEYWORDS } from "./packs/field-keyword-pack.js";
import { FORMER_MAJORS } from "./packs/former-major-pack.js";
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

/** Labels of all systems by look-up key and by loose key (no 与, 及, 和), and topic words with the length of the longest. */
interface FieldLabels {
  readonly byKey: ReadonlyMap<string, readonly FieldLabel[]>;
  readonly byLooseKey: ReadonlyMap<string, readonly FieldLabel[]>;
  /** Keys by their first two signs (`食品…`) and by their last two (`…工程`). */
  readonly byEnds: ReadonlyMap<string, readonly string[]>;
  readonly topics: ReadonlyMap<string, FieldLabel>;
  readonly longestTopic: number;
}

/** Namesakes in the graduate catalogue: a discipline stands before a programme, that before a professional degree, that before a category. */
function precedence(code: string): number {
  if (code.length === 2) return 3;
  if (isProfessionalDegree(code)) return 2;
  return code.length === 4 ? 0 : 1;
}

function* lines(pack: string): Generator<[name: string, code: string]> {
  for (const line of pack.split("\n")) {
    const at = line.lastIndexOf(":");
    for (const name of line.slice(0, at).split(" ")) yield [name, line.slice(at + 1)];
  }
}

/** Names of the graduate catalogue; namesakes are kept only where none outranks the other. */
function graduateNames(): Map<string, FieldLabel[]> {
  const byKey = new Map<string, FieldLabel[]>();
  for (const code of fields.codes()) {
    const name = fields.get(code)?.name;
    if (name === undefined) continue;
    const value = academicHome(canonicalField(code));
    const label: FieldLabel = { value, via: "name", source: { system: "graduate", code } };
    // 轻化工程（含皮革、纸张、织物加工等） goes by its name without the note as well.
    for (const key of new Set([matchKey(name), matchKey(name.replace(/（含.*）$/, ""))])) {
      const known = byKey.get(key) ?? [];
      const rank = precedence(code);
      const best = Math.min(...known.map(({ source }) => precedence(source.code)));
      if (known.length === 0 || rank < best) byKey.set(key, [label]);
      else if (rank === best && !known.some((other) => other.value === value)) byKey.set(key, [...known, label]);
    }
  }
  return byKey;
}

function build(): FieldLabels {
  const byKey = graduateNames();
  const addWhereFree = (key: string, label: FieldLabel): void => {
    if (!byKey.has(key)) byKey.set(key, [label]);
  };
  for (const code of undergraduateMajors.codes()) {
    const value = fieldOfMajor(code);
    const node = undergraduateMajors.get(code);
    if (value === undefined || node === undefined) continue;
    const label: FieldLabel = { value, via: "name", source: { system: "undergraduate", code } };
    const key = matchKey(node.name);
    addWhereFree(key, label);
    // 经济学 and 农学 alone name a category; with 专业 behind them, the major.
    if (node.level === "major" && byKey.get(key)?.[0]?.value.length === 2) addWhereFree(`${key}专业`, label);
  }
  for (const pack of [FIELD_ALIASES, FORMER_MAJORS]) {
    for (const [name, code] of lines(pack))
      addWhereFree(matchKey(name), { value: code, via: "alias", source: { system: "graduate", code } });
  }
  for (const [code, { name, field }] of gbt13745()) {
    addWhereFree(matchKey(name), { value: field, via: "name", source: { system: "gbt13745", code } });
  }
  for (const [key, label] of halvesOfProgrammes()) addWhereFree(key, label);
  const byLooseKey = new Map<string, readonly FieldLabel[]>();
  for (const [key, found] of byKey) {
    const loose = looseFieldKey(key);
    if (loose !== key && !byKey.has(loose) && !byLooseKey.has(loose)) byLooseKey.set(loose, found);
  }
  const topics = topicWords(byKey);
  return {
    byKey,
    byLooseKey,
    byEnds: endsOf(byKey.keys()),
    topics,
    longestTopic: Math.max(...[...topics.keys()].map((key) => key.length)),
  };
}

/**
 * Halves of programmes that join two subjects (大气物理学与大气环境, 水文学及水资源): people name the half they studied. Only halves of three signs and more,
 * and of one programme.
 */
function halvesOfProgrammes(): Map<string, FieldLabel> {
  const found = new Map<string, FieldLabel | undefined>();
  for (const code of fields.codes()) {
    const halves = code.length === 6 ? (fields.get(code)?.name ?? "").split(/[与及](?!其)/) : [];
    if (halves.length !== 2) continue;
    for (const half of halves) {
      const key = matchKey(half);
      if (key.length < 3 || /[、()（]/.test(half)) continue;
      found.set(key, found.has(key) ? undefined : { value: code, via: "alias", source: { system: "graduate", code } });
    }
  }
  return new Map([...found].flatMap(([key, label]) => (label === undefined ? [] : [[key, label] as const])));
}

function endsOf(keys: Iterable<string>): Map<string, string[]> {
  const ends = new Map<string, string[]>();
  for (const key of keys) {
    for (const end of [`${key.slice(0, 2)}…`, `…${key.slice(-2)}`]) {
      const list = ends.get(end);
      if (list === undefined) ends.set(end, [key]);
      else list.push(key);
    }
  }
  return ends;
}

/** Topic words; listed names serve too, for a direction such as 食品发酵工程研究 names its field. */
function topicWords(byKey: ReadonlyMap<string, readonly FieldLabel[]>): Map<string, FieldLabel> {
  const topics = new Map<string, FieldLabel>();
  for (const [key, [label]] of byKey) {
    if (label !== undefined && key.length >= 2 && label.value.length > 2) topics.set(key, { ...label, via: "pattern" });
  }
  for (const [word, code] of lines(FIELD_KEYWORDS)) {
    const key = matchKey(word);
    if (!topics.has(key)) topics.set(key, { value: code, via: "pattern", source: { system: "keyword", code } });
  }
  return topics;
}

let labels: FieldLabels | undefined;

/** Every label of a field under its key: catalogues before aliases, graduate names before undergraduate ones, GB/T 13745 last. */
export function fieldLabels(): FieldLabels {
  labels ??= build();
  return labels;
}
