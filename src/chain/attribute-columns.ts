import { compareCodePoints } from "../numeric/index.js";
import type { FlatAttributes, FlatValue } from "./graph-records.js";

/** Type of an attribute that a file declares (属性类型): the narrowest that holds every value; `long` past 32 bits. */
export type ColumnType = "boolean" | "integer" | "long" | "double" | "string";

/** An attribute that a file declares (属性列). */
export interface AttributeColumn {
  readonly name: string;
  readonly type: ColumnType;
}

const WIDENING: readonly ColumnType[] = ["integer", "long", "double"];

function typeOf(value: FlatValue): ColumnType {
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "boolean";
  if (!Number.isSafeInteger(value)) return "double";
  return value === (value | 0) ? "integer" : "long";
}

/** The narrowest type that holds values of both. */
function join(a: ColumnType, b: ColumnType): ColumnType {
  if (a === b) return a;
  const [i, j] = [WIDENING.indexOf(a), WIDENING.indexOf(b)];
  return i === -1 || j === -1 ? "string" : (WIDENING[Math.max(i, j)] as ColumnType);
}

/**
 * The attributes of nodes, or of edges, with the type of each, by name in code-point order.
 * @complexity O(attributes of all records)
 */
export function attributeColumns(records: Iterable<{ readonly attributes: FlatAttributes }>): AttributeColumn[] {
  const types = new Map<string, ColumnType>();
  for (const { attributes } of records) {
    for (const [name, value] of attributes) types.set(name, join(types.get(name) ?? typeOf(value), typeOf(value)));
  }
  return [...types].map(([name, type]) => ({ name, type })).sort((a, b) => compareCodePoints(a.name, b.name));
}
