import { seededRandom } from "../numeric/index.js";

/**
 * Deals outcomes into folds at random, successes and failures each as evenly as can be (分层交叉验证折).
 *
 * Folds differ in size by one at most. The same seed deals the same way.
 * @returns the fold of each outcome, in 0..folds − 1
 * @complexity O(n)
 */
export function stratifiedFolds(successes: readonly boolean[], folds: number, seed: number): Int32Array {
  const random = seededRandom(seed);
  const order = [true, false].flatMap((success) => {
    const members = Array.from(successes.keys()).filter((i) => successes[i] === success);
    for (let i = members.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [members[i], members[j]] = [members[j] as number, members[i] as number];
    }
    return members;
  });
  const fold = new Int32Array(successes.length);
  for (const [dealt, i] of order.entries()) fold[i] = dealt % folds;
  return fold;
}
