import { Worker } from "node:worker_threads";
import type { Demand } from "guiyan";
import { createTalentIndex, TalentIndex } from "guiyan";
import { buildTalentIndex } from "guiyan/node";
import { streamTalents, synthesiseCounty } from "guiyan/synth";
import { describe, expect, test } from "vitest";

// The built package: threads load files of dist.
const talents = [...streamTalents({ seed: 3, count: 3000 })];
const demands: readonly Demand[] = synthesiseCounty({ seed: 3, talents: 10, demands: 40, dirt: false }).demands;

describe("buildTalentIndex", () => {
  test.each([0, 1, 3])("on %d workers builds the index of one thread, to the byte", async (workers) => {
    const bases = ["residence", "either"] as const;
    const index = await buildTalentIndex(talents, { workers, bases });
    expect(index.toSnapshot()).toEqual(createTalentIndex(talents, { bases }).toSnapshot());
    expect(index.rankAll(demands)).toEqual(createTalentIndex(talents).rankAll(demands));
  });

  test("chooses by itself, takes an empty registry, and says what is wrong", async () => {
    expect((await buildTalentIndex(talents)).size).toBe(3000);
    expect((await buildTalentIndex([], { workers: 2 })).size).toBe(0);
    await expect(buildTalentIndex([{ id: "a" }, { id: "a" }])).rejects.toMatchObject({ code: "duplicate-id" });
    await expect(buildTalentIndex([], { workers: -1 })).rejects.toMatchObject({ code: "invalid-option" });
    await expect(buildTalentIndex([], { threads: 2 } as object)).rejects.toMatchObject({ code: "unknown-option" });
    await expect(buildTalentIndex(talents, { workers: 1, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "aborted" });
  });
});

describe("one index for several threads", () => {
  test("workers rank on the same shared bytes and give the same lists", async () => {
    const index = createTalentIndex(talents);
    const bytes = index.toSnapshot({ shared: true });
    expect(bytes.buffer).toBeInstanceOf(SharedArrayBuffer);
    const source = `
      const { parentPort, workerData } = require("node:worker_threads");
      import(workerData.entry).then(({ TalentIndex }) => {
        const index = TalentIndex.fromSnapshot(workerData.bytes);
        parentPort.postMessage({ lists: index.rankAll(workerData.demands), shared: workerData.bytes.buffer instanceof SharedArrayBuffer });
      });`;
    const entry = import.meta.resolve("guiyan");
    const answers = await Promise.all(
      [0, 1].map(
        (half) =>
          new Promise<{ lists: unknown; shared: boolean }>((resolve, reject) => {
            const workerData = { entry, bytes, demands: demands.filter((_, i) => i % 2 === half) };
            new Worker(source, { eval: true, workerData }).once("message", resolve).once("error", reject);
          }),
      ),
    );
    const want = TalentIndex.fromSnapshot(bytes).rankAll(demands);
    expect(answers).toEqual([0, 1].map((half) => ({ lists: want.filter((_, i) => i % 2 === half), shared: true })));
    expect(want).toEqual(index.rankAll(demands));
  });
});
