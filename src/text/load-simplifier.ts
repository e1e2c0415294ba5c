/** Turns traditional characters into simplified ones; the listed names stay as their owners write them. */
export type Simplifier = (text: string, names?: readonly string[]) => string;

/**
 * Loads the converter from traditional to simplified script (繁转简), 52 KB, on demand.
 *
 * Characters only, no change of words. Personal names stay: a column of names is not passed, names inside a text are listed.
 * @source opencc-js, dictionaries of OpenCC (Apache-2.0)
 * @example
 * const simplify = await loadSimplifier();
 * console.log(simplify("記者王瑩：學歷要求", ["王瑩"])); // → 记者王瑩：学历要求
 */
export async function loadSimplifier(): Promise<Simplifier> {
  const { Converter } = await import("opencc-js/t2cn");
  const convert = Converter({ from: "t", to: "cn" });
  const simplify = (text: string, [name = "", ...rest]: readonly string[]): string =>
    name === ""
      ? convert(text)
      : text
          .split(name)
          .map((part) => simplify(part, rest))
          .join(name);
  return (text, names = []) =>
    simplify(
      text,
      names.filter((name) => name !== ""),
    );
}
