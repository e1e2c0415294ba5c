import { checkArray, GuiyanError } from "../errors/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { birthDateComparison } from "./compare-birth-dates.js";
import { categoryComparison } from "./compare-categories.js";
import { codesComparison } from "./compare-codes.js";
import { degreeComparison } from "./compare-degrees.js";
import { emailComparison } from "./compare-emails.js";
import { employerComparison } from "./compare-employers.js";
import { givenNameComparison } from "./compare-given-names.js";
import { houseNumberComparison } from "./compare-house-numbers.js";
import { identifierComparison } from "./compare-identifiers.js";
import { nameComparison } from "./compare-names.js";
import { phoneComparison } from "./compare-phones.js";
import { postcodeComparison } from "./compare-postcodes.js";
import { regionComparison } from "./compare-regions.js";
import { schoolComparison } from "./compare-schools.js";
import { surnameComparison } from "./compare-surnames.js";
import { textComparison } from "./compare-texts.js";
import { titleComparison } from "./compare-titles.js";
import type { Comparison } from "./comparison.js";
import { factOfMember, knownMembers, type PersonFact } from "./member-facts.js";
import {
  degreeMember,
  fieldsMember,
  industriesMember,
  type MemberReader,
  regionMember,
  textMember,
  titleMember,
} from "./member-readers.js";

/** What can be compared of records, as their members say (推断的比较器). */
export interface InferredComparisons<T> {
  /** In a fixed order, whatever the order of the members. */
  readonly comparisons: readonly Comparison<T>[];
  /** Members that nobody reads, in code-point order: unknown ones, ids and sources, and those that fewer than two records tell. */
  readonly unused: readonly string[];
}

/** A comparison with the members that it reads. */
interface Proposal {
  readonly comparison: Comparison<object>;
  readonly members: readonly string[];
}

/** Reads the first of several members that tells something. */
function firstOf<V>(readers: readonly MemberReader<V>[]): MemberReader<V> {
  return (record) => {
    for (const read of readers) {
      const value = read(record);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

/** The comparisons that the members of records propose, each named after the member that it reads first. */
function proposals(members: ReadonlyMap<PersonFact, readonly string[]>): Proposal[] {
  const reader = (fact: PersonFact): MemberReader<string> | undefined => {
    const named = members.get(fact);
    return named === undefined ? undefined : firstOf(named.map(textMember));
  };
  const all: Proposal[] = [];
  /** Proposes a comparison of a fact where a member tells it. */
  function propose<V>(
    fact: PersonFact,
    memberReader: (member: string) => MemberReader<V>,
    factory: (options: { readonly read: MemberReader<V>; readonly name: string }) => Comparison<object>,
    besides: readonly string[] = [],
  ): void {
    const named = members.get(fact);
    const name = named?.[0];
    if (named === undefined || name === undefined) return;
    all.push({ comparison: factory({ read: firstOf(named.map(memberReader)), name }), members: [...named, ...besides] });
  }

  const [given, surname] = [reader("given"), reader("surname")];
  // A full name beside its parts would count them twice.
  if (given === undefined && surname === undefined) {
    const formerNames = reader("formerName");
    propose("name", textMember, ({ read, name }) => nameComparison({ read, formerNames, name }), members.get("formerName"));
  }
  propose("given", textMember, ({ read, name }) => givenNameComparison({ given: read, surname, name }));
  propose("surname", textMember, ({ read, name }) => surnameComparison({ surname: read, given, name }));
  propose("birthDate", textMember, birthDateComparison);
  propose("identifier", textMember, identifierComparison);
  const phones = members.get("phone") ?? [];
  const readers = phones.map(textMember);
  if (phones[0] !== undefined) {
    const read: MemberReader<string> = (record) => readers.map((one) => one(record) ?? "").join(";");
    all.push({ comparison: phoneComparison({ read, name: phones[0] }), members: phones });
  }
  propose("email", textMember, emailComparison);
  propose("hometown", regionMember, regionComparison);
  propose("residence", regionMember, regionComparison);
  propose("organization", textMember, employerComparison);
  propose("school", textMember, schoolComparison);
  propose("degree", degreeMember, degreeComparison);
  propose("title", titleMember, titleComparison);
  propose("fields", fieldsMember, codesComparison);
  propose("industries", industriesMember, codesComparison);
  propose("houseNumber", textMember, houseNumberComparison);
  const [line1, line2] = [reader("address1"), reader("address2")];
  propose("address1", textMember, (options) => textComparison({ ...options, partner: line2 }));
  propose("address2", textMember, (options) => textComparison({ ...options, partner: line1, exchange: "counted-by-partner" }));
  propose("suburb", textMember, textComparison);
  propose("postcode", textMember, postcodeComparison);
  propose("state", textMember, categoryComparison);
  return all;
}

/**
 * Chooses how records are compared by the names of their members (推断比较器): those of a `Talent`, and Chinese or English headings of registries (姓名, 手机,
 * 出生年月, given_name, dateOfBirth, ZIP), whatever their case and separators. Where several
 * members tell one fact, the first that tells something is read, the usual headings before the rare ones; of phones all are.
 * Ids, sources and provenance are never compared.
 * @param records plain objects whose members are texts, numbers or, as in a talent, codes
 * @throws GuiyanError `invalid-argument` where no member is known that two records tell
 * @complexity O(records × members)
 * @example
 * const { comparisons, unused } = comparisonsOf([
 *   { id: 1, given_name: "Ann", surname: "Lee" },
 *   { id: 2, given_name: "Anne", surname: "Lee" },
 * ]);
 * console.log(comparisons.map(({ name }) => name), unused); // → [ 'given_name', 'surname' ] [ 'id' ]
 */
export function comparisonsOf<T extends object>(records: readonly T[]): InferredComparisons<T> {
  checkArray("comparisonsOf", "records", records);
  const seen = new Set<string>();
  for (const [at, record] of records.entries()) {
    if (typeof record !== "object" || record === null) {
      throw new GuiyanError("invalid-argument", `comparisonsOf: expected records[${at}] to be an object`, { path: ["records", at] });
    }
    for (const member of Object.keys(record)) seen.add(member);
  }
  const names = [...seen].sort(compareCodePoints);
  const members = new Map<PersonFact, string[]>();
  const known = names.flatMap((member) => {
    const found = factOfMember(member);
    return found === undefined ? [] : [{ member, ...found }];
  });
  for (const { fact, member } of known.sort((a, b) => a.order - b.order)) members.set(fact, [...(members.get(fact) ?? []), member]);
  const told = proposals(members).filter(({ comparison }) => {
    let count = 0;
    return records.some((record) => comparison.read(record) !== undefined && ++count === 2);
  });
  if (told.length === 0) {
    throw new GuiyanError(
      "invalid-argument",
      `comparisonsOf: expected a member that two records tell, such as ${knownMembers().join(", ")}; received none of them`,
      { path: ["records"] },
    );
  }
  const used = new Set(told.flatMap((it) => it.members));
  return { comparisons: told.map(({ comparison }) => comparison), unused: names.filter((member) => !used.has(member)) };
}
