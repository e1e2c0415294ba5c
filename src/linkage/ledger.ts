/** A person's records by id (人员构成). */
export interface EntityMembers {
  /** Id of the member who has been here longest; of those the first by code point. */
  readonly id: string;
  /** Ids of records, ascending by code point. */
  readonly members: readonly string[];
}

/** Several people who became one (合并). */
export interface Merge {
  readonly mergeId: string;
  /** What they became. */
  readonly entity: EntityMembers;
  /** Who they were, whole, even where some of their records went elsewhere in the same change; a record that was new is a person of its own. */
  readonly parts: readonly EntityMembers[];
}

/** What changed the registry (变更类型). */
export type LedgerKind = "link" | "upsert" | "remove" | "decide" | "undo";

/** One change, with what it takes to go back (台账条目). */
export interface LedgerEntry<T> {
  readonly sequence: number;
  readonly kind: LedgerKind;
  /** ISO date; that of the entry before where none was given. */
  readonly at: string | undefined;
  /** Records as they were before; undefined where there was none. Empty for the first run. */
  readonly records: readonly (readonly [id: string, before: T | undefined])[];
  /** People who were and are no more as they were, and what there is instead. Empty for the first run. */
  readonly before: readonly EntityMembers[];
  readonly after: readonly EntityMembers[];
  readonly merges: readonly Merge[];
  /** The merge that was undone. */
  readonly undone?: string;
}

/**
 * The people of one change who hang together with a merge (合并所涉人员): who they were, and who they became.
 * @complexity O(people of the change)
 */
export function peopleOf<T>(
  { before, after }: LedgerEntry<T>,
  { entity, parts }: Merge,
): { readonly were: readonly EntityMembers[]; readonly became: readonly EntityMembers[] } {
  const were = new Map(parts.map((part) => [part.id, part] as const));
  const became = new Map([[entity.id, entity]]);
  const records = new Set([...parts, entity].flatMap(({ members }) => members));
  for (let known = -1; known < records.size; ) {
    known = records.size;
    for (const [people, found] of [
      [before, were],
      [after, became],
    ] as const)
      for (const person of people) {
        if (found.has(person.id) || !person.members.some((id) => records.has(id))) continue;
        found.set(person.id, person);
        for (const id of person.members) records.add(id);
      }
  }
  const placed = new Set([...were.values()].flatMap(({ members }) => members));
  const fresh = [...records].filter((id) => !placed.has(id)).map((id) => ({ id, members: [id] }));
  return { were: [...were.values(), ...fresh], became: [...became.values()] };
}

/**
 * People and records as they stood after the changes up to a date (历史状态).
 * @param people members by entity id, as they stand now
 * @param entries every change so far, the first run first
 * @returns undefined where the first run is of a later date
 * @complexity O(people + what later changes touched)
 */
export function stateAsOf<T>(
  people: ReadonlyMap<string, readonly string[]>,
  entries: readonly LedgerEntry<T>[],
  date: string,
): { readonly people: ReadonlyMap<string, readonly string[]>; readonly records: ReadonlyMap<string, T | undefined> } | undefined {
  const isLater = ({ at }: LedgerEntry<T>) => at !== undefined && at > date;
  if (entries[0] !== undefined && isLater(entries[0])) return undefined;
  const then = new Map(people);
  const records = new Map<string, T | undefined>();
  for (const entry of entries.toReversed()) {
    if (!isLater(entry)) break;
    for (const { id } of entry.after) then.delete(id);
    for (const { id, members } of entry.before) then.set(id, members);
    for (const [id, before] of entry.records) records.set(id, before);
  }
  return { people: then, records };
}
