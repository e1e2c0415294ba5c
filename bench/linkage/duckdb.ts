import { DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } from "@duckdb/node-api";
import { DisjointSets } from "./disjoint-sets.js";
import type { ListedTalent } from "./registry.js";
import { bareName } from "./scripts.js";

/** Rows of one chunk of the appender. */
const CHUNK = 2048;

/**
 * Pairs of two lists that share a name or a phone and are alike besides. The four lines are the best of a grid over other records of this kind, chosen with
 * their truth in view, which nobody has of one's own.
 */
const PAIRS = `
  SELECT a.i, b.i FROM records a JOIN records b ON a.name = b.name AND a.source < b.source
    WHERE jaro_winkler_similarity(a.organization, b.organization) >= 0.9 OR jaro_winkler_similarity(a.phone, b.phone) >= 0.9 OR a.email = b.email
  UNION ALL
  SELECT a.i, b.i FROM records a JOIN records b ON a.phone = b.phone AND a.source < b.source
    WHERE jaro_winkler_similarity(a.name, b.name) >= 0.4`;

/** The join that a careful user of SQL writes (数据库自连接), closed by union–find; DuckDB with all its threads, what it takes to fill the table included. */
export async function joinInDatabase(records: readonly ListedTalent[]): Promise<Int32Array> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await connection.run(
      "CREATE TABLE records (i INTEGER, source VARCHAR, name VARCHAR, phone VARCHAR, email VARCHAR, organization VARCHAR)",
    );
    const types = [INTEGER, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR];
    const appender = await connection.createAppender("records");
    for (let start = 0; start < records.length; start += CHUNK) {
      const rows = records.slice(start, start + CHUNK);
      const chunk = DuckDBDataChunk.create(types, rows.length);
      chunk.setColumns([
        rows.map((_, i) => start + i),
        rows.map(({ source }) => source),
        rows.map(bareName),
        rows.map(({ phone }) => phone ?? null),
        rows.map(({ email }) => email ?? null),
        rows.map(({ organization }) => organization ?? null),
      ]);
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
    const [left = [], right = []] = (await connection.runAndReadAll(PAIRS)).getColumns();
    const sets = new DisjointSets(records.length);
    for (const [at, place] of left.entries()) sets.join(Number(place), Number(right[at]));
    return sets.groups();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
