// A registry far beyond one county: an index, lists while a weight is dragged, near-misses, changes, a snapshot.
import { createTalentIndex, type Demand, TalentIndex } from "guiyan";
import { streamTalents } from "guiyan/synth";

// %% a hundred thousand synthetic people, made ready once
const index = createTalentIndex([...streamTalents({ seed: 7, count: 100_000 })]);
console.log(index.size);

// %% the same demand under many weights: each list is exact, and none takes long
const asked = (region: number): Demand => ({
  id: "D1",
  requirements: [
    { dimension: "region", kind: "soft", values: ["410923"], weight: region },
    { dimension: "field", kind: "soft", values: ["083201"], weight: 600 - region },
    { dimension: "degree", kind: "soft", values: ["doctor"], weight: 400 },
    { dimension: "degree", kind: "hard", values: ["master"] },
  ],
});
for (let region = 0; region <= 600; region += 200) {
  const [first] = index.rank(asked(region), { k: 10, onStats: ({ engine, touched }) => console.log(engine, touched) });
  console.log(region, first?.id, first?.points);
}

// %% who fails the one hard rule and nothing else
const { nearMisses } = index.rank(asked(200), { k: 3, nearMisses: true });
console.table(nearMisses.map(({ id, points, requirement }) => ({ id, points, fails: requirement.values.join() })));

// %% people come and go; lists always see the present registry
index.upsert([{ id: "new", residence: "410923", fields: ["083201"], degree: "doctor" }]);
console.log(index.rank(asked(200))[0]?.id);
index.remove(["new"]);

// %% demands that suit one person, with the points of their own lists
console.table(index.rankDemandsFor(index.rank(asked(0))[0]?.id ?? "", [asked(0), { ...asked(600), id: "D2" }]));

// %% kept as bytes, read in place: by this program later, or by workers at once ({ shared: true })
const bytes = index.toSnapshot();
console.log(bytes.length, TalentIndex.fromSnapshot(bytes).rank(asked(200))[0]?.id === index.rank(asked(200))[0]?.id);
