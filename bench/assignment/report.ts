import { duration, figure, type Machine, markdownTable } from "../figures.js";
import { PALETTE, type PlotLine, renderLogLogPlot } from "../plot.js";

/** A matrix of random gains: milliseconds, and the others' times over ours (矩阵). */
interface MatrixResult {
  readonly rows: number;
  readonly columns: number;
  readonly millis: number;
  readonly ml: number | undefined;
  readonly highs: number | undefined;
}

/** Demands over a whole registry (整体分配). Ratios are of the same run. */
interface CountyResult {
  readonly talents: number;
  /** Whether there are more posts than talents. */
  readonly crowded: boolean;
  readonly posts: number;
  readonly filled: number;
  readonly millis: number;
  readonly stable: number | undefined;
  /** HiGHS on the best of each demand, and by how many points it falls short. */
  readonly highs: number | undefined;
  readonly highsShort: number;
  /** ml.js on the whole matrix. */
  readonly ml: number | undefined;
  /** Pairs that were looked at, and pairs of the plan that lists of twenty would not have held. */
  readonly looked: number;
  readonly beyond: number;
}

/** All that one run of the bench found (结果). */
export interface AssignmentReport {
  readonly bench: "assignment";
  readonly machine: Machine;
  readonly matrices: readonly MatrixResult[];
  readonly counties: readonly CountyResult[];
  readonly slope: number;
}

const times = (ratio: number | undefined) => (ratio === undefined ? "–" : `${figure(ratio)}×`);

/** Rows of the matrices. */
export function matrixRows({ matrices }: Pick<AssignmentReport, "matrices">): Record<string, string>[] {
  return matrices.map(({ rows, columns, millis, ml, highs }) => ({
    matrix: `${rows} × ${columns}`,
    solveAssignment: duration(1000 * millis),
    "ml.js linear-sum-assignment": times(ml),
    "HiGHS (WebAssembly)": times(highs),
  }));
}

/** Rows of the registries. */
export function countyRows({ counties }: Pick<AssignmentReport, "counties">): Record<string, string>[] {
  return counties.map(({ talents, posts, filled, millis, stable, highs, highsShort, ml, looked, beyond }) => ({
    talents: figure(talents),
    posts: `${figure(filled)} of ${figure(posts)} filled`,
    "assign, proven optimal": duration(1000 * millis),
    stable: times(stable),
    "HiGHS, best 20 of each demand": `${times(highs)}, ${highsShort === 0 ? "same points" : `${figure(highsShort)} points short`}`,
    "ml.js, whole matrix": times(ml),
    "pairs looked at": figure(looked),
    "given beyond a list of 20": String(beyond),
  }));
}

/** The report as a page of Markdown (结果页). */
export function renderAssignment(report: AssignmentReport): string {
  const { machine, slope } = report;
  return `${[
    "# Assignment: who goes where over all demands",
    `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}. One process, one thread. Ways take turns in rounds; a time is the median of the rounds and a ratio the median of the ratios within a round. Every optimum was verified by its prices and compared with the others' totals before anything was timed.`,
    "## 900 demands over a registry",
    "Posts are the demands written out by headcount. `assign` looks at the whole registry and proves that no plan has more points; HiGHS gets the best twenty of each demand, and can prove nothing about the others; ml.js gets one row a post. In the first row there are more posts than people: every list would run to its end, so everybody's points are read at once. Times of both include what it takes to fetch their pairs from the same index.",
    "![Time over registry size](assignment.svg)",
    markdownTable(countyRows(report)),
    `Slope of log time over log size from 10,000 talents on (1 is linear): ${slope.toFixed(2)}.`,
    "## Plain matrices",
    "Random whole gains of 0 to 9,999, maximised.",
    markdownTable(matrixRows(report)),
  ].join("\n\n")}\n`;
}

/** Time over registry size as a chart. */
export function renderAssignmentChart({ machine, counties }: AssignmentReport): string {
  const line = (
    label: string,
    look: Pick<PlotLine, "colour" | "marker" | "strong">,
    millis: (one: CountyResult) => number | undefined,
  ): PlotLine => {
    const points = counties.flatMap((one) => {
      const y = one.crowded ? undefined : millis(one);
      return y === undefined ? [] : [{ x: one.talents, y: 1000 * y }];
    });
    return { label, notes: points.length === 0 ? [] : [duration(Number((points.at(-1)?.y ?? 0).toPrecision(2)))], points, ...look };
  };
  const relative = (ratio: (one: CountyResult) => number | undefined) => (one: CountyResult) => {
    const own = ratio(one);
    return own === undefined ? undefined : own * one.millis;
  };
  return renderLogLogPlot({
    title: "900 demands given talents of a whole registry",
    subtitles: [
      "guiyan proves its plan best over everybody; HiGHS is given the best 20 of each demand, ml.js everybody.",
      "900 条需求整体分配：归雁对全部人才证明最优，HiGHS 只拿到每条需求的前 20 名",
    ],
    caption: `${machine.cpu}, ${machine.cores} cores, one thread used · Node ${machine.node} · medians of interleaved rounds`,
    x: { label: "talents in the registry 人才数", tick: (value) => (value < 1e6 ? `${value / 1000} k` : `${value / 1e6} M`) },
    y: { label: "time 用时", tick: duration },
    lines: [
      line("guiyan assign", { colour: PALETTE.blue, marker: "circle", strong: true }, ({ millis }) => millis),
      line(
        "guiyan, stable",
        { colour: PALETTE.sky, marker: "square" },
        relative(({ stable }) => stable),
      ),
      line(
        "HiGHS, lists of 20",
        { colour: PALETTE.orange, marker: "diamond" },
        relative(({ highs }) => highs),
      ),
      line(
        "ml.js, whole matrix",
        { colour: PALETTE.purple, marker: "triangle" },
        relative(({ ml }) => ml),
      ),
    ],
  });
}
