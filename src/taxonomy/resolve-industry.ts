import { checkOneOf, checkOptions } from "../errors/index.js";
import { cleanText, foldScript, foldWidth, matchKey } from "../text/index.js";
import { industries } from "./industries.js";
import { industryFrom2011, isReusedIndustryCode } from "./industry-2011.js";
import { industryChain, industryInside, industryLevel, industrySection } from "./industry-tree.js";
import { createLabelLookup } from "./lookup.js";
import { decodeIndustryAliases } from "./packs/industry-alias-pack.js";
import type { Candidate, Resolution, ResolutionVia, Resolved } from "./resolution.js";

/** Options of {@link resolveIndustry}. */
export interface ResolveIndustryOptions {
  /** Edition of GB/T 4754 that a code belongs to; not given, a code is read as 2017, with less confidence where 2011 meant something else by it. */
  readonly edition?: "2017" | "2011";
  /** Whether a text that is no industry is looked up for near spellings, default true; it costs a hundred times the reading itself. */
  readonly guesses?: boolean;
}

/** One name of an industry. */
interface IndustryName {
  readonly code: string;
  readonly via: "name" | "alias";
}

const EDITIONS = ["2017", "2011"] as const;

/** Words before an industry; 领域/融资 puts the financing round behind a comma. */
const LABEL = /^(?:所属行业|所在行业|行业类别|行业领域|行业分类|行业|领域\/融资|领域|产业)[:：]\s*/;

/** Parts of one cell; recruiting sites part categories by any of these. */
const PART = /[、,，;；/\\|丨+&\s]+|[和及与]/;

/** Parts that say nothing. */
const NOTHING = new Set(["其他", "其它", "其他行业", "跨领域经营", "不限", "无", "中介服务", "服务", "等"]);

/** Endings that change nothing: 食品行业, 汽车产业. */
const ENDING = /(?:行业|产业链|产业|领域|业)$/;

let index: Map<string, readonly IndustryName[]> | undefined;

function names(): Map<string, readonly IndustryName[]> {
  if (index) return index;
  const table = new Map<string, IndustryName[]>();
  const put = (name: string, code: string, via: "name" | "alias"): void => {
    const key = matchKey(name);
    const list = table.get(key);
    if (!list) table.set(key, [{ code, via }]);
    // A listed or official name is never widened by a derived one.
    else if (list[0]?.via === via && !list.some((other) => other.code === code)) list.push({ code, via });
  };
  for (const code of industries.codes()) put(industries.get(code)?.name ?? "", code, "name");
  for (const [alias, code] of decodeIndustryAliases()) put(alias, code, "alias");
  const derived = new Map<string, IndustryName[]>();
  for (const code of industries.codes()) {
    const key = matchKey(industries.get(code)?.name ?? "").replace(ENDING, "");
    if (key.length < 2 || table.has(key)) continue;
    const list = derived.get(key);
    if (list) list.push({ code, via: "alias" });
    else derived.set(key, [{ code, via: "alias" }]);
  }
  for (const [key, list] of derived) table.set(key, list);
  index = table;
  return table;
}

const guesses = /* @__PURE__ */ createLabelLookup(() =>
  industries.codes().map((code) => ({ label: industries.get(code)?.name ?? "", value: code })),
);

function candidates(codes: readonly string[]): Candidate<string>[] {
  const all = [...new Set(codes)].sort();
  const confidence = Math.round(100 / all.length) / 100;
  return all.map((value) => ({ value, label: industries.get(value)?.name ?? value, confidence }));
}

const resolved = (value: string, via: ResolutionVia, confidence: number): Resolved<string> => ({
  status: "resolved",
  value,
  via,
  confidence,
});

/** The nearest node that holds every code, `undefined` where the codes lie in different sections. */
function holderOf(codes: readonly string[]): string | undefined {
  const [first, ...rest] = codes;
  return first === undefined ? undefined : industryChain(first).find((up) => rest.every((code) => industryInside(code, up)));
}

/** One answer for several codes: the holder from the division down, else the codes side by side. */
function together(codes: readonly string[], via: ResolutionVia, confidence: number): Resolution<string> {
  const holder = holderOf(codes);
  // A section is an answer only where one of the parts named it: 制造业、食品.
  const isNear = holder !== undefined && (industryLevel(holder) !== "section" || codes.includes(holder));
  return isNear ? resolved(holder, via, confidence) : { status: "ambiguous", candidates: candidates(codes) };
}

/** Every 2017 class that took over what a 2011 code of any length held. */
function from2011(code: string): readonly string[] {
  if (code.length === 4) {
    const now = industryFrom2011(code);
    return now.length === 0 && code.endsWith("0") ? from2011(code.slice(0, 3)) : now;
  }
  const classes = new Set<string>();
  const digits = 4 - code.length;
  for (let i = 0; i < 10 ** digits; i++) {
    for (const now of industryFrom2011(code + String(i).padStart(digits, "0"))) classes.add(now);
  }
  return [...classes].sort();
}

