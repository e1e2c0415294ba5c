import { checkOneOf, checkOptions } from "../errors/index.js";
import { matchKey } from "../text/index.js";
import { type DegreeMention, degreeMentions } from "./degree-mentions.js";
import { type DegreeLevel, degrees } from "./degrees.js";
import { createLabelLookup } from "./lookup.js";
import { type AcademicDegree, DEGREE_WORDS, type DegreeRefusal, type StudyCompletion, type StudyMode } from "./packs/degree-word-pack.js";
import { decodeDegreeCodes, decodeEducationCodes } from "./packs/education-pack.js";
import type { Ambiguous, Candidate, Resolved, Unresolved } from "./resolution.js";

/** Options of {@link resolveDegree}. */
export interface ResolveDegreeOptions {
  /** Code system of a cell that holds codes (学历代码, 学位代码); without it digits are not read, since 14 and 346 mean nothing by themselves. */
  readonly system?: "gbt4658" | "gbt6864";
}

/** What a text says of study beside the level: 学历 and 学位 are two facts, and each is told only where the text states it. */
export interface DegreeFacts {
  /** The level is being studied for (在读) and not held. */
  readonly inProgress?: true;
  /** A higher level that is being studied for, beside the completed one in `value`. */
  readonly pursuing?: DegreeLevel;
  /** Highest completed education (学历), GB/T 4658-2006 code: 14 硕士研究生毕业, 10 研究生 without its level. */
  readonly education?: string;
  /** Highest degree held (学位). */
  readonly degree?: AcademicDegree;
  readonly studyMode?: StudyMode;
  readonly completion?: StudyCompletion;
}

/** What {@link resolveDegree} returns; an unresolved text that names a level says why it claims none. */
export type DegreeResolution =
  | (Resolved<DegreeLevel> & DegreeFacts)
  | (Ambiguous<DegreeLevel> & DegreeFacts)
  | (Unresolved<DegreeLevel> & DegreeFacts & { readonly reason?: DegreeRefusal });

const LEVEL_OF_MARK = new Map<string, DegreeLevel>([
  ["d", "doctor"],
  ["m", "master"],
  ["b", "bachelor"],
  ["a", "associate"],
  ["n", "none"],
]);

/** 研究生 is a master or a doctor; a master is the likelier, and still not said. */
const GRADUATE: readonly Candidate<DegreeLevel>[] = [
  { value: "master", label: "硕士研究生", confidence: 0.8 },
  { value: "doctor", label: "博士研究生", confidence: 0.2 },
];

/** Words that are the standards' own names of a level. */
const OFFICIAL = new Set(["博士研究生", "博士", "硕士研究生", "硕士", "大学本科", "学士", "大学专科"]);

const lookup = createLabelLookup<DegreeLevel>(() =>
  DEGREE_WORDS.flatMap(({ word, level }) => (level === "graduate" ? [] : [{ label: word, value: level }])),
);

function readCode(raw: string, system: NonNullable<ResolveDegreeOptions["system"]>): DegreeResolution | undefined {
  const code = matchKey(raw);
  if (system === "gbt4658") {
    const mark = decodeEducationCodes().get(code);
    if (mark === undefined) return undefined;
    const value = LEVEL_OF_MARK.get(mark);
    const completion: { completion?: StudyCompletion } =
      mark === "-"
        ? { completion: "concluded" }
        : mark === "/"
          ? { completion: "withdrew" }
          : /[1478]$/.test(code)
            ? { completion: "graduated" }
            : {};
    if (value !== undefined) return { status: "resolved", value, via: "code", confidence: 1, education: code, ...completion };
    if (code === "10") return { status: "ambiguous", candidates: GRADUATE, education: code };
    return {
      status: "unresolved",
      candidates: [],
      ...completion,
      ...(mark === "x" ? { reason: "non-degree-course" } : mark === "?" ? {} : { reason: "not-completed" }),
    };
  }
  const mark = decodeDegreeCodes().get(code);
  if (mark === undefined) return undefined;
  if (mark === "h") return { status: "unresolved", candidates: [], reason: "honorary" };
  const value = LEVEL_OF_MARK.get(mark) as AcademicDegree;
  return { status: "resolved", value, via: "code", confidence: 1, degree: value };
}

/** The highest of some mentions; an open 研究生 stands below the levels that are said. */
function highest(mentions: readonly DegreeMention[]): DegreeMention | undefined {
  const rank = ({ word }: DegreeMention): number => (word.level === "graduate" ? degrees.rank("bachelor") + 0.5 : degrees.rank(word.level));
  return mentions.reduce<DegreeMention | undefined>((best, m) => (best === undefined || rank(m) > rank(best) ? m : best), undefined);
}

