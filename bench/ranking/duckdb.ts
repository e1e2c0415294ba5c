import { DuckDBDataChunk, DuckDBInstance, INTEGER, SMALLINT, TINYINT, VARCHAR } from "@duckdb/node-api";
import { NUMBER_COLUMNS, type NumberColumn, type NumberTable } from "./number-table.js";
import type { Ranked } from "./objects.js";
import type { Asked } from "./work.js";

/** A registry in an embedded database (嵌入式数据库). */
export interface Database {
  /** One statement a demand: filter, score by CASE, order, limit. */
  readonly rank: (asked: Asked, k: number) => Promise<Ranked[]>;
  readonly close: () => void;
}

/** Rows of one chunk of the appender. */
const CHUNK = 2048;

function typeOf(column: NumberColumn) {
  if (/^c\d$|^degree$|^title$/.test(column)) return { type: TINYINT, name: "TINYINT" };
  return /^d\d$/.test(column) ? { type: SMALLINT, name: "SMALLINT" } : { type: INTEGER, name: "INTEGER" };
}

/** `(f1 IN (…) OR f2 IN (…) …)` */
function anyOf(prefix: string, codes: readonly string[]): string {
  const list = [...new Set(codes.map(Number))].join(", ");
  return [1, 2, 3, 4].map((i) => `${prefix}${i} IN (${list})`).join(" OR ");
}

function ladder(column: string, asked: number, step: number): string {
  const short = Array.from(
    { length: asked },
    (_, rank) => `WHEN ${column} = ${rank + 1} THEN ${Math.max(0, 1000 - step * (asked - rank))}`,
  );
  return `CASE WHEN ${column} IS NULL THEN 500 ${short.join(" ")} ELSE 1000 END`;
}

/** The statement of one demand; nothing but numbers and column names enters it. */
function statementOf({ place, fields, degree, title, weights, hard }: Asked, k: number): string {
  const region =
    `CASE WHEN county = ${Number(place.county)} THEN 1000 WHEN prefecture = ${Number(place.prefecture)} THEN 800 ` +
    `WHEN province = ${Number(place.province)} THEN 600 WHEN province IS NULL THEN 500 ELSE 200 END`;
  // The category first: most talents are in none of those asked for, and are done with after one comparison.
  const field =
    `CASE WHEN ${anyOf(
      "c",
      fields.map((code) => code.slice(0, 2)),
    )} ` +
    `THEN CASE WHEN ${anyOf("f", fields)} THEN 1000 WHEN ${anyOf(
      "d",
      fields.map((code) => code.slice(0, 4)),
    )} THEN 700 ELSE 400 END ` +
    "WHEN f1 IS NULL THEN 500 ELSE 0 END";
  const kept = [
    ...(hard.region ? [`(province IS NULL OR province = ${Number(place.province)})`] : []),
    ...(hard.degree ? [`(degree IS NULL OR degree > ${degree})`] : []),
    ...(hard.title ? [`(title IS NULL OR title > ${title})`] : []),
  ];
  return (
    `SELECT id, ${weights.region} * (${region}) + ${weights.field} * (${field}) + ${weights.degree} * (${ladder("degree", degree, 350)}) ` +
    `+ ${weights.title} * (${ladder("title", title, 300)}) AS points FROM talents ` +
    `${kept.length > 0 ? `WHERE ${kept.join(" AND ")} ` : ""}ORDER BY points DESC, id LIMIT ${k}`
  );
}

/** Loads a registry into DuckDB, one thread, columns in the narrowest types and NULL for unknown facts. */
export async function openDatabase(table: NumberTable): Promise<Database> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run("SET threads = 1");
  await connection.run(
    `CREATE TABLE talents (id VARCHAR, ${NUMBER_COLUMNS.map((column) => `${column} ${typeOf(column).name}`).join(", ")})`,
  );
  const types = [VARCHAR, ...NUMBER_COLUMNS.map((column) => typeOf(column).type)];
  const appender = await connection.createAppender("talents");
  for (let start = 0; start < table.ids.length; start += CHUNK) {
    const ids = table.ids.slice(start, start + CHUNK);
    const chunk = DuckDBDataChunk.create(types, ids.length);
    chunk.setColumns([
      ids,
      ...NUMBER_COLUMNS.map((column) => Array.from(table[column].subarray(start, start + ids.length), (n) => n || null)),
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  return {
    rank: async (asked, k) => {
      const rows = (await connection.runAndReadAll(statementOf(asked, k))).getRows();
      return rows.map(([id, points]) => ({ id: String(id), points: Number(points) }));
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
