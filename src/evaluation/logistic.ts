/**
 * Logistic function (逻辑函数) without overflow.
 *
 *   σ(x) = 1 / (1 + e^−x)
 *
 * @returns a probability in [0, 1]
 */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const odds = Math.exp(x);
  return odds / (1 + odds);
}

/**
 * Log-loss of a forecast given by its log odds (对数损失), finite for any finite log odds.
 *
 *   −t·ln σ(x) − (1 − t)·ln(1 − σ(x)) = ln(1 + e^x) − t·x
 *
 * @param logOdds x
 * @param target t in 0..1; 1 for a success
 */
export function logLoss(logOdds: number, target: number): number {
  return Math.max(logOdds, 0) - target * logOdds + Math.log1p(Math.exp(-Math.abs(logOdds)));
}
