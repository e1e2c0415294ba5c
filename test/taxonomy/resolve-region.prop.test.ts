import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  currentRegion,
  fullRegionName,
  regionChain,
  regionOfOrganization,
  regions,
  resolveIndustry,
  resolveRegion,
} from "../../src/taxonomy/index.js";
import { decodeRetiredRegions } from "../../src/taxonomy/packs/retired-region-pack.js";

const units = regions.codes().filter((code) => code.length === 6);
const resolved = (raw: string) => {
  const found = resolveRegion(raw);
  return found.status === "resolved" ? found.value : found;
};
const parts = (code: string) =>
  regionChain(code)
    .filter((up) => up.length === 6)
    .reverse()
    .map((up) => regions.get(up)?.name ?? "");

describe("resolveRegion, for every unit", () => {
  test("a full name is its own code, via name, surely", () => {
    for (const code of regions.codes()) {
      expect(resolveRegion(fullRegionName(code) ?? ""), code).toEqual({ status: "resolved", value: code, via: "name", confidence: 1 });
    }
  });

  test("a code is itself, and a retired code with one successor is that", () => {
    for (const code of regions.codes()) expect(resolveRegion(code), code).toMatchObject({ value: code, via: "code", confidence: 1 });
    for (const { code } of decodeRetiredRegions()) {
      const now = currentRegion(code);
      if (now !== undefined) expect(resolved(code), code).toBe(now);
      else expect(resolveRegion(code), code).toMatchObject({ status: "ambiguous" });
    }
  });

  test("every successor of a retired code is a current unit", () => {
    for (const { code, current } of decodeRetiredRegions()) {
      expect(current.length, code).toBeGreaterThan(0);
      for (const now of current) expect(regions.has(now), code).toBe(true);
    }
  });

  test("an old county's or prefecture's name in its old province is its successor, or its successors stay open", () => {
    for (const { code, name, current } of decodeRetiredRegions()) {
      // Names such as 城区 or 东区 stood in every city and say nothing.
      if (name === undefined || !/..[县市旗州]$|地区$/.test(name) || current.length > 1) continue;
      const province = fullRegionName(`${code.slice(0, 2)}0000`);
      const found = resolveRegion(`${province}${name}`);
      const all = found.status === "resolved" ? [found.value] : found.candidates.map((candidate) => candidate.value);
      // A name that a current unit of the province bears, or another retired one bore later, is that unit.
      const namesake = decodeNamesakes(code.slice(0, 2), name);
      expect(
        all.some((answer) => current.includes(answer) || namesake.has(answer)),
        `${code} ${name}`,
      ).toBe(true);
    }
  });
});

const namesakes = new Map<string, Set<string>>();
function decodeNamesakes(province: string, name: string): Set<string> {
  if (namesakes.size === 0) {
    const put = (key: string, code: string) => namesakes.set(key, (namesakes.get(key) ?? new Set()).add(code));
    for (const record of decodeRetiredRegions())
      for (const now of record.current) if (record.name) put(record.code.slice(0, 2) + record.name, now);
    for (const unit of units) put(unit.slice(0, 2) + (regions.get(unit)?.name ?? ""), unit);
  }
  return namesakes.get(province + name) ?? new Set();
}

describe("resolveRegion, for any text", () => {
  const unit = fc.constantFrom(...units);
  const separator = fc.constantFrom("", " ", "-", "\u3000", "/", "，", "、", " - ", "\u00a0", "·", "\n");

  test("separators and blanks between the names change nothing", () => {
    fc.assert(
      fc.property(unit, separator, separator, (code, between, around) => {
        expect(resolved(around + parts(code).join(between) + around)).toBe(code);
      }),
    );
  });

  test("an address behind a full name changes nothing, nor a label before it", () => {
    fc.assert(
      fc.property(
        unit,
        fc.constantFrom("籍贯：", "现居", "户籍所在地:", ""),
        fc.constantFrom("", "人", "𠮷祥路8号", " 幸福小区"),
        (code, label, rest) => {
          expect(resolved(label + parts(code).join("") + rest)).toBe(code);
        },
      ),
    );
  });

  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          "河南",
          "省",
          "市",
          "区",
          "县",
          "南乐",
          "朝阳",
          "𠮷",
          "０",
          "4",
          "-",
          "(",
          "）",
          "\u3000",
          "吉林",
          "C",
          "28",
          "行业",
          "/",
          "分公司",
        ),
        { maxLength: 12 },
      )
      .map((a) => a.join("")),
  );

  test("no text throws, and every answer is a current code", () => {
    fc.assert(
      fc.property(text, (raw) => {
        for (const found of [resolveRegion(raw), regionOfOrganization(raw)]) {
          const codes = found.status === "resolved" ? [found.value] : found.candidates.map((candidate) => candidate.value);
          for (const code of codes) expect(regions.has(code)).toBe(true);
          if (found.status === "ambiguous") expect(new Set(codes).size).toBeGreaterThan(1);
        }
        resolveIndustry(raw);
      }),
      { numRuns: 300 },
    );
  });
});
