import { GuiyanError } from "../errors/index.js";
import {
  type Consistency,
  type ConsistencyOptions,
  consistencyOf,
  HIGHEST_CONSISTENCY_RATIO,
  type JudgementChange,
} from "./consistency-of.js";
import { type Judgements, readJudgements } from "./judgement-matrix.js";
import { principalEigenvector } from "./principal-eigenvector.js";
import { type Weighting, weightingOf } from "./weighting.js";

/** Weights by pairwise judgement, with how well the judgements agree (层次分析法结果). */
export interface AhpWeighting extends Weighting {
  readonly consistency: Consistency;
}

/**
 * Weights of dimensions from pairwise judgements (层次分析法, AHP): the principal eigenvector of the judgement matrix.
 *
 *   A w = lambda max × w, Σ w = 1        refused unless CR = ((lambda max − n) / (n − 1)) / RI(n) < 0.1
 *
 * The eigenvector is found by power iteration to 1e-14, in code-point order of the names: neither the order of the dimensions nor that of
 * the comparisons changes a bit.
 * Judgements that are refused come with the {@link Consistency} as `details`: the triple that contradicts itself most, the value that
 * would mend it and whether that would do; {@link consistencyOf} tells the same without a fault.
 * @throws GuiyanError `invalid-argument` for contradictory judgements (`details` is a {@link Consistency}) and for judgements that are
 *   none; `invalid-option`, `unknown-option`
 * @complexity O(steps × n²), n <= 15; see {@link consistencyOf} for refused ones
 * @source Saaty, J. Math. Psychology 15 (1977) 234–281
 * @example
 * const { weights, consistency } = ahpWeights([
 *   { a: "field", b: "degree", ratio: 3 },
 *   { a: "field", b: "region", ratio: 5 },
 *   { a: "degree", b: "region", ratio: 3 },
 * ]);
 * console.log(weights, consistency.consistencyRatio.toFixed(3)); // → { degree: 258, field: 637, region: 105 } 0.033
 */
export function ahpWeights(judgements: Judgements, options: ConsistencyOptions = {}): AhpWeighting {
  const place = "ahpWeights";
  const consistency = consistencyOf(judgements, options);
  if (!consistency.consistent) throw inconsistent(place, consistency);
  const { dimensions, matrix } = readJudgements(place, judgements);
  return { ...weightingOf(dimensions, principalEigenvector(place, matrix).vector), consistency };
}

function inconsistent(place: string, consistency: Consistency): GuiyanError {
  const { consistencyRatio, worstTriple = [], tripleChange, bestChange } = consistency;
  const told = ({ a, b, from, to, consistencyRatioAfter }: JudgementChange) =>
    `${a} over ${b} set to ${short(to)} instead of ${short(from)} gives ${short(consistencyRatioAfter)}`;
  const advice = [
    `expected a consistency ratio below ${HIGHEST_CONSISTENCY_RATIO}, received ${short(consistencyRatio)}`,
    `${worstTriple.join(", ")} contradict each other most`,
    ...(tripleChange ? [told(tripleChange)] : []),
    ...(bestChange && !tripleChange?.suffices ? [`the best single change: ${told(bestChange)}`] : []),
  ];
  return new GuiyanError("invalid-argument", `${place}: ${advice.join("; ")}`, { details: { ...consistency } });
}

const short = (value: number): string => String(Number(value.toPrecision(3)));
