import type { Entity, Linkage } from "../linkage/index.js";
import type { Cell, Talent } from "../model/index.js";
import { factText, listed } from "./linkage-wording.js";
import type { Lang } from "./wording.js";

/** Where a record was read (记录出处). */
export interface RecordOrigin {
  /** The list that it stands in, as people call it: file, or file and sheet. */
  readonly list: string;
  /** 1-based row of the list; absent where it is not known. */
  readonly row?: number;
}

/** How a linkage's sheets are laid out, and from what. */
export interface LinkageView<T extends Talent> {
  readonly linkage: Linkage<T>;
  readonly lang: Lang;
  readonly originOf: (recordId: string) => RecordOrigin | undefined;
  /** A name as the sheets show it. */
  readonly nameText: (name: string) => string;
}

/** The facts that tell people apart, in the order of the sheets' columns. */
export const SHOWN_FACTS = [
  "name",
  "phone",
  "organization",
  "post",
  "residence",
  "hometown",
  "degree",
  "title",
  "fields",
  "email",
  "categories",
] as const satisfies readonly (keyof Talent)[];

/** Widths of the columns of {@link SHOWN_FACTS}. */
export const FACT_WIDTHS: readonly number[] = [14, 16, 28, 16, 22, 22, 10, 18, 30, 26, 12];

/** What a record tells, by member. */
export type ToldFacts = ReadonlyMap<string, unknown>;

/**
 * What each record of a person tells (各记录所述), by record id: read back from the fused facts, which name for every value the records that tell it.
 * @complexity O(facts × values)
 */
export function toldRecords<T extends Talent>({ members, record, facts }: Entity<T>): ReadonlyMap<string, ToldFacts> {
  const told = new Map(members.map((id) => [id, new Map<string, unknown>()] as const));
  const [only] = members;
  if (members.length === 1 && only !== undefined) return new Map([[only, new Map(Object.entries(record))]]);
  for (const { member, key, value, from, parts, losers } of facts) {
    if (key !== undefined) continue;
    if (parts === undefined) for (const id of from) told.get(id)?.set(member, value);
    for (const part of parts ?? []) {
      for (const id of part.from) {
        const items = told.get(id)?.get(member);
        told.get(id)?.set(member, [...(Array.isArray(items) ? items : []), part.value]);
      }
    }
    for (const loser of losers) for (const id of loser.from) told.get(id)?.set(member, loser.value);
  }
  return told;
}

/** Cells of a record's or a person's facts, in the order of {@link SHOWN_FACTS}; blank where nothing is told. */
export function factCells<T extends Talent>(told: ToldFacts | undefined, { lang, nameText }: LinkageView<T>): Cell[] {
  return SHOWN_FACTS.map((member) => {
    const value = told?.get(member);
    if (value === undefined || value === null || value === "") return null;
    const text = factText(member, value, lang);
    return member === "name" ? nameText(text) : text;
  });
}

/** A record's place as a person finds it (记录位置): list and row, else its id. */
export function placeText<T extends Talent>(recordId: string, { lang, originOf }: LinkageView<T>): string {
  const origin = originOf(recordId);
  if (origin === undefined) return recordId;
  if (origin.row === undefined) return `${origin.list} ${recordId}`;
  return lang === "zh" ? `${origin.list} 第${origin.row}行` : `${origin.list} row ${origin.row}`;
}

/** The lists that records stand in, each once. */
export function listsText<T extends Talent>(recordIds: readonly string[], { lang, originOf }: LinkageView<T>): string | null {
  const lists = new Set(recordIds.flatMap((id) => originOf(id)?.list ?? []));
  return lists.size === 0 ? null : listed([...lists].sort(), lang);
}
