import { type RegionName, type RegionNameKind, regionNames } from "./region-names.js";
import { regionInside } from "./region-tree.js";

/** One name read in a text. */
export interface RegionStep {
  readonly code: string;
  readonly kind: RegionNameKind;
  readonly start: number;
  readonly end: number;
}

/** A run of names read from one place in a text, each inside the one before (区划链). */
export interface RegionReading {
  /** Deepest unit read. */
  readonly code: string;
  /** Retired code of the last former name, `undefined` where names are current. */
  readonly from: string | undefined;
  /** Offset after the last name. */
  readonly end: number;
  /** Sum of the names' distance from official ones; less is better. */
  readonly cost: number;
  readonly steps: readonly RegionStep[];
}

const COST: Readonly<Record<RegionNameKind, number>> = { name: 0, alias: 1, stem: 1, former: 3, "former-stem": 4, abbreviation: 2 };

/** Signs that part the names of one place: blanks, dashes, slashes, commas, brackets. */
export const REGION_SEPARATOR = /[\s\-\u2010-\u2015_~>/\\|,，、。.·:：;；()（）[\]【】{}<>《》"'“”‘’]/;

/** Country, province, prefecture, county, each said twice; a longer run is no place. */
const MOST_STEPS = 8;

/** Offset of the next character that is no separator. */
export function skipSeparators(text: string, from: number): number {
  let at = from;
  while (at < text.length && REGION_SEPARATOR.test(text.charAt(at))) at++;
  return at;
}

/** Significant digits of a code: 412400 → 4124. */
function significant(code: string): string {
  return code.endsWith("0000") ? code.slice(0, 2) : code.endsWith("00") ? code.slice(0, 4) : code;
}

/** Whether a former unit lay in the unit read so far, by its old code. */
function layInside(from: string | undefined, reading: RegionReading): boolean {
  if (from === undefined) return false;
  return from.startsWith(significant(reading.from ?? reading.code)) && reading.code.length === 6;
}

function extend(
  reading: RegionReading | undefined,
  name: RegionName,
  start: number,
  end: number,
  parted: boolean,
): RegionReading | undefined {
  const step = { code: name.code, kind: name.kind, start, end };
  if (reading === undefined) return { code: name.code, from: name.from, end, cost: COST[name.kind], steps: [step] };
  if (reading.steps.length >= MOST_STEPS) return undefined;
  const cost = reading.cost + COST[name.kind];
  const steps = [...reading.steps, step];
  if (name.kind === "abbreviation") return undefined;
  if (regionInside(name.code, reading.code) || layInside(name.from, reading)) return { code: name.code, from: name.from, end, cost, steps };
  // 海淀区, 北京: the wider unit after the narrower one confirms it.
  if (parted && regionInside(reading.code, name.code)) return { ...reading, end, cost, steps };
  return undefined;
}

/**
 * Every way to read a chain of region names from an offset (逐级识别), each as far as it goes.
 *
 * 济南市中区 is read both as 济南市 and as 济南 + 市中区; the caller takes the one that explains more.
 * A Latin name ends at a word's end. Text must be lower-cased.
 * @param within names must lie in this unit, or hold it
 * @complexity O(length of the chain × longest name)
 */
export function readRegionChain(text: string, start: number, within?: string): RegionReading[] {
  const names = regionNames();
  const read: RegionReading[] = [];
  let frontier: (RegionReading | undefined)[] = [undefined];
  const seen = new Map<string, number>();
  while (frontier.length > 0) {
    const next: RegionReading[] = [];
    for (const reading of frontier) {
      const after = reading?.end ?? start;
      const at = skipSeparators(text, after);
      for (let length = 1; length <= names.longest && at + length <= text.length; length++) {
        const name = text.slice(at, at + length);
        if (/[a-z]$/.test(name) && /[a-z]/.test(text.charAt(at + length))) continue;
        for (const unit of names.get(name) ?? []) {
          if (within !== undefined && !regionInside(unit.code, within) && !regionInside(within, unit.code)) continue;
          // 苏州、无锡 is a list, whatever 无锡县 once lay in.
          if (unit.kind.startsWith("former") && reading !== undefined && /[、/\\|,，;；]/.test(text.slice(after, at))) continue;
          const longer = extend(reading, unit, at, at + length, at > after);
          if (longer === undefined) continue;
          const key = `${longer.end} ${longer.code} ${longer.from ?? ""}`;
          const best = seen.get(key);
          if (best !== undefined && best <= longer.cost) continue;
          seen.set(key, longer.cost);
          next.push(longer);
        }
      }
    }
    read.push(...next);
    frontier = next;
  }
  return read;
}