/** 学历 and 学位 that the completed mentions state. */
function factsOf(held: readonly DegreeMention[], best: DegreeMention | undefined): DegreeFacts {
  const educationOf: Readonly<Record<string, string>> = { doctor: "11", master: "14", bachelor: "21" };
  const degree = highest(held.filter((m) => m.speaksOf === "degree" || (m.word.degree !== undefined && m.speaksOf === undefined)))?.word
    .level;
  const educated = highest(held.filter((m) => m.word.education !== undefined || m.speaksOf === "education"));
  const named = educated === undefined ? undefined : (educated.word.education ?? educationOf[educated.word.level]);
  // 研究生学历，硕士学位: the degree says which graduate education it was.
  const education = named === "10" && (degree === "master" || degree === "doctor") ? educationOf[degree] : named;
  // 在职研究生学历，硕士学位: how it was studied is said of the education.
  const studyMode = educated?.studyMode ?? best?.studyMode;
  const completion = educated?.completion ?? best?.completion;
  return {
    ...(education === undefined ? {} : { education }),
    ...(degree === "bachelor" || degree === "master" || degree === "doctor" ? { degree } : {}),
    ...(studyMode === undefined ? {} : { studyMode }),
    ...(completion === undefined ? {} : { completion }),
  };
}

/**
 * Reads the level of study that a cell or a sentence states (学历学位解析): the highest completed one.
 *
 * - 研究生 without 硕 or 博 is `ambiguous` between master and doctor; 硕士研究生, MBA, 硕士学位 are `master`; 大学, 大本, 双学士 are `bachelor`;
 *   大专 is `associate`; 高中, 中专 and below are `none`.
 * - 在读 is not yet held: `{ value: "master", inProgress: true }`, or beside a completed level `pursuing`. 在职 is no 在读: it was finished part-time.
 * - 结业, 肄业, 研究生班, 进修班, 同等学力, 名誉博士, 博士后 and 博士生导师 claim no level: `unresolved` with a `reason`.
 * - 学历 (`education`) and 学位 (`degree`) are told apart, each only where stated.
 * @returns `candidates` of an unresolved text are the nearest words, never used by themselves
 * @throws GuiyanError `unknown-option`, `invalid-option`
 * @complexity O(length)
 * @source GB/T 4658-2006, GB/T 6864-2003
 * @example
 * const both = resolveDegree("在职研究生学历，管理学硕士学位");
 * console.log(both.status === "resolved" && both.value, both.education, both.degree); // master 14 master
 * console.log(resolveDegree("研究生学历").status); // ambiguous
 */
export function resolveDegree(raw: string, options?: ResolveDegreeOptions): DegreeResolution {
  checkOptions("resolveDegree", options, ["system"]);
  const system = options?.system === undefined ? undefined : checkOneOf("resolveDegree", "system", options.system, ["gbt4658", "gbt6864"]);
  const coded = system === undefined ? undefined : readCode(raw, system);
  if (coded !== undefined) return coded;
  const mentions = degreeMentions(raw);
  const held = mentions.filter((m) => m.standing === "held");
  const ongoing = highest(mentions.filter((m) => m.standing === "going-on"));
  const best = highest(held) ?? ongoing;
  if (best === undefined) {
    const refusal = mentions[0];
    const reason = refusal?.standing as DegreeRefusal | undefined;
    const completion = refusal?.completion;
    if (reason !== undefined) return { status: "unresolved", candidates: [], reason, ...(completion === undefined ? {} : { completion }) };
    const key = matchKey(raw);
    return { status: "unresolved", candidates: key.length >= 2 && key.length <= 8 ? lookup.nearest(key, 3) : [] };
  }
  const facts: DegreeFacts = { ...factsOf(held, best), ...(best.standing === "going-on" ? { inProgress: true } : pursuing(best, ongoing)) };
  const { level, word } = best.word;
  if (level === "graduate") return { status: "ambiguous", candidates: GRADUATE, ...facts };
  const via = best.whole ? (OFFICIAL.has(word) ? "name" : "alias") : "pattern";
  return { status: "resolved", value: level, via, confidence: best.whole ? (via === "name" ? 1 : 0.98) : 0.95, ...facts };
}

/** What is studied for beside what is held, where it is higher and its level is said. */
function pursuing(best: DegreeMention, ongoing: DegreeMention | undefined): DegreeFacts {
  const level = ongoing?.word.level;
  if (level === undefined || level === "graduate") return {};
  const held = best.word.level === "graduate" ? "master" : best.word.level;
  return degrees.rank(level) > degrees.rank(held) ? { pursuing: level } : {};
}
