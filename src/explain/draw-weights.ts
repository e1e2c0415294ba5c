import { largestRemainder, type RandomSource } from "../numeric/index.js";

/**
 * A source of weights by a Dirichlet distribution with whole parameters (狄利克雷权重抽样): integers >= 0 that sum to 1000.
 *
 * The gaps between Σ α − 1 ordered uniform numbers are uniform on the simplex; sums of α_i gaps each are Dirichlet(α). It needs no logarithm, so that one
 * seed gives the same weights on every engine.
 * @param alphas whole numbers >= 1
 * @complexity O(Σ α log Σ α) a draw
 * @source L. Devroye, Non-Uniform Random Variate Generation, 1986, ch. XI.4
 */
export function weightSource(alphas: readonly number[], random: RandomSource): () => number[] {
  const cuts = new Float64Array(Math.max(0, alphas.reduce((a, b) => a + b, 0) - 1));
  return () => {
    for (let i = 0; i < cuts.length; i++) cuts[i] = random();
    cuts.sort();
    let at = 0;
    let before = 0;
    const shares = alphas.map((alpha) => {
      at += alpha;
      const cut = cuts[at - 1] ?? 1;
      const share = cut - before;
      before = cut;
      return share;
    });
    return largestRemainder(shares, 1000);
  };
}
