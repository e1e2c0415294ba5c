/** Levels of the field tree (学科层级), widest first: 门类, 一级学科 or professional degree, 二级学科. */
export type FieldLevel = "category" | "discipline" | "programme";

/**
 * Disciplines opened in a second category (跨门类代码 x7xx/x8xx) and the code they are folded to.
 * @source MOE graduate discipline directory 2022, codes 70–89 of each category; 0471, 0784, 1074 are listed there without a name
 *   and stand for their one programme: 教育经济与管理, 教育技术学, 社会医学与卫生事业管理.
 */
const CROSS_CATEGORY = new Map(
  (
    "0270:0714 0370:1402 0371:1407 0471:120403 0570:1407 0770:1401 0771:0402 0772:0801 0773:0805 0774:0809 0775:0812 0776:0830 " +
    "0777:0831 0778:1001 0779:1004 0780:1007 0781:1008 0784:040110 0787:1404 0788:1405 0789:1406 0871:1201 0872:1403 0873:1401 " +
    "0875:1404 0876:1405 0970:0712 0971:0830 0972:0832 1072:0831 1074:120402 1170:1402 1271:1402 1370:1403"
  )
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

/** Whether a text has the form of a graduate field code: 2, 4 or 6 digits, category 01–14. */
export function isFieldCode(text: string): boolean {
  return /^(0[1-9]|1[0-4])(\d\d){0,2}$/.test(text);
}

/** Whether a code is of a professional degree (专业学位) or lies below one: digits 3 and 4 from 51 to 69. */
export function isProfessionalDegree(code: string): boolean {
  const group = Number(code.slice(2, 4));
  return group >= 51 && group <= 69;
}

/**
 * The one code that a field goes by (规范代码): a cross-category code is folded to its home discipline (0972 → 0832).
 * Programmes below keep their last two digits (077503 → 081203); one that schools list without a number of its own (0602L4 中国古代史) goes by its
 * discipline.
 */
export function canonicalField(code: string): string {
  if (code[4] === "L") return code.slice(0, 4);
  const home = CROSS_CATEGORY.get(code.slice(0, 4));
  if (home === undefined) return code;
  return home.length === 6 ? home : home + code.slice(4);
}

/** Level of a field code by its length. */
export function fieldLevel(code: string): FieldLevel {
  return code.length <= 2 ? "category" : code.length === 4 ? "discipline" : "programme";
}

/** Parent of a field code by its form (上级学科); undefined for a category. */
export function fieldParent(code: string): string | undefined {
  return code.length <= 2 ? undefined : code.slice(0, -2);
}

/** Level of the nearest node that holds both fields, `same` where they are one; undefined where no category does. */
export function sharedFieldLevel(a: string, b: string): "same" | "discipline" | "category" | undefined {
  const x = canonicalField(a);
  const y = canonicalField(b);
  if (x === y) return "same";
  if (x.slice(0, 2) !== y.slice(0, 2)) return undefined;
  return x.length >= 4 && x.slice(0, 4) === y.slice(0, 4) ? "discipline" : "category";
}

/** Whether `inner` is `outer` or lies below it. */
export function fieldInside(inner: string, outer: string): boolean {
  return canonicalField(inner).startsWith(canonicalField(outer));
}
