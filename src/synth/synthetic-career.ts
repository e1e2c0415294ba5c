import type { TalentCategory, TalentTitle } from "../model/index.js";
import { type DegreeLevel, regionParent, regions, TITLE_GRADES, type TitleGrade } from "../taxonomy/index.js";
import { type Draw, parseWeights, type WeightTable, weightTable } from "./draw.js";
import { BRAND_FIRST, BRAND_LAST, EMPLOYER_KINDS, type EmployerKind, GRADES_BY_DEGREE, KINDS_BY_CATEGORY } from "./packs/career-pack.js";
import { COUNTRY_NAMES } from "./packs/place-pack.js";

/** Work and study of a synthetic person, complete; what nobody told is left out later. */
export interface Career {
  readonly degree: DegreeLevel;
  readonly fields: readonly string[];
  readonly title: TalentTitle;
  readonly organization: string;
  readonly post: string;
  readonly industry: string;
}

interface KindTables {
  readonly kind: EmployerKind;
  readonly industries: WeightTable<string>;
  readonly fields: WeightTable<string>;
  readonly degrees: WeightTable<DegreeLevel>;
}

const positive = <K extends string>(weights: Readonly<Record<K, number>>): WeightTable<K> =>
  weightTable((Object.entries(weights) as [K, number][]).filter(([, weight]) => weight > 0));

function tablesOf(kind: EmployerKind): KindTables {
  return { kind, industries: parseWeights(kind.industries), fields: parseWeights(kind.fields), degrees: positive(kind.degrees) };
}

const kinds: ReadonlyMap<string, KindTables> = /* @__PURE__ */ new Map(EMPLOYER_KINDS.map((kind) => [kind.id, tablesOf(kind)]));
const kindsOf: Readonly<Record<TalentCategory, WeightTable<string>>> = {
  official: /* @__PURE__ */ parseWeights(KINDS_BY_CATEGORY.official),
  expert: /* @__PURE__ */ parseWeights(KINDS_BY_CATEGORY.expert),
  business: /* @__PURE__ */ parseWeights(KINDS_BY_CATEGORY.business),
};
const grades: Readonly<Record<DegreeLevel, WeightTable<TitleGrade>>> = {
  none: /* @__PURE__ */ positive(GRADES_BY_DEGREE.none),
  associate: /* @__PURE__ */ positive(GRADES_BY_DEGREE.associate),
  bachelor: /* @__PURE__ */ positive(GRADES_BY_DEGREE.bachelor),
  master: /* @__PURE__ */ positive(GRADES_BY_DEGREE.master),
  doctor: /* @__PURE__ */ positive(GRADES_BY_DEGREE.doctor),
};

/** Full and short name of the city (or county in 濮阳) that an employer carries in its own name. */
function cityNames(residence: string): { full: string; short: string } {
  const country = COUNTRY_NAMES.get(residence);
  if (country !== undefined) return { full: country, short: country };
  const parent = regionParent(residence) ?? residence;
  const city = residence.endsWith("00") || parent === "410000" ? residence : parent;
  const full = regions.get(city)?.name ?? "";
  return { full, short: full.replace(/(?:市|地区|盟)$/, "") };
}

/** An invented proper name of two characters (合成字号). */
export function syntheticBrand(draw: Draw): string {
  const first = draw.pick(BRAND_FIRST);
  const last = draw.pick(BRAND_LAST);
  return first === last ? `${first}和` : first + last;
}

function titleOf({ titles }: EmployerKind, degree: DegreeLevel, draw: Draw): TalentTitle {
  const grade = draw.weighted(grades[degree]);
  // Offices without a series of their own: a few hold a title from earlier work.
  if (grade === "none" || (titles === undefined && draw.chance(0.9))) return { grade: "none" };
  const { series, names } = titles ?? { series: "经济专业人员", names: ["正高级经济师", "高级经济师", "经济师", "助理经济师"] };
  const name = names[TITLE_GRADES.length - 1 - TITLE_GRADES.indexOf(grade)];
  return name === undefined ? { grade } : { grade, series, name };
}

/** Work and study of a person of this category who lives there (合成履历): employer, degree, fields and title fit one another. */
export function syntheticCareer(category: TalentCategory, residence: string, draw: Draw): Career {
  const tables = kinds.get(draw.weighted(kindsOf[category])) as KindTables;
  const { kind } = tables;
  const degree = draw.weighted(tables.degrees);
  const field = draw.weighted(tables.fields);
  const second = draw.chance(0.12) ? draw.weighted(tables.fields) : field;
  const studied = degree === "none" ? [] : second === field ? [field] : [field, second];
  const title = titleOf(kind, degree, draw);
  const { full, short } = cityNames(residence);
  const brand = syntheticBrand(draw);
  const organization = draw.pick(kind.names).replace("C", full).replace("c", short).replace("bb", brand);
  return { degree, fields: studied, title, organization, post: draw.pick(kind.posts), industry: draw.weighted(tables.industries) };
}
