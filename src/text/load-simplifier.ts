/** Turns traditional characters into simplified ones. */
export type Simplifier = (text: string) => string;

/**
 * Loads the converter from traditional to simplified script (繁转简), 52 KB, on demand.
 *
 * Characters only, no change of words. Not for personal names, which stay as their owner writes them.
 * @source opencc-js, dictionaries of OpenCC (Apache-2.0)
 * @example
 * const simplify = await loadSimplifier();
 * console.log(simplify("學歷要求")); // → 学历要求
 */
export async function loadSimplifier(): Promise<Simplifier> {
  const { Converter } = await import("opencc-js/t2cn");
  return Converter({ from: "t", to: "cn" });
}
