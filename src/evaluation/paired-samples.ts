import { checkArray, GuiyanError } from "../errors/index.js";

/**
 * Refuses two samples that are not paired, value by value (成对样本).
 * @throws GuiyanError `invalid-argument` where they differ in length or hold anything but finite numbers
 * @complexity O(n)
 */
export function checkPairedSamples(place: string, x: readonly number[], y: readonly number[]): void {
  for (const [name, sample] of [
    ["x", x],
    ["y", y],
  ] as const) {
    for (const [i, value] of checkArray(place, name, sample).entries()) {
      if (Number.isFinite(value)) continue;
      const came = typeof value === "number" ? value : typeof value;
      throw new GuiyanError("invalid-argument", `${place}: expected ${name} to hold finite numbers, received ${came} at ${i}`, {
        path: [name, i],
      });
    }
  }
  if (x.length !== y.length) {
    throw new GuiyanError("invalid-argument", `${place}: expected samples of one length, received ${x.length} and ${y.length}`);
  }
}
