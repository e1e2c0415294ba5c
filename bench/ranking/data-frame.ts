import { desc, table } from "arquero";
import { NUMBER_COLUMNS, type NumberTable } from "./number-table.js";
import type { Ranked } from "./objects.js";
import type { Asked } from "./work.js";

function anyOf(prefix: string, codes: readonly string[]): string {
  return [1, 2, 3, 4].flatMap((i) => [...new Set(codes.map(Number))].map((code) => `d.${prefix}${i} == ${code}`)).join(" || ");
}

function ladder(column: string, asked: number, step: number): string {
  const short = Array.from({ length: asked }, (_, rank) => `d.${column} == ${rank + 1} ? ${Math.max(0, 1000 - step * (asked - rank))} : `);
  return `(d.${column} == 0 ? 500 : ${short.join("")}1000)`;
}

/** Points of a row as an expression of the data frame, which compiles it. */
function pointsOf({ place, fields, degree, title, weights }: Asked): string {
  const region =
    `(d.county == ${Number(place.county)} ? 1000 : d.prefecture == ${Number(place.prefecture)} ? 800 : ` +
    `d.province == ${Number(place.province)} ? 600 : d.province == 0 ? 500 : 200)`;
  const [disciplines, categories] = [fields.map((code) => code.slice(0, 4)), fields.map((code) => code.slice(0, 2))];
  const field =
    `((${anyOf("c", categories)}) ? ((${anyOf("f", fields)}) ? 1000 : (${anyOf("d", disciplines)}) ? 700 : 400) : ` +
    "d.f1 == 0 ? 500 : 0)";
  return (
    `d => ${weights.region} * ${region} + ${weights.field} * ${field} ` +
    `+ ${weights.degree} * ${ladder("degree", degree, 350)} + ${weights.title} * ${ladder("title", title, 300)}`
  );
}

function keptOf({ place, degree, title, hard }: Asked): string {
  const rules = [
    ...(hard.region ? [`(d.province == 0 || d.province == ${Number(place.province)})`] : []),
    ...(hard.degree ? [`(d.degree == 0 || d.degree > ${degree})`] : []),
    ...(hard.title ? [`(d.title == 0 || d.title > ${title})`] : []),
  ];
  return rules.length > 0 ? `d => ${rules.join(" && ")}` : "";
}

/** A registry in a data frame of arquero (数据框): filter, derive, order, slice, over typed arrays. */
export function openDataFrame(numbers: NumberTable): (asked: Asked, k: number) => Ranked[] {
  const frame = table({ id: numbers.ids, ...Object.fromEntries(NUMBER_COLUMNS.map((column) => [column, numbers[column]])) });
  return (asked, k) => {
    const rule = keptOf(asked);
    const rows = (rule === "" ? frame : frame.filter(rule))
      .derive({ points: pointsOf(asked) })
      .orderby(desc("points"), "id")
      .slice(0, k)
      .select("id", "points")
      .objects();
    return rows as Ranked[];
  };
}
