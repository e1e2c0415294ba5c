import { create, insert, search } from "@orama/orama";
import Fuse from "fuse.js";
import { DEGREE_LEVELS, degrees, fields, regions, type Talent, TITLE_GRADES, titles } from "guiyan";
import MiniSearch from "minisearch";
import type { Asked } from "./work.js";

/** A talent as a text search library sees it (文档): words with a space between them. */
interface TalentText {
  readonly id: string;
  readonly place: string;
  readonly field: string;
  readonly degree: string;
  readonly title: string;
}

/** A text search library over a registry (全文检索): ids of its best `k` for the words of a demand. */
export interface TextSearch {
  readonly name: string;
  readonly rank: (asked: Asked, k: number) => readonly string[];
}

const PARTS = ["place", "field", "degree", "title"] as const;

/** Names of a code and of the units above it, nearest last, so that a shared province or discipline is a shared word. */
function namesOf(tree: typeof regions, code: string): string[] {
  return [...tree.ancestors(code)]
    .reverse()
    .concat(code)
    .map((part) => tree.get(part)?.name ?? part);
}

function textOf({ id, residence, fields: held, degree, title }: Talent): TalentText {
  return {
    id,
    place: residence === undefined ? "" : namesOf(regions, residence).join(" "),
    field: (held ?? []).flatMap((code) => namesOf(fields, code)).join(" "),
    degree: degree === undefined ? "" : degrees.label(degree, "zh"),
    title: title === undefined ? "" : titles.label(title.grade, "zh"),
  };
}

/** The words of a demand: its places and fields with the units above them, and every level that would do. */
function wordsOf({ place, fields: wanted, degree, title }: Asked): string {
  const words = [
    ...namesOf(regions, place.county),
    ...wanted.flatMap((code) => namesOf(fields, code)),
    ...DEGREE_LEVELS.slice(degree).map((level) => degrees.label(level, "zh")),
    ...TITLE_GRADES.slice(title).map((grade) => titles.label(grade, "zh")),
  ];
  return [...new Set(words)].join(" ");
}

/** Weights of a demand as boosts of the parts. */
const boostsOf = ({ weights }: Asked) => ({ place: weights.region, field: weights.field, degree: weights.degree, title: weights.title });

const splitAtSpaces = (text: string) => text.split(" ").filter((word) => word !== "");

function openMiniSearch(texts: readonly TalentText[]): TextSearch["rank"] {
  const index = new MiniSearch<TalentText>({ fields: [...PARTS], tokenize: splitAtSpaces });
  index.addAll(texts);
  return (asked, k) => {
    const found = index.search(wordsOf(asked), { boost: boostsOf(asked) });
    return found.slice(0, k).map(({ id }) => String(id));
  };
}

function openOrama(texts: readonly TalentText[]): TextSearch["rank"] {
  // Its own tokenizer drops Chinese.
  const tokenizer = { language: "english", normalizationCache: new Map<string, string>(), tokenize: splitAtSpaces };
  const index = create({ schema: { place: "string", field: "string", degree: "string", title: "string" }, components: { tokenizer } });
  for (const text of texts) insert(index, { ...text });
  return (asked, k) => {
    // Threshold 1 takes talents that have any of the words.
    const found = search(index, { term: wordsOf(asked), boost: boostsOf(asked), limit: k, threshold: 1 });
    if (found instanceof Promise) throw new Error("orama: expected an answer at once");
    return found.hits.map(({ id }) => id);
  };
}

function openFuse(texts: readonly TalentText[]): TextSearch["rank"] {
  // Weights of its keys are fixed when it is built: the library's defaults for a demand that names none.
  const keys = [
    { name: "place", weight: 200 },
    { name: "field", weight: 400 },
    { name: "degree", weight: 150 },
    { name: "title", weight: 250 },
  ];
  const index = new Fuse(texts, { keys, useTokenSearch: true, tokenize: splitAtSpaces, ignoreLocation: true, threshold: 0 });
  return (asked, k) => index.search(wordsOf(asked), { limit: k }).map(({ item }) => item.id);
}

const OPENERS = { minisearch: openMiniSearch, orama: openOrama, "fuse.js": openFuse };

/** Indexes a registry in text search libraries, each told to take whole words and, where it can, the demand's weights. */
export function openTextSearches(talents: readonly Talent[], names: readonly (keyof typeof OPENERS)[]): TextSearch[] {
  const texts = talents.map(textOf);
  return names.map((name) => ({ name, rank: OPENERS[name](texts) }));
}
