import { checkArray, GuiyanError } from "../errors/index.js";

/**
 * Accepts a list of distinct dimension names, one at least (维度名称).
 * @throws GuiyanError `invalid-argument`
 * @complexity O(dimensions)
 */
export function checkDimensions(place: string, dimensions: readonly string[]): readonly string[] {
  const seen = new Set<unknown>();
  for (const [i, dimension] of checkArray(place, "dimensions", dimensions).entries()) {
    if (typeof dimension !== "string" || dimension === "" || seen.has(dimension))
      throw new GuiyanError("invalid-argument", `${place}: expected dimensions.${i} to be a name of its own`, { path: ["dimensions", i] });
    seen.add(dimension);
  }
  if (seen.size === 0) throw new GuiyanError("invalid-argument", `${place}: expected one dimension at least`, { path: ["dimensions"] });
  return dimensions;
}
