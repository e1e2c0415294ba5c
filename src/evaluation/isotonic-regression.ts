/** A run of equal fitted values. */
interface Block {
  /** Σ weight × value. */
  sum: number;
  weight: number;
  size: number;
}

/** Mean of two neighbouring runs is out of order, the left one's above the right one's. */
function violates(left: Block, right: Block): boolean {
  return left.sum / left.weight >= right.sum / right.weight;
}

/**
 * Isotonic regression (保序回归) by pooling adjacent violators: the rising sequence nearest to the values.
 *
 *   minimise Σ w_i (f_i − v_i)²   subject to f_1 <= f_2 <= … <= f_n
 *
 * @param values v, in the order in which the fit must rise
 * @param weights w > 0
 * @returns f, means of runs of values
 * @complexity O(n)
 * @source M. Ayer et al., Annals of Mathematical Statistics 26 (1955) 641–647
 */
export function isotonicRegression(values: readonly number[], weights: readonly number[]): number[] {
  const blocks: Block[] = [];
  for (const [i, value] of values.entries()) {
    const weight = weights[i] as number;
    let block: Block = { sum: weight * value, weight, size: 1 };
    for (let left = blocks.at(-1); left !== undefined && violates(left, block); left = blocks.at(-1)) {
      block = { sum: left.sum + block.sum, weight: left.weight + block.weight, size: left.size + block.size };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ sum, weight, size }) => new Array<number>(size).fill(sum / weight));
}
