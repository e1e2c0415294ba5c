import type { Requirement } from "../../src/model/index.js";

/** One condition that a phrase states, as a person reads it. */
export interface GoldSlot {
  readonly dimension: string;
  readonly kind: string;
  readonly basis?: string;
  /** Levels, places or bounds, all of them; absent where the dimension alone counts. */
  readonly values?: readonly string[];
  /** For fields: for each field named, codes of which any is right, itself or one below it. */
  readonly allOf?: readonly (readonly string[])[];
}

/** A phrase with its conditions. */
export interface GoldPhrase {
  readonly text: string;
  readonly slots: readonly GoldSlot[];
  readonly note?: string;
  readonly ambiguous?: true;
}

/** Hits, false answers and misses of slots. */
export interface SlotCount {
  readonly hits: number;
  readonly wrong: number;
  readonly missed: number;
}

/** F1 of slots. */
export const f1 = ({ hits, wrong, missed }: SlotCount) => (2 * hits) / (2 * hits + wrong + missed);

const keyOf = ({ dimension, kind, basis }: { dimension: string; kind: string; basis?: string | undefined }) =>
  `${dimension} ${kind} ${basis ?? ""}`;

function agrees(slot: GoldSlot, values: readonly string[]): boolean {
  if (slot.allOf !== undefined) return slot.allOf.every((codes) => codes.some((code) => values.some((value) => value.startsWith(code))));
  if (slot.values === undefined) return true;
  return JSON.stringify([...new Set(values)].sort()) === JSON.stringify([...slot.values].sort());
}

/** Compares the requirements read from a phrase with its gold slots; those of one dimension, kind and basis count as one. */
export function compareSlots(gold: readonly GoldSlot[], read: readonly Requirement[]): SlotCount {
  const got = new Map<string, string[]>();
  for (const requirement of read) {
    const values = got.get(keyOf(requirement)) ?? [];
    values.push(...requirement.values);
    got.set(keyOf(requirement), values);
  }
  const met = gold.filter((slot) => agrees(slot, got.get(keyOf(slot)) ?? []) && got.has(keyOf(slot)));
  return { hits: met.length, wrong: got.size - met.length, missed: gold.length - met.length };
}