function readCode(section: string, digits: string, edition: "2017" | "2011" | undefined): Resolution<string> {
  if (digits === "") return resolved(section, "code", 1);
  if (edition === "2011") {
    const now = from2011(digits);
    if (now.length === 0) return { status: "unresolved", candidates: [] };
    return now.length === 1 && digits.length === 4 ? resolved(now[0] ?? "", "code", 0.95) : together(now, "code", 0.8);
  }
  // 2830 and 2800 pad the group 283 and the division 28.
  let code = digits;
  while (!industries.has(code) && code.length > 2 && code.endsWith("0")) code = code.slice(0, -1);
  if (industries.has(code)) {
    const home = industrySection(code);
    if (section !== "" && home !== section) return { status: "unresolved", candidates: candidates([code, section]) };
    return resolved(code, "code", edition === undefined && isReusedIndustryCode(code) ? 0.7 : 1);
  }
  // A class that only the 2011 edition has tells its edition.
  const old = edition === undefined ? from2011(digits) : [];
  if (old.length > 0) return together(old, "code", 0.8);
  const up = [digits.slice(0, 3), digits.slice(0, 2)].find((prefix) => industries.has(prefix));
  return { status: "unresolved", candidates: up === undefined ? [] : candidates([up]) };
}

/** A name as it stands, then without an ending that changes nothing. */
function readName(text: string): Resolution<string> | undefined {
  const key = matchKey(text);
  for (const spelling of [key, key.replace(ENDING, "")]) {
    const found = spelling.length > 0 ? names().get(spelling) : undefined;
    const [first] = found ?? [];
    if (found === undefined || first === undefined) continue;
    const via = spelling === key ? first.via : "alias";
    const codes = found.map(({ code }) => code);
    const deepest = codes.toSorted((a, b) => b.length - a.length)[0] ?? first.code;
    // 制糖业 names the group and its only class: the same thing, said more finely.
    if (codes.every((code) => industryInside(deepest, code))) return resolved(deepest, via, via === "name" ? 1 : 0.9);
    return { status: "ambiguous", candidates: candidates(codes) };
  }
  return undefined;
}

function readParts(text: string): Resolution<string> | undefined {
  const parts = [...new Set(text.split(PART))].filter((part) => part !== "" && !NOTHING.has(part));
  const codes: string[] = [];
  let unread = 0;
  for (const part of parts) {
    const found = readName(part);
    if (found?.status === "resolved") codes.push(found.value);
    else if (found?.status === "ambiguous") codes.push(...found.candidates.map(({ value }) => value));
    else unread++;
  }
  const distinct = [...new Set(codes)];
  return distinct.length === 0
    ? undefined
    : together(distinct, distinct.length === 1 && parts.length === 1 ? "alias" : "pattern", unread > 0 ? 0.6 : 0.8);
}

/** A code at the head of a cell: alone, before a sign (2832 生物基…), or right before the name of the same industry (C制造业), which 360金融 is not. */
function readLeadingCode(text: string, edition: "2017" | "2011" | undefined): Resolution<string> | undefined {
  const form = /^([A-Ta-t]?)(\d{2,4}|)(?=$|[\s\-_:.()、\u4e00-\u9fff])/.exec(text);
  if (form === null || form[0] === "") return undefined;
  const found = readCode((form[1] ?? "").toUpperCase(), form[2] ?? "", edition);
  const rest = text.slice(form[0].length);
  if (!/^[\u4e00-\u9fff]/.test(rest)) return found;
  const name = readName(rest);
  if (found.status !== "resolved" || name?.status !== "resolved") return undefined;
  return industryInside(found.value, name.value) || industryInside(name.value, found.value) ? found : undefined;
}

/** The text without what stands in brackets; an open bracket cuts the rest. */
function withoutBrackets(text: string): string {
  let depth = 0;
  let kept = "";
  for (const sign of text) {
    if (sign === "(") depth++;
    else if (sign === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += sign;
  }
  return kept;
}

/**
 * Reads an industry (行业识别) as registers and recruiting sites write it, to a GB/T 4754-2017 code.
 *
 * Read are codes (C2832, 2832, 28.., padded 2830 → 283, full-width, with or without the section's letter, followed by a name or not), official names,
 * names without 业 or 行业, and everyday names (`packs/industry-alias-pack.ts`: 计算机软件 → 651, 生物基材料 → 283).
 *
 * Several parts in one cell (基金/证券/期货/投资) are read as the nearest node that holds them all, if that is a division or finer (67); parts of
 * different divisions are `ambiguous`, all of them candidates. Brackets only illustrate and are passed over.
 *
 * The editions of 2011 and 2017 use 139 class codes for different things (3032). Without `edition` these are read as 2017 with confidence 0.7;
 * a code that only 2011 had tells its edition. With `edition: "2011"` a class that was split is `ambiguous`, or its common group.
 * @throws GuiyanError `unknown-option`, `invalid-option`
 * @complexity O(length); an unresolved text adds one look-up over all labels
 * @example
 * resolveIndustry("C2832"); // { status: "resolved", value: "2832", via: "code", confidence: 1 }
 * resolveIndustry("3032", { edition: "2011" }); // { status: "resolved", value: "3071", via: "code", confidence: 0.95 }
 */
export function resolveIndustry(raw: string, options?: ResolveIndustryOptions): Resolution<string> {
  checkOptions("resolveIndustry", options, ["edition", "guesses"]);
  const edition = options?.edition === undefined ? undefined : checkOneOf("resolveIndustry", "edition", options.edition, EDITIONS);
  const labelled = foldScript(foldWidth(cleanText(raw))).trim();
  const rest = labelled.replace(LABEL, "");
  const text = (labelled.startsWith("领域/融资") ? (rest.split(/[,，]/)[0] ?? rest) : rest).trim();
  if (text === "") return { status: "unresolved", candidates: [] };
  const byCode = readLeadingCode(text, edition);
  if (byCode !== undefined) return byCode;
  const whole = readName(text) ?? readName(withoutBrackets(text)) ?? readParts(withoutBrackets(text));
  if (whole !== undefined) return whole;
  return { status: "unresolved", candidates: options?.guesses === false ? [] : guesses.nearest(text) };
}
