import { GuiyanError } from "./guiyan-error.js";

/** Inclusive bounds of an integer option. */
export interface IntegerBounds {
  readonly min?: number;
  readonly max?: number;
}

/** Names the kind of a value for a message without showing the value itself. */
function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value;
}

/**
 * Refuses option keys that a function does not know (未知选项).
 * @throws GuiyanError `unknown-option`
 * @complexity O(keys)
 */
export function checkOptions(place: string, options: unknown, known: readonly string[]): void {
  if (options === undefined) return;
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new GuiyanError("invalid-argument", `${place}: expected options to be an object, received ${kindOf(options)}`);
  }
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) {
      throw new GuiyanError("unknown-option", `${place}: unknown option "${key}", expected one of ${known.join(", ")}`, {
        path: [key],
        details: { option: key, known },
      });
    }
  }
}

/**
 * Accepts a safe integer within bounds and returns it (整数选项).
 * @throws GuiyanError `invalid-option`
 */
export function checkInteger(place: string, name: string, value: unknown, { min, max }: IntegerBounds = {}): number {
  const low = min ?? Number.MIN_SAFE_INTEGER;
  const high = max ?? Number.MAX_SAFE_INTEGER;
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= low && value <= high) return value;
  const range = max === undefined ? (min === undefined ? "" : ` >= ${min}`) : ` in ${low}..${max}`;
  const came = typeof value === "number" ? String(value) : kindOf(value);
  throw new GuiyanError("invalid-option", `${place}: expected ${name} to be an integer${range}, received ${came}`, { path: [name] });
}

/** Bounds of a number option; `above` and `below` leave the bound itself out. */
export interface NumberBounds {
  readonly min?: number;
  readonly above?: number;
  readonly max?: number;
  readonly below?: number;
}

/**
 * Accepts a number within bounds and returns it (数值选项); NaN is within none.
 * @throws GuiyanError `invalid-option`
 */
export function checkNumber(place: string, name: string, value: unknown, { min, above, max, below }: NumberBounds): number {
  const held =
    typeof value === "number" &&
    value >= (min ?? Number.NEGATIVE_INFINITY) &&
    value <= (max ?? Number.POSITIVE_INFINITY) &&
    (above === undefined || value > above) &&
    (below === undefined || value < below);
  if (held) return value;
  const bounds = Object.entries({ ">=": min, ">": above, "<=": max, "<": below }).flatMap(([sign, bound]) =>
    bound === undefined ? [] : [`${sign} ${bound}`],
  );
  const came = typeof value === "number" ? value : kindOf(value);
  throw new GuiyanError("invalid-option", `${place}: expected ${name} to be a number ${bounds.join(" and ")}, received ${came}`, {
    path: [name],
  });
}

/**
 * Accepts one of a closed list of strings and returns it (枚举选项).
 * @throws GuiyanError `invalid-option`
 */
export function checkOneOf<const T extends string>(place: string, name: string, value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((a) => a === value);
  if (found !== undefined) return found;
  throw new GuiyanError("invalid-option", `${place}: expected ${name} to be one of ${allowed.join(", ")}, received ${kindOf(value)}`, {
    path: [name],
    details: { allowed },
  });
}

/**
 * Accepts an array and returns it (数组参数).
 * @throws GuiyanError `invalid-argument`
 */
export function checkArray<T>(place: string, name: string, value: readonly T[]): readonly T[] {
  if (Array.isArray(value)) return value;
  throw new GuiyanError("invalid-argument", `${place}: expected ${name} to be an array, received ${kindOf(value)}`, { path: [name] });
}

/**
 * Stops long work whose caller has cancelled it (取消).
 * @throws GuiyanError `aborted`
 */
export function checkAborted(place: string, signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new GuiyanError("aborted", `${place}: cancelled by its AbortSignal`, { cause: signal.reason });
}
