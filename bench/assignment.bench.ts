/**
 * Who goes where over all demands: the solvers on plain matrices, and 900 demands over whole registries with a proof, against what a user would pick instead.
 * Every answer is verified and all totals are compared before anything is timed.
 *
 *   node bench/run.mjs assignment [--sizes=2700,10000,100000,1000000] [--save]
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "guiyan";
import { assign, solveAssignment, verifyAssignment, verifyPlan } from "guiyan/assignment";
import { linearSumAssignment } from "linear-sum-assignment";
import { bestPairs, makeCounty, pairsBeyond } from "./assignment/county.js";
import { openLinearProgramme } from "./assignment/linear-programme.js";
import { type AssignmentReport, countyRows, matrixRows, renderAssignment, renderAssignmentChart } from "./assignment/report.js";
import { machineOf } from "./figures.js";
import { logLogSlope, race } from "./harness.js";

const flags = process.argv.slice(2);
const given = flags.find((flag) => flag.startsWith("--sizes="))?.slice("--sizes=".length);
const sizes = given?.split(",").map(Number) ?? [2700, 10_000, 100_000, 1_000_000];
if (!sizes.every((size) => Number.isSafeInteger(size) && size >= 100)) throw new Error("--sizes: expected whole numbers >= 100");
const maximiseByProgramme = await openLinearProgramme();

function expectEqual(what: string, a: number, b: number): void {
  if (a !== b) throw new Error(`${what}: ${a} and ${b} should be equal`);
}

const matrices = (
  [
    [300, 300],
    [900, 900],
    [900, 2000],
    [900, 5000],
  ] as const
).map(([rows, columns]) => {
  const random = seededRandom(1);
  const cost = Array.from({ length: rows }, () => Float64Array.from({ length: columns }, () => Math.floor(random() * 10_000)));
  const flat = Float64Array.from(cost.flatMap((row) => [...row]));
  const problem = { rows, columns, cost: flat, maximize: true };
  const solution = solveAssignment(problem);
  if (!verifyAssignment(problem, solution, { tolerance: 0 }).optimal) throw new Error("a matrix was not solved to the optimum");
  expectEqual("ml.js", solution.total, linearSumAssignment(cost, { maximaze: true }).gain);
  const small = rows * columns <= 90_000;
  const gains = small ? cost.flatMap((row, i) => Array.from(row, (gain, j) => ({ row: i, column: j, gain }))) : [];
  if (small) expectEqual("HiGHS", solution.total, maximiseByProgramme(new Array(rows).fill(1), columns, gains));
  const [own, ml, programme] = race(
    [
      { name: "guiyan", run: () => solveAssignment(problem).total },
      { name: "ml.js", run: () => linearSumAssignment(cost, { maximaze: true }).gain },
      ...(small ? [{ name: "HiGHS", run: () => maximiseByProgramme(new Array(rows).fill(1), columns, gains) }] : []),
    ],
    5,
    1,
  );
  return { rows, columns, millis: own?.median ?? Number.NaN, ml: ml?.ratioToFirst, highs: programme?.ratioToFirst };
});
console.table(matrixRows({ matrices }));

const LISTED = 20;
// The county's own size with more posts than people, then registries of all sizes.
const cases = [{ talents: 2700, crowded: true }, ...sizes.map((talents) => ({ talents, crowded: false }))];
const counties = cases.map(({ talents, crowded }) => {
  const county = makeCounty(talents, crowded);
  const { index, demands } = county;
  index.rankAll(demands);
  index.rankAll(demands);
  const plan = assign({ index, demands });
  if (!verifyPlan({ index, demands }, plan).proven) throw new Error(`the plan over ${talents} talents is not proven`);
  const stable = assign({ index, demands, method: "stable" });
  if (!verifyPlan({ index, demands, method: "stable" }, stable).proven)
    throw new Error(`the stable plan over ${talents} talents is not stable`);
  const places = demands.map(({ headcount }) => headcount);
  // HiGHS is given the best twenty of each demand: it can prove nothing about the others.
  const onLists = () => {
    const { gains, columns } = bestPairs(county, LISTED);
    return maximiseByProgramme(places, columns, gains);
  };
  const listed = onLists();
  // ml.js takes a whole matrix, one row a post: as many talents as it can hold in a few seconds.
  const posts = demands.flatMap((_, row) => Array.from({ length: places[row] ?? 1 }, () => row));
  const whole = talents <= 10_000;
  const onMatrix = () => {
    const { points } = index.pointsTable(demands);
    return linearSumAssignment(
      posts.map((row) => Float64Array.from(points[row] as Int32Array, (own) => Math.max(0, own))),
      { maximaze: true },
    ).gain;
  };
  if (whole) expectEqual("ml.js over everybody", plan.points, onMatrix());
  const [own, deferred, highs, ml] = race(
    [
      { name: "guiyan", run: () => assign({ index, demands }).points },
      { name: "guiyan, stable", run: () => assign({ index, demands, method: "stable" }).points },
      { name: "HiGHS", run: onLists },
      ...(whole ? [{ name: "ml.js", run: onMatrix }] : []),
    ],
    crowded ? 1 : talents <= 10_000 ? 3 : 5,
    crowded ? 0 : 1,
  );
  return {
    talents,
    crowded,
    posts: plan.posts,
    filled: plan.pairs.length,
    millis: own?.median ?? Number.NaN,
    stable: deferred?.ratioToFirst,
    highs: highs?.ratioToFirst,
    highsShort: plan.points - listed,
    ml: ml?.ratioToFirst,
    looked: plan.listed,
    beyond: pairsBeyond(county, plan, LISTED),
  };
});
console.table(countyRows({ counties }));

const found: AssignmentReport = {
  bench: "assignment",
  machine: machineOf(),
  matrices,
  counties,
  slope: logLogSlope(counties.filter(({ talents }) => talents >= 10_000).map(({ talents, millis }) => ({ size: talents, ms: millis }))),
};
// Four figures are kept of every number, and all that is saved is told from those.
const json = JSON.stringify(
  found,
  (_, value) => (typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value),
  2,
);
if (flags.includes("--save")) {
  const report = JSON.parse(json) as AssignmentReport;
  const folder = join("bench", "results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "assignment.json"), `${json}\n`);
  writeFileSync(join(folder, "assignment.md"), renderAssignment(report));
  writeFileSync(join(folder, "assignment.svg"), renderAssignmentChart(report));
} else console.log(JSON.stringify(found));
