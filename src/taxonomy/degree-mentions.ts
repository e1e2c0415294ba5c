import { matchKey } from "../text/index.js";
import {
  COMPARED,
  CONCLUDED,
  DEGREE_FOLLOW,
  DEGREE_TAILS,
  DEGREE_WORDS,
  type DegreeRefusal,
  type DegreeWord,
  ENDED,
  EQUIVALENT,
  GOING_ON,
  HONORARY,
  LATIN_DEGREES,
  LEVEL_LABEL,
  NON_DEGREE_COURSE,
  NOT_HELD,
  ONGOING,
  SHORT_LATIN_DEGREES,
  STILL,
  STUDY_MODES,
  STUDYING,
  type StudyCompletion,
  type StudyMode,
  TITLE_FOLLOW,
  WITHDRAWN,
} from "./packs/degree-word-pack.js";

/** One place of a text that names a level of study. */
export interface DegreeMention {
  readonly word: DegreeWord;
  /** `held`, `going-on` (在读), or why it claims no level. */
  readonly standing: "held" | "going-on" | DegreeRefusal;
  /** Which fact the words after it speak of: 学位 the degree, 学历 the education; undefined where they say neither. */
  readonly speaksOf: "degree" | "education" | undefined;
  readonly studyMode: StudyMode | undefined;
  readonly completion: StudyCompletion | undefined;
  /** Whether the mention is the whole text. */
  readonly whole: boolean;
}

/** Signs and words between clauses; 及以上 is one word. */
const CLAUSE_END = /[,，。;；、:：|/\\()[\]{}【】“”"'《》?？!！+&]|和|与|或|及(?!以上)/g;
/** Signs that only list: what the last of a list is, all are (硕士、博士生导师). */
const LIST_SIGN = /^(?:[、/]|和|与|或|及)$/;
const LATIN_WORD = /[a-z][a-z.]*/g;
/** Spelled-out degrees: master of science, PhD in chemistry, PhD candidate; blanks and dots are gone. */
const LATIN_PHRASE = /^(phd|doctor|master|bachelor)s?(?:degree)?(?:of|in|candidate|student)/;
/** What may stand before a weak word that is the whole clause: a way of study, or the word 学历. */
const BEFORE_WEAK =
  /^(?:全日制|非全日制|在职|函授|自考|自学考试|成人|成教|党校|电大|夜大|职大|业大|函大|业余|网络|远程|普通|统招|学历|文化程度|最高学历|为|是|系)*$/;
/** What may stand before 大学毕业; after a name it is that school's graduate, level not said. */
const BEFORE_SCHOOL = /(?:^|[\d年月日.]|现|系|为|是|于)$/;

const WORDS_BY_FIRST = /* @__PURE__ */ groupByFirst();

function groupByFirst(): Map<string, readonly DegreeWord[]> {
  const groups = new Map<string, DegreeWord[]>();
  for (const word of DEGREE_WORDS) {
    const first = word.word.charAt(0);
    groups.set(first, [...(groups.get(first) ?? []), word]);
  }
  for (const list of groups.values()) list.sort((a, b) => b.word.length - a.word.length);
  return groups;
}

/** A word found in a clause. */
interface Hit {
  readonly word: DegreeWord;
  readonly start: number;
  readonly end: number;
  readonly candidate?: true;
}

/** Every level word of a clause from left to right, Han and Latin, never overlapping. */
function findWords(clause: string): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < clause.length; at++) {
    const word = WORDS_BY_FIRST.get(clause.charAt(at))?.find(
      (w) => clause.startsWith(w.word, at) && !(w.notBefore && clause.startsWith(w.notBefore, at + w.word.length)),
    );
    if (word === undefined) continue;
    hits.push({ word, start: at, end: at + word.word.length });
    at += word.word.length - 1;
  }
  const undotted = clause.replace(/\./g, "");
  for (const match of clause.matchAll(LATIN_WORD)) {
    const letters = match[0].replace(/\./g, "");
    const phrase = LATIN_PHRASE.exec(letters);
    const degree =
      LATIN_DEGREES.get(letters) ??
      (letters === undotted ? SHORT_LATIN_DEGREES.get(letters) : undefined) ??
      (phrase ? LATIN_DEGREES.get(phrase[1] ?? "") : undefined);
    if (degree === undefined) continue;
    const hit = { word: { word: letters, level: degree, degree }, start: match.index, end: match.index + match[0].length };
    hits.push(/candidate|student/.test(letters) ? { ...hit, candidate: true } : hit);
  }
  return hits.sort((a, b) => a.start - b.start);
}

/** Reads the tail words after a level, and what follows them. */
function readTail(text: string): { readonly rest: string; readonly speaksOf: DegreeMention["speaksOf"]; readonly graduated: boolean } {
  let rest = text;
  let speaksOf: DegreeMention["speaksOf"];
  let graduated = false;
  // 硕士|研究生|学历|毕业|证书 is the longest that means anything; more would only cost time.
  for (let turn = 0; turn < 6; turn++) {
    const tail = DEGREE_TAILS.find(([word]) => rest.startsWith(word));
    if (tail === undefined) break;
    // The last word that says either counts: 硕士研究生|学位.
    speaksOf = tail[1] ?? speaksOf;
    graduated ||= tail[0] === "毕业";
    rest = rest.slice(tail[0].length);
  }
  return { rest, speaksOf, graduated };
}

