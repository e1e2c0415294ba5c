import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/node/decode-text.js";
import { readTable } from "../../src/node/index.js";
import { hostileCases, hostileFiles } from "../hostile-data.js";
import { hasSharedData } from "../shared-data.js";
import { scratchFile } from "./scratch.js";

/** Pairs of pointer and code point of an index of the Encoding Standard. */
function indexOf(name: string): [pointer: number, code: number][] {
  const path = hostileFiles("gb18030 tables").find((file) => basename(file) === name) ?? "";
  return [...readFileSync(path, "utf8").matchAll(/^\s*(\d+)\t0x([0-9A-F]+)/gm)].map(([, pointer, code]) => [
    Number(pointer),
    Number.parseInt(code ?? "", 16),
  ]);
}

/** Two bytes of a pointer, as the standard's encoder writes them. */
const twoBytes = (pointer: number) => {
  const trail = pointer % 190;
  return [Math.floor(pointer / 190) + 0x81, trail + (trail < 0x3f ? 0x40 : 0x41)];
};
/** Four bytes of a pointer into the ranges. */
const fourBytes = (pointer: number) => [
  Math.floor(pointer / 12_600) + 0x81,
  (Math.floor(pointer / 1260) % 10) + 0x30,
  (Math.floor(pointer / 10) % 126) + 0x81,
  (pointer % 10) + 0x30,
];

/** What the library's decoder makes of bytes that are cut into chunks of odd lengths. */
async function decoded(bytes: readonly number[]): Promise<string> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += 8191) yield Uint8Array.from(bytes.slice(at, at + 8191));
  }
  let text = "";
  for await (const piece of decodeText("t.csv", chunks, { label: "gb18030", lossy: false })) text += piece;
  return text;
}

describe.skipIf(!hasSharedData)("GB18030 against the Encoding Standard", () => {
  test("every pair of bytes decodes to its code point", async () => {
    const index = indexOf("index-gb18030.txt");
    expect(index).toHaveLength(23_940);
    const text = await decoded(index.flatMap(([pointer]) => twoBytes(pointer)));
    expect(text).toBe(String.fromCodePoint(...index.map(([, code]) => code)));
  });

  test("every range of four bytes decodes from its first code point to its last", async () => {
    const ranges = indexOf("index-gb18030-ranges.txt");
    expect(ranges.length).toBeGreaterThan(200);
    const bytes: number[] = [];
    let expected = "";
    const add = (pointer: number, code: number) => {
      bytes.push(...fourBytes(pointer));
      // The standard's own exception: the pair a8bc took its place.
      if (pointer === 7457) expected += "\ue7c7";
      // Marks inside a text vanish when it is read.
      else if (code !== 0xfeff) expected += String.fromCodePoint(code);
    };
    for (const [i, [start, first]] of ranges.entries()) {
      const next = ranges[i + 1]?.[0];
      if (next === undefined) for (const offset of [0, 1, 0x1234, 0xfffff]) add(start + offset, first + offset);
      else for (let pointer = start; pointer < next && pointer <= 39_419; pointer++) add(pointer, first + pointer - start);
    }
    expect(await decoded(bytes)).toBe(expected);
  });

  test("sequences decode as the standard says, broken ones with an issue", async () => {
    const { vectors, raw } = hostileCases<{
      vectors: { hex: string; expect: { value: string } }[];
      raw: { hex: string; expect: { value: string; fatalThrows: boolean } }[];
    }>("gb18030");
    // 姓名, a comma, 学历: so that the text is no UTF-8 before the sequence begins.
    const start = Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd1, 0xa7, 0xc0, 0xfa, 0x0a]);
    const table = (hex: string) => readTable(scratchFile("gb.csv", Buffer.concat([start, Buffer.from(hex, "hex"), Buffer.from(",x\n")])));
    expect(vectors.length).toBeGreaterThan(20);
    for (const { hex, expect: expected } of vectors) {
      const { rows, issues } = await table(hex);
      expect([hex, rows[0]?.[0], issues.length]).toEqual([hex, expected.value, 0]);
    }
    expect(raw.length).toBeGreaterThan(10);
    for (const { hex, expect: expected } of raw) {
      const { rows, issues } = await table(hex);
      const lossy = issues.some(({ code }) => code === "encoding-replaced");
      expect([hex, lossy]).toEqual([hex, expected.fatalThrows]);
      // U+0080 is a control character, which no cell keeps.
      if (!lossy) expect([hex, rows[0]?.[0]]).toEqual([hex, expected.value.replace(/\p{Cc}/gu, "")]);
    }
  });

  test("five encodings of one table give one table", async () => {
    const paths = hostileFiles("csv cases");
    const path = (name: string) => paths.find((file) => basename(file) === name) ?? "";
    const { header, rows } = JSON.parse(readFileSync(path("expected-encodings.json"), "utf8"));
    for (const name of ["utf8-bom", "gb18030-nobom", "utf16le-bom", "utf16be-bom", "utf16le-nobom"]) {
      const table = await readTable(path(`${name}.csv`));
      expect([name, table.header, table.rows]).toEqual([name, header, rows]);
    }
  });
});
