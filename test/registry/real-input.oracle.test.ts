import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import type { Demand, Talent } from "../../src/model/index.js";
import { readTable } from "../../src/node/index.js";
import { recommend } from "../../src/recommend/index.js";
import { mapHeaders, parseProfile, readDemands, readTalents } from "../../src/registry/index.js";
import { buildRankedWorkbook } from "../../src/report/index.js";
import { hasSharedData, sharedData } from "../shared-data.js";

interface GoldSheet {
  readonly id: string;
  readonly headers: readonly string[];
  readonly gold: readonly string[];
}

const folder = (...parts: string[]) => sharedData("bench", "demand-strings", "sheets", ...parts);
const goldSheets = (): GoldSheet[] =>
  readFileSync(folder("sheets.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as GoldSheet);

/** Demands of one crawled sheet, with the account of its rows. */
async function demandsOf({ id }: GoldSheet) {
  const table = await readTable(folder(`${id}.csv`));
  const rows = parse(readFileSync(folder(`${id}.csv`)), { relax_column_count: true }) as string[][];
  return { ...readDemands(table), rowsInFile: rows.length - 1 };
}

/** Talents read from résumé sentences, each row a talent with the facts that its sentence states. */
function talentsOfSentences(): { talents: Talent[]; sentences: number } {
  const rows = parse(readFileSync(sharedData("bench", "resume-normalisation", "sentences.csv")), { columns: true }) as Record<
    string,
    string
  >[];
  const header = ["姓名", "个人简历"];
  const { records } = readTalents({
    name: "sentences.csv",
    header,
    rows: rows.map((row, i) => [`${row["id"] ?? i}号`, row["text"] ?? ""]),
  });
  return { talents: [...records], sentences: rows.length };
}

describe.skipIf(!hasSharedData)("the main job on real cells", () => {
  test("every column of the thirteen crawled sheets is mapped as a person would", async () => {
    let right = 0;
    let all = 0;
    for (const sheet of goldSheets()) {
      const table = await readTable(folder(`${sheet.id}.csv`));
      const { entity, columns } = mapHeaders(table.header, { rows: table.rows });
      expect(entity).toBe("demand");
      for (const [i, gold] of sheet.gold.entries()) {
        all++;
        if ((columns[i]?.field ?? "other") === gold) right++;
      }
    }
    expect(all).toBe(155);
    expect(right / all).toBeGreaterThanOrEqual(0.98);
  });

  test("every row of every sheet is a record or rejected with an issue, and posts and pay come through", async () => {
    for (const sheet of goldSheets()) {
      const { records, counts, issues, rowsInFile } = await demandsOf(sheet);
      expect(counts.rows).toBe(rowsInFile);
      expect(counts.records + counts.rejected).toBe(counts.rows);
      expect(records).toHaveLength(counts.records);
      const rejecting = issues.filter(({ code }) => code.startsWith("row-"));
      expect(rejecting.length).toBeGreaterThanOrEqual(counts.rejected);
      expect(records.filter(({ post }) => post !== undefined).length / counts.rows).toBeGreaterThan(0.95);
      expect(records.filter(({ requirements }) => requirements.length > 0).length / counts.rows).toBeGreaterThan(0.8);
    }
  });

  test("slipped columns are told, and read where they belong", async () => {
    const sheet = goldSheets().find(({ id }) => id === "sheet07") as GoldSheet;
    const { records, issues } = await demandsOf(sheet);
    expect(issues.filter(({ code }) => code === "cell-shifted").length).toBeGreaterThan(50);
    expect(records.filter(({ requirements }) => requirements.some(({ dimension }) => dimension === "degree")).length).toBeGreaterThan(40);
  });

  test("résumé sentences become talents whose facts equal what the sentences state", () => {
    const { talents, sentences } = talentsOfSentences();
    expect(talents).toHaveLength(sentences);
    expect(talents.filter(({ degree }) => degree !== undefined).length).toBeGreaterThan(sentences / 2);
    expect(talents.every((talent) => talent.provenance?.["degree"]?.source === "résumé" || talent.degree === undefined)).toBe(true);
    expect(parseProfile("男，经济学博士，教授级高级工程师。")).toMatchObject({ degree: "doctor", title: { grade: "senior" } });
  });

  test("it ends with ranked lists that a person can check", async () => {
    const { talents } = talentsOfSentences();
    const demands: Demand[] = [];
    for (const sheet of goldSheets())
      for (const demand of (await demandsOf(sheet)).records) demands.push({ ...demand, id: `${sheet.id}-${demand.id}` });
    const result = recommend({ talents, demands });
    expect(result.lists).toHaveLength(demands.length);
    for (const { demand, matches } of result.lists) {
      for (const { talent, explanation, points } of matches) {
        expect(explanation.contributions.reduce((sum, c) => sum + c.points, 0)).toBe(points);
        const asked = demand.requirements.find(({ dimension, kind }) => dimension === "degree" && kind === "hard")?.values[0];
        // Nobody known to stand below a hard degree is listed.
        if (asked === "bachelor" && talent.degree !== undefined) expect(["bachelor", "master", "doctor"]).toContain(talent.degree);
      }
    }
    const programmer = result.lists.find(
      ({ demand }) => /java/i.test(demand.post ?? "") && demand.requirements.some((r) => r.dimension === "field"),
    );
    expect(programmer?.matches[0]?.talent.fields?.some((code) => /^08(?:12|35|54)|^1405/.test(code))).toBe(true);
    const workbook = buildRankedWorkbook(result);
    expect(workbook.sheets[0]?.rows.length).toBeGreaterThanOrEqual(demands.length);
  });
});