/** What stands around a clause: a remark in brackets after or before it (本科（肄业）, （在读）硕士), and whether a label opens it (学历：大学). */
interface Surroundings {
  readonly remark: string;
  readonly ahead: string;
  readonly labelled: boolean;
  /** Whether the clause before is a span of years that is over: 2002年9月至2005年6月. */
  readonly over: boolean;
}

/** What a level word of a clause claims; undefined where it is only part of a name. `from` is where the clause's earlier mention ends. */
function standingOf(
  hit: Hit,
  clause: string,
  from: number,
  { remark, ahead, labelled, over }: Surroundings,
): { standing: DegreeMention["standing"]; tail: ReturnType<typeof readTail> } | undefined {
  const before = clause.slice(from, hit.start);
  const tail = readTail(clause.slice(hit.end));
  const { rest } = tail;
  const followed = rest === "" ? remark : rest;
  const answer = (standing: DegreeMention["standing"]) => ({ standing, tail });
  const onForm = labelled && hit.start === 0;
  if (hit.word.weak && !onForm) {
    const asWhole = rest === "" && BEFORE_WEAK.test(before);
    const said =
      tail.speaksOf !== undefined &&
      (!/^(?:大学|中学|小学)$/.test(hit.word.word) || !tail.graduated || BEFORE_SCHOOL.test(before.slice(-1)));
    if (!asWhole && !said && !WITHDRAWN.test(rest) && !(GOING_ON.test(rest) && BEFORE_WEAK.test(before))) return undefined;
  }
  const graduateLevel = hit.word.level === "graduate" || hit.word.level === "master" || hit.word.level === "doctor";
  if (hit.word.word === "博士" && rest.startsWith("后") && tail.speaksOf === undefined) return answer("position");
  if (HONORARY.test(before)) return answer("honorary");
  if (EQUIVALENT.test(rest) || COMPARED.test(before)) return answer("equivalent");
  if (NOT_HELD.test(before)) return answer("not-completed");
  if (graduateLevel && NON_DEGREE_COURSE.test(rest)) return answer("non-degree-course");
  if (WITHDRAWN.test(followed) || CONCLUDED.test(followed)) return answer("not-completed");
  if (hit.candidate || GOING_ON.test(followed) || ONGOING.test(before === "" ? ahead : before)) return answer("going-on");
  if (STUDYING.test(before) && (STILL.test(before) || !(over || ENDED.test(before) || tail.graduated))) return answer("going-on");
  // 后 follows what has been gained (获硕士学位后), not a level by itself.
  const latin = /[a-z]/.test(hit.word.word);
  const follows =
    onForm ||
    tail.graduated ||
    DEGREE_FOLLOW.test(rest) ||
    (!latin && TITLE_FOLLOW.test(rest)) ||
    (tail.speaksOf !== undefined && rest.startsWith("后")) ||
    findWords(rest.slice(0, 12))[0]?.start === 0;
  return answer(follows ? "held" : "role");
}

/**
 * Every mention of a level of study in a text, with what it claims (学历学位提及).
 * @complexity O(length) with bounded windows
 */
export function degreeMentions(raw: string): DegreeMention[] {
  const text = matchKey(raw);
  const clauses: { text: string; sign: string }[] = [];
  let start = 0;
  for (const match of text.matchAll(CLAUSE_END)) {
    clauses.push({ text: text.slice(start, match.index), sign: match[0] });
    start = match.index + match[0].length;
  }
  clauses.push({ text: text.slice(start), sign: "" });
  const byClause: DegreeMention[][] = [];
  let chained = false;
  // From right to left, so that a list's last member can say what the others are.
  for (let i = clauses.length - 1; i >= 0; i--) {
    const { text: clause, sign } = clauses[i] as { text: string; sign: string };
    const hits = findWords(clause);
    const inherits = chained && LIST_SIGN.test(sign);
    chained = false;
    const read: DegreeMention[] = [];
    const before = clauses[i - 1];
    const surroundings: Surroundings = {
      remark: sign === "(" ? (clauses[i + 1]?.text ?? "") : "",
      ahead: before?.sign === ")" ? before.text : "",
      over: before !== undefined && /\d{4}[年.]?\d{0,2}月?[至到—~-]\d{4}[年.]?\d{0,2}月?$/.test(before.text),
      labelled: before?.sign === ":" && LEVEL_LABEL.test(before.text),
    };
    let from = 0;
    hits.forEach((hit, n) => {
      const found = standingOf(hit, clause, from, surroundings);
      if (found === undefined) return;
      const { tail } = found;
      const standing = inherits && found.standing === "held" && n === hits.length - 1 && tail.rest === "" ? "role" : found.standing;
      if (hit.start === 0 && standing === "role") chained = true;
      read.push({
        word: hit.word,
        standing,
        speaksOf: tail.speaksOf,
        studyMode: STUDY_MODES.find(([pattern]) => pattern.test(clause.slice(from, hit.end + 12)))?.[1],
        completion: completionOf(standing, tail.rest === "" ? surroundings.remark : tail.rest, tail.graduated),
        whole: clause === text && hit.start === 0 && hit.end === text.length,
      });
      from = hit.end;
    });
    byClause.push(read);
  }
  return byClause.reverse().flat();
}

function completionOf(standing: DegreeMention["standing"], rest: string, graduated: boolean): StudyCompletion | undefined {
  if (WITHDRAWN.test(rest)) return "withdrew";
  if (CONCLUDED.test(rest)) return "concluded";
  return graduated && standing === "held" ? "graduated" : undefined;
}
