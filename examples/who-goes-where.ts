// All demands at once, and why: one plan, its proof, what it lacks, how firm a list is, and whether lists were any good.
import { createTalentIndex, explain } from "guiyan";
import { assign, verifyPlan } from "guiyan/assignment";
import { evaluateRanking, ndcg, precision } from "guiyan/evaluation";
import { contrast, counterfactual, letterTo, stability } from "guiyan/explain";
import { contactWaves } from "guiyan/outreach";
import { synthesiseCounty } from "guiyan/synth";

const { talents, demands } = synthesiseCounty({ seed: 7, talents: 150, demands: 60, dirt: false });
const index = createTalentIndex(talents);

// %% ten lists may all name one professor; a plan names everybody once, and proves that no other has more points
const plan = assign({ talents, index, demands });
console.log(plan.pairs.length, "of", plan.posts, "posts filled;", verifyPlan({ talents, index, demands }, plan).proven);
console.table(plan.deficient.map(({ demands: ids, missing, repair }) => ({ demands: ids.length, missing, repair: repair.length })));

// %% a plan in which nobody would rather change, seen from either side
for (const proposing of ["demands", "talents"] as const)
  console.log(proposing, assign({ index, demands, method: "stable", proposing }).points);

// %% whom to ask in which week
const { waves, left } = contactWaves(plan.pairs, { talents, demands, from: "2026-03-02", contactsPerWeek: 20 });
console.log(
  waves.map(({ from, contacts }) => `${from}: ${contacts.length}`),
  left.length,
);

// %% why one stands before the other, what would bring the eleventh into the ten, how far the weights may move
const demand = demands.find(({ requirements }) => requirements.filter(({ kind }) => kind === "soft").length > 2) ?? demands[0]!;
const list = index.rank(demand, { k: 11 });
const person = (rank: number) => talents.find(({ id }) => id === list[rank - 1]?.id)!;
console.log(contrast(explain(person(1), demand), explain(person(2), demand)).sentence.en);
console.log(counterfactual(person(11), demand, { talents, k: 10, change: "facts" }).sentence.en);
console.table(stability(demand, { index, k: 10 }).weights.map(({ dimension, weight, set }) => ({ dimension, weight, ...set })));

// %% a letter for the person who asks
console.log(letterTo(explain(person(11), demand), { lang: "en" }));

// %% were the lists any good? judged people of two demands against what was listed
const qrels = { d1: { a: 2, b: 1, c: 0 }, d2: { a: 0, d: 1 } };
const run = { d1: ["b", "a", "x"], d2: ["d", "a"] };
console.table(evaluateRanking({ qrels, run }, [precision, ndcg]).perQuery);
