import { fnv1a64 } from "../numeric/index.js";
import { type FactColumn, UNKNOWN } from "./fact-column.js";
import { exactBits, type LinkModel, type ModelComparison } from "./link-model.js";

/** One fact's part in a pair's evidence (证据瀑布的一步). */
export interface EvidenceStep {
  readonly comparison: string;
  /** Level of the two values; absent where one of the records does not tell the fact. */
  readonly level?: string;
  /** Evidence of the level, in bits; 0 where the fact tells nothing. */
  readonly weightBits: number;
  /** What a rare or frequent term adds, in bits; 0 at levels where frequency does not count. */
  readonly termBits: number;
}

/** Records that the usual frequency of a term counts for: in a handful of records one name is half of all. Own choice. */
const BELIEVED = 20;

/** One column with what its levels are worth. */
class ScoredColumn<T> {
  readonly column: FactColumn<T>;
  readonly bits: Float64Array;
  readonly names: readonly string[];
  /** The most that this fact can add. */
  readonly most: number;
  readonly #byTerm: Uint8Array;
  readonly #usual: number;
  readonly #records: number;
  readonly #counts: ReadonlyMap<string, number>;
  readonly #termCounts: number[] = [];

  constructor(column: FactColumn<T>, model: ModelComparison, records: number) {
    this.column = column;
    this.bits = Float64Array.from(model.levels, ({ weightBits }) => weightBits);
    this.names = model.levels.map(({ name }) => name);
    this.#byTerm = new Uint8Array(model.levels.length);
    for (const level of model.terms === undefined ? [] : (column.comparison.termLevels ?? [])) this.#byTerm[level] = 1;
    const first = column.comparison.termLevels?.[0] ?? 0;
    this.#usual = model.levels[first]?.u ?? 1;
    this.#records = Math.max(2, records * model.told);
    this.#counts = new Map(model.terms ?? []);
    const rarest = Math.max(0, this.#bitsOfCount(1));
    this.most = Math.max(...model.levels.map(({ weightBits }, level) => weightBits + (this.#byTerm[level] === 1 ? rarest : 0)), 0);
  }

  #bitsOfCount(count: number): number {
    return exactBits(Math.log2((this.#usual * (this.#records - 1 + BELIEVED)) / (count + BELIEVED * this.#usual)));
  }

  /** Records that share a term, as the model counted them. */
  #countOf(term: number, text: () => string): number {
    let count = this.#termCounts[term];
    if (count === undefined) {
      count = this.#counts.get(fnv1a64(text())) ?? 1;
      this.#termCounts[term] = count;
    }
    return count;
  }

  /** What the frequency of the terms of two slots adds at a level. */
  termBits(level: number, a: number, b: number): number {
    if (this.#byTerm[level] !== 1) return 0;
    const { column } = this;
    const [left, right] = [column.valueAt(a), column.valueAt(b)];
    const [one, other] = [column.termOf(left), column.termOf(right)];
    if (one === UNKNOWN || other === UNKNOWN) return 0;
    const first = this.#countOf(one, () => column.termText(one));
    // The pair's own two records are no sign that others bear the name.
    if (one === other) return this.#bitsOfCount(Math.max(1, first - 1));
    return this.#bitsOfCount(
      Math.max(
        1,
        first,
        this.#countOf(other, () => column.termText(other)),
      ),
    );
  }
}

/** Weighs pairs of records by a model (记录对打分). Sums are exact, so the order of facts does not matter. */
export class PairScorer<T> {
  readonly #columns: readonly ScoredColumn<T>[];
  readonly #prior: number;
  /** The most that the facts from one on can add. */
  readonly #mostFrom: Float64Array;

  /** @param columns in the order of the model's comparisons */
  constructor(columns: readonly FactColumn<T>[], model: LinkModel) {
    const scored = columns.map((column, c) => new ScoredColumn(column, model.comparisons[c] as ModelComparison, model.estimation.records));
    // What can add most comes first, so that hopeless pairs are left early.
    this.#columns = scored.toSorted((a, b) => b.most - a.most);
    this.#prior = model.priorBits;
    this.#mostFrom = new Float64Array(columns.length + 1);
    for (let c = columns.length - 1; c >= 0; c--)
      this.#mostFrom[c] = (this.#mostFrom[c + 1] as number) + (this.#columns[c] as ScoredColumn<T>).most;
  }

  /** Bits of a pair; `-Infinity` as soon as it is certain to stay below `floor`. */
  bits(a: number, b: number, floor = Number.NEGATIVE_INFINITY): number {
    let sum = this.#prior;
    for (let c = 0; c < this.#columns.length; c++) {
      if (sum + (this.#mostFrom[c] as number) < floor) return Number.NEGATIVE_INFINITY;
      const scored = this.#columns[c] as ScoredColumn<T>;
      const level = scored.column.level(a, b);
      if (level >= 0) sum += (scored.bits[level] as number) + scored.termBits(level, a, b);
    }
    return sum;
  }

  /** How much of what could tell two records apart both tell: the most bits of the facts that they have in common over those of all facts, 0..1. */
  coverage(a: number, b: number): number {
    const all = this.#mostFrom[0] as number;
    let told = 0;
    for (const { column, most } of this.#columns) if (column.level(a, b) >= 0) told += most;
    return all === 0 ? 0 : told / all;
  }

  /** Where the bits of a pair come from, strongest possible fact first. With the prior they sum to {@link bits} exactly. */
  steps(a: number, b: number): EvidenceStep[] {
    return this.#columns.map((scored) => {
      const level = scored.column.level(a, b);
      const comparison = scored.column.comparison.name;
      if (level < 0) return { comparison, weightBits: 0, termBits: 0 };
      return {
        comparison,
        level: scored.names[level] ?? "",
        weightBits: scored.bits[level] ?? 0,
        termBits: scored.termBits(level, a, b),
      };
    });
  }
}
