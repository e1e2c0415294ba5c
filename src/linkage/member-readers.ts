import type { TalentTitle } from "../model/index.js";
import {
  DEGREE_LEVELS,
  type DegreeLevel,
  isRegionCode,
  resolveDegree,
  resolveFields,
  resolveIndustry,
  resolveRegion,
  resolveTitle,
  TITLE_GRADES,
} from "../taxonomy/index.js";
import { toldText } from "./told-text.js";

/** Reads one member of a plain record (成员读取). */
export type MemberReader<V> = (record: object) => V | undefined;

/** Readings that are kept; registries repeat few places, degrees and titles. */
const KEPT = 10_000;
/** Longest text that is read for a place, a degree, a title or fields. */
const LONGEST = 200;

function memberOf(record: object, member: string): unknown {
  return Object.hasOwn(record, member) ? Reflect.get(record, member) : undefined;
}

function asText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" && Number.isFinite(value) ? String(value) : undefined;
}

/** A member's text, a number in its digits; undefined where it tells nothing. */
export function textMember(member: string): MemberReader<string> {
  return (record) => toldText(asText(memberOf(record, member)));
}

/** A reading of texts that remembers what it has read. */
function remembering<V>(read: (text: string) => V | undefined): (text: string) => V | undefined {
  const kept = new Map<string, V | undefined>();
  return (text) => {
    if (kept.has(text)) return kept.get(text);
    if (kept.size >= KEPT) kept.clear();
    const value = read(text);
    kept.set(text, value);
    return value;
  };
}

/** Reads the text of a member by a rule, where it tells something and is of a cell's length. */
function readMember<V>(member: string, rule: (text: string) => V | undefined): MemberReader<V> {
  const read = remembering(rule);
  const told = textMember(member);
  return (record) => {
    const text = told(record);
    return text === undefined || text.length > LONGEST ? undefined : read(text);
  };
}

/** A place's code, or what a text resolves to. */
export function regionMember(member: string): MemberReader<string> {
  return readMember(member, (text) => {
    if (isRegionCode(text)) return text;
    const resolution = resolveRegion(text, { guesses: false });
    return resolution.status === "resolved" ? resolution.value : undefined;
  });
}

/** A level of the degree ladder, or what a text resolves to. */
export function degreeMember(member: string): MemberReader<DegreeLevel> {
  return readMember(member, (text) => {
    const level = DEGREE_LEVELS.find((it) => it === text);
    if (level !== undefined) return level;
    const resolution = resolveDegree(text);
    return resolution.status === "resolved" ? resolution.value : undefined;
  });
}

/** A talent's title, or what a text resolves to. */
export function titleMember(member: string): MemberReader<TalentTitle> {
  const read = readMember<TalentTitle>(member, (text) => {
    const resolution = resolveTitle(text, { guesses: false });
    return resolution.status === "resolved" ? resolution.value : undefined;
  });
  return (record) => {
    const value = memberOf(record, member);
    if (typeof value !== "object" || value === null) return read(record);
    const grade = TITLE_GRADES.find((it) => it === memberOf(value, "grade"));
    if (grade === undefined) return undefined;
    return { grade, series: asText(memberOf(value, "series")), name: asText(memberOf(value, "name")) };
  };
}

/** A list of codes, or what a text resolves to. */
function codesMember(member: string, rule: (text: string) => readonly string[]): MemberReader<readonly string[]> {
  const read = readMember(member, rule);
  return (record) => {
    const value = memberOf(record, member);
    return Array.isArray(value) ? value.filter((code) => typeof code === "string") : read(record);
  };
}

/** Codes of fields of study. */
export function fieldsMember(member: string): MemberReader<readonly string[]> {
  return codesMember(member, (text) =>
    resolveFields(text, { guesses: false }).parts.flatMap(({ resolution }) => (resolution.status === "resolved" ? [resolution.value] : [])),
  );
}

/** Codes of industries. */
export function industriesMember(member: string): MemberReader<readonly string[]> {
  return codesMember(member, (text) => {
    const resolution = resolveIndustry(text, { guesses: false });
    return resolution.status === "resolved" ? [resolution.value] : [];
  });
}
