import { linkRecords } from "guiyan/linkage";
import { median, time } from "../harness.js";
import { groupsOf, sameGroups } from "./pair-quality.js";
import { type ListedTalent, linkageRegistry } from "./registry.js";
import { TOLD } from "./ways.js";

/** What new records cost (增量更新). */
export interface Upserts {
  readonly records: number;
  /** Records of a batch, and how many of them are further records of people already there. */
  readonly batch: number;
  readonly known: number;
  readonly batches: number;
  /** Milliseconds a batch. */
  readonly millis: { readonly min: number; readonly median: number; readonly max: number };
  /** Share of the ids of people that a batch names as new, changed or gone, the largest of all batches. */
  readonly touched: number;
  /** Of the further records, those that joined a record of their person. */
  readonly joined: number;
  /** Seconds of a full run over all records with the model given, for comparison. */
  readonly fullSeconds: number;
}

const BATCHES = 9;
const BATCH = 50;
const KNOWN = 20;

interface Held {
  readonly base: readonly ListedTalent[];
  readonly batches: readonly (readonly ListedTalent[])[];
  /** Ids of further records, each with the ids of its person's records in the base. */
  readonly further: ReadonlyMap<string, readonly string[]>;
}

/** Holds back records of a registry: people of one record whole, of others one record. */
function holdBack(records: number, seed: number): Held {
  const registry = linkageRegistry({ seed, records: records + BATCHES * BATCH });
  const idsOf = new Map<number, string[]>();
  for (const [i, { id }] of registry.records.entries()) {
    const person = registry.person[i] as number;
    const ids = idsOf.get(person);
    if (ids === undefined) idsOf.set(person, [id]);
    else ids.push(id);
  }
  const base: ListedTalent[] = [];
  const fresh: ListedTalent[] = [];
  const known: ListedTalent[] = [];
  const further = new Map<string, readonly string[]>();
  const spared = new Set<number>();
  for (const [i, record] of registry.records.entries()) {
    const person = registry.person[i] as number;
    const ids = idsOf.get(person) ?? [];
    if (ids.length === 1 && fresh.length < BATCHES * (BATCH - KNOWN)) fresh.push(record);
    else if (ids.length > 1 && known.length < BATCHES * KNOWN && !spared.has(person)) {
      spared.add(person);
      known.push(record);
      further.set(
        record.id,
        ids.filter((id) => id !== record.id),
      );
    } else base.push(record);
  }
  if (base.length !== records) throw new Error(`too few people to hold ${BATCHES * BATCH} records back`);
  const part = (list: readonly ListedTalent[], batch: number, size: number) => list.slice(batch * size, (batch + 1) * size);
  const batches = Array.from({ length: BATCHES }, (_, b) => [...part(known, b, KNOWN), ...part(fresh, b, BATCH - KNOWN)]);
  return { base, batches, further };
}

/**
 * Upserts batches of new records into linked ones. First that the people are those of a full run over all records with the same model, and that a change
 * names everybody who has changed; then, over records linked anew, the times.
 */
export function measureUpserts(records: number, seed: number): Upserts {
  const { base, batches, further } = holdBack(records, seed);
  const all = [...base, ...batches.flat()];
  const first = linkRecords(base, TOLD);
  const { model } = first;
  let touched = 0;
  for (const batch of batches) {
    const before = first.entities;
    const { entities, removed } = first.upsert(batch);
    const named = new Set([...entities.map(({ id }) => id), ...removed]);
    touched = Math.max(touched, named.size / before.length);
    const membersOf = new Map(before.map(({ id, members }) => [id, members.join(" ")] as const));
    for (const { id, members } of first.entities) {
      const same = membersOf.get(id) === members.join(" ");
      membersOf.delete(id);
      if (!same && !named.has(id)) throw new Error("an upsert has changed somebody whom it does not name");
    }
    for (const id of membersOf.keys()) if (!named.has(id)) throw new Error("an upsert has lost somebody whom it does not name");
  }
  const start = performance.now();
  const full = linkRecords(all, { ...TOLD, model });
  const fullSeconds = (performance.now() - start) / 1000;
  const expected = groupsOf(all, full.entities);
  if (!sameGroups(groupsOf(all, first.entities), expected)) throw new Error("the people after upserts are not those of a full run");

  const linkage = linkRecords(base, { ...TOLD, model });
  if (linkage.entities.length === 0) throw new Error("nobody is there");
  globalThis.gc?.();
  const millis = batches.map((batch) => time(() => linkage.upsert(batch)));
  if (!sameGroups(groupsOf(all, linkage.entities), expected)) throw new Error("the people after timed upserts are not those of a full run");
  const joined = [...further].filter(([id, others]) => linkage.entityOf(id)?.members.some((member) => others.includes(member))).length;
  return {
    records,
    batch: BATCH,
    known: KNOWN,
    batches: BATCHES,
    millis: { min: Math.min(...millis), median: median(millis), max: Math.max(...millis) },
    touched,
    joined: joined / further.size,
    fullSeconds,
  };
}
