import type { ProfileLookups } from "./read-profile.js";

/** Labels of a native place (籍贯), before the place itself. */
const LABEL = /^(?:籍贯|祖籍|原籍|出生地|老家|家乡)(?:是|为|在)?/;
/** Birth with a place: 1968年生于辽宁省鞍山市; a date after it is no place. */
const BORN = /(?:出生于|出生在|生于|生在)(?!\d)/;
/** 浙江宁波人, 中国台湾省籍, 香港特别行政区永久居民; 中国国籍 is a nationality and no native place. */
const NATIVE = /^([^\d]{2,24}?)(?:省籍|(?<!国)籍|永久居民|居民|人士|人)$/;
/** 法定代表人, 负责人: people of a post, not of a place. */
const PERSON = /代表|负责|法定|法|当事|候选|发起|合伙|关联|持有|控制|委托|继承|创始|主持|发言|带头|经纪|军|男|女|本|任/;
/** Units that the sentence names as a person's own by themselves. */
const SPECIAL = /^中国(?:香港|澳门|台湾)$/;

/** The place that a clause states, its kind ranked: a label before birth, birth before 某地人. */
function placeIn(clause: string): { readonly place: string; readonly rank: number } | undefined {
  const label = LABEL.exec(clause);
  if (label !== null) return { place: clause.slice(label[0].length), rank: 0 };
  const born = BORN.exec(clause);
  if (born !== null) return { place: clause.slice(born.index + born[0].length), rank: 1 };
  const native = NATIVE.exec(clause)?.[1] ?? (SPECIAL.test(clause) ? clause : undefined);
  return native === undefined || PERSON.test(native) ? undefined : { place: native, rank: 2 };
}

/**
 * The native place that clauses of a résumé state (籍贯): 籍贯温岭, 生于鞍山市, 湖北谷城县人.
 * @param clauses in order; a label that its colon split off (籍贯：周口) stands before its place
 * @returns a GB/T 2260 code, undefined where none is stated or the name is ambiguous
 * @complexity O(clauses) look-ups of places
 */
export function profileHometown(clauses: readonly string[], lookups: Pick<ProfileLookups, "region">): string | undefined {
  let best: { code: string; rank: number } | undefined;
  clauses.forEach((clause, i) => {
    const before = clauses[i - 1] ?? "";
    const labelled = before !== "" && LABEL.exec(before)?.[0] === before;
    const found = labelled ? { place: clause, rank: 0 } : placeIn(clause);
    if (found === undefined || found.place === "" || found.place.length > 30) return;
    if (best !== undefined && best.rank <= found.rank) return;
    const region = lookups.region(found.place);
    // A country is a nationality, not a native place.
    if (region.status === "resolved" && region.via !== "fuzzy" && /^\d/.test(region.value)) best = { code: region.value, rank: found.rank };
  });
  return best?.code;
}
