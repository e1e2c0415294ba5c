import { readTitle } from "./read-title.js";
import { titleAtEnd } from "./title-names.js";
import type { TitleGrade } from "./titles.js";

/** A professional title inside a text (文中职称). */
export interface TitleMention {
  readonly start: number;
  readonly end: number;
  readonly grade: TitleGrade;
  /** The title's own words, without subject and grade words before it. */
  readonly spelling: string;
}

/** What separates a title from the words before it. */
const BREAK =
  /[、,;。:/|()[\]\s]|[或和及与兼]|具[有备]|取得|持有|获得|拥有|须|必须|要求|需要?|仅?限|应|担任|为|是|有|招聘?|聘请?|的|职称|优先|以上|学历|学位|专业/g;
/** Longest official name of a title, in signs. */
const LONGEST = 16;

/**
 * The professional titles that a text names, in order (文中职称识别); posts (总工程师), licences and firms' job names are left out as
 * {@link resolveTitle} leaves them out.
 * @param text a match key
 * @complexity O(length × longest title)
 */
export function titleMentions(text: string): TitleMention[] {
  const breaks = [0, ...[...text.matchAll(BREAK)].map((match) => match.index + match[0].length)];
  const mentions: TitleMention[] = [];
  let last = breaks.length - 1;
  for (let end = text.length; end >= 2; end--) {
    const found = titleAtEnd(text.slice(Math.max(0, end - LONGEST), end));
    if (found === undefined || found.spelling.length < 2) continue;
    const own = end - found.spelling.length;
    while (last > 0 && (breaks[last] ?? 0) > own) last--;
    const from = breaks[last] ?? 0;
    const read = readTitle(text.slice(from, end));
    if (read?.kind === "title" && read.value.grade !== "none")
      mentions.push({ start: Math.max(from, own - LONGEST), end, grade: read.value.grade, spelling: found.spelling });
    end = (read?.kind === "title" ? from : own) + 1;
  }
  return mentions.reverse();
}
