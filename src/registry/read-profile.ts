import {
  type DegreeLevel,
  mayNameTitle,
  type Resolution,
  resolveDegree,
  resolveField,
  resolveRegion,
  resolveTitle,
  type TitleResolution,
  type TitleValue,
  titles,
} from "../taxonomy/index.js";
import { matchKey } from "../text/index.js";
import { profileFields } from "./profile-fields.js";
import { profileHometown } from "./profile-hometown.js";
import { profilePost } from "./profile-post.js";

/** What a résumé sentence states (简历要素); a missing member is not stated, or not stated clearly. */
export interface Profile {
  /** Highest completed level of study; missing where the highest is 研究生 without 硕 or 博. */
  readonly degree?: DegreeLevel;
  /** Level that is being studied for (在读), not held. */
  readonly inProgressDegree?: DegreeLevel;
  /** Highest professional title; posts, licences and guest appointments are none. */
  readonly title?: TitleValue;
  /** Native place (籍贯), GB/T 2260. */
  readonly hometown?: string;
  /** Graduate field codes, in order of mention. */
  readonly fields?: readonly string[];
  /** Present employer and post, as written. */
  readonly organization?: string;
  readonly post?: string;
}

/** Signs that end a clause; brackets stay with the words before them. */
const CLAUSE_SIGN = /[,，。;；、:：|!！?？"“”◆●]/;
/** Words that open another statement in a text without signs: 教授2003年至今, 工程师曾任. */
const CLAUSE_WORD =
  /(?=\d{4}年)|(?=现任|曾任|历任|现为|中共党员|中国共产党|九三学社|民革|民盟|民建|无党派)|(?<=学历|学位|文化)(?=\p{Script=Han}{2,})|兼任|担任|受聘为|聘为|被评为|评为/u;
/** A bracket whose other half stands in another clause. */
const LOOSE_BRACKET = /^([^()]*)\)|\(([^()]*)$/g;

/** The highest title grade of a text's clauses; a title that is not clear counts as none. */
function profileTitle(text: string, lookups: ProfileLookups): TitleValue | undefined {
  let best: TitleValue | undefined;
  for (const clause of text.split(CLAUSE_SIGN)) {
    if (!mayNameTitle(clause)) continue;
    for (const piece of clause.split(CLAUSE_WORD)) {
      if (!mayNameTitle(piece)) continue;
      const read = lookups.title(piece.replace(LOOSE_BRACKET, "$1$2"));
      if (read.status !== "resolved" || read.value.grade === "none") continue;
      if (best === undefined || titles.rank(read.value.grade) > titles.rank(best.grade)) best = read.value;
    }
  }
  return best;
}

/** Degree and degree in progress of a text. */
function profileDegree(text: string): Pick<Profile, "degree" | "inProgressDegree"> {
  const read = resolveDegree(text);
  const ongoing = read.pursuing ?? (read.inProgress && read.status === "resolved" ? read.value : undefined);
  return {
    ...(read.status === "resolved" && !read.inProgress ? { degree: read.value } : {}),
    ...(ongoing === undefined ? {} : { inProgressDegree: ongoing }),
  };
}

/** Look-ups of a résumé's words, so that a reader of many résumés can remember what 会计学 and 高级工程师 are. */
export interface ProfileLookups {
  readonly title: (text: string) => TitleResolution;
  readonly field: (text: string) => ReturnType<typeof resolveField>;
  readonly region: (text: string) => Resolution<string>;
}

/** Look-ups that remember nothing; none of them guesses. */
export const DIRECT_LOOKUPS: ProfileLookups = {
  title: (text) => resolveTitle(text, { guesses: false }),
  field: (text) => resolveField(text, { guesses: false }),
  region: (text) => resolveRegion(text, { guesses: false }),
};

/** Reads a résumé (解析简历) with the given look-ups; see {@link parseProfile}. */
export function readProfile(text: string, lookups: ProfileLookups): Profile {
  const key = matchKey(text);
  const clauses = key.split(/[,，。;；、:：|!！?？"“”◆●()]/);
  const title = profileTitle(key, lookups);
  const hometown = profileHometown(clauses, lookups);
  const fields = profileFields(clauses, lookups);
  return {
    ...profileDegree(text),
    ...(title === undefined ? {} : { title }),
    ...(hometown === undefined ? {} : { hometown }),
    ...(fields.length === 0 ? {} : { fields }),
    ...profilePost(clauses),
  };
}
