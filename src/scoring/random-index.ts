/** Random consistency indexes by size of the matrix, from 1 (平均随机一致性指标, RI). */
const TABLES = {
  saaty: [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59],
  "thousand-draws": [0, 0, 0.52, 0.89, 1.12, 1.26, 1.36, 1.41, 1.46, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59],
} as const;

/** Names of the tables of random indexes (随机一致性指标表). */
export const RANDOM_INDEX_TABLES = ["saaty", "thousand-draws"] as const;
/** Which table of random indexes a consistency ratio is measured by: Saaty's own, or the later one of a thousand random matrices a size. */
export type RandomIndexTable = (typeof RANDOM_INDEX_TABLES)[number];

/** The largest matrix that the tables know. */
export const RANDOM_INDEX_SIZES = 15;

/**
 * Mean consistency index of random judgements (平均随机一致性指标): 0 for one and two dimensions, which cannot contradict one another.
 * @param size 1..15
 * @source `saaty`: Saaty, The Analytic Hierarchy Process, 1980; `thousand-draws`: 1..15阶正互反矩阵计算1000次, the table of Chinese handbooks and programs
 */
export function randomIndex(size: number, table: RandomIndexTable): number {
  return TABLES[table][size - 1] as number;
}
