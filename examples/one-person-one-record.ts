// Three offices' lists become one registry in which everybody stands once: why two records are one person, what waits for somebody's eye, and the way back.
import { linkRecords, readTalents, type Talent } from "guiyan";
import { synthesiseCounty } from "guiyan/synth";

// %% Three lists of one county: spellings differ, phones are missing, some people stand in two of them
const { tables } = synthesiseCounty({ seed: 7, talents: 600, demands: 0 });
const lists = { 党政: tables.officials, 专家: tables.experts, 经商: tables.business };
type Listed = Talent & { readonly list: string };
const records = Object.entries(lists).flatMap(([list, table]) => readTalents(table).records.map((record): Listed => ({ ...record, list })));

// %% Who is one person, learnt from the records themselves
const linkage = linkRecords(records, { source: "list", at: "2026-03-01" });
const several = linkage.entities.filter(({ members }) => members.length > 1);
console.log(`${records.length} records are ${linkage.entities.length} people; ${several.length} of them stood there more than once`);

// %% Why: the evidence of one merge, fact by fact, adds up
const [first = "", second = ""] = several[0]?.members ?? [];
const why = linkage.explain(first, second);
for (const { comparison, level, weightBits, termBits } of why.steps)
  if (level !== undefined) console.log(`  ${comparison}: ${level} ${(weightBits + termBits).toFixed(1)} bits`);
console.log(
  `  with the prior of ${why.priorBits.toFixed(1)} bits: ${why.weightBits.toFixed(1)} bits, probability ${why.probability.toFixed(6)}`,
);

// %% What the records disagree on, and which value stands
for (const { member, rule, losers } of several[0]?.facts ?? []) if (losers.length > 0) console.log(`  ${member}: decided by ${rule}`);

// %% A late list changes only whom it concerns, and can be taken back
const late = records.slice(0, 3).map((record) => ({ ...record, id: `late:${record.id}`, list: "补报" }));
const change = linkage.upsert(late, { at: "2026-04-01" });
console.log(`${late.length} late records changed ${change.entities.length} of ${linkage.entities.length} people`);
for (const { mergeId } of change.merges) linkage.undo(mergeId, { at: "2026-04-02" });
console.log(`taken back: ${linkage.entities.length} people; on 1 March there were ${linkage.asOf("2026-03-01").length}`);

// %% What blocking misses, and what somebody should look at
console.log(`links that no rule brings, estimated: ${linkage.blocking().estimatedMissed.toFixed(1)}; to review: ${linkage.review.length}`);
