import type { Comparison } from "../../src/linkage/comparison.js";

/** Name of the level of two records; `nothing` where they tell nothing. Both ways round, which must be one. */
export function levelOf<T, V>(comparison: Comparison<T, V>, a: T, b: T): string {
  const [left, right] = [comparison.read(a), comparison.read(b)];
  if (left === undefined || right === undefined) return "nothing";
  const level = comparison.compare(comparison.parse(left), comparison.parse(right));
  const back = comparison.compare(comparison.parse(right), comparison.parse(left));
  if (level !== back) throw new Error(`asymmetric: ${level} and ${back}`);
  return level === -1 ? "nothing" : (comparison.levels[level] ?? `no level ${level}`);
}

/** Whether two records share a blocking key. */
export function meet<T, V>(comparison: Comparison<T, V>, a: T, b: T): boolean {
  const keysOf = (record: T): readonly string[] => {
    const text = comparison.read(record);
    return text === undefined ? [] : (comparison.keys?.(comparison.parse(text)) ?? []);
  };
  const other = keysOf(b);
  return keysOf(a).some((key) => other.includes(key));
}

/** Reads a record that is the fact itself. */
export const read = (record: string | undefined): string | undefined => record;
