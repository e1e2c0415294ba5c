import { checkOneOf, GuiyanError } from "../errors/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { checkListedOnce } from "./judged-list.js";
import { type Keyed, readKeyed } from "./keyed-values.js";

/** What one arm answers to one query (检索结果): ids from best to worst, or scores by id, the higher the better. */
export type QueryRun = readonly string[] | Keyed<number>;

/** Order of equal scores: by code point of the id, ascending as everywhere in this library, or descending as in trec_eval. */
export type TieOrder = "id-ascending" | "id-descending";

/**
 * Accepts an order of equal scores; `id-ascending` where none is given (同分次序).
 * @throws GuiyanError `invalid-option`
 */
export function checkTies(place: string, ties: TieOrder | undefined): TieOrder {
  return checkOneOf(place, "ties", ties ?? "id-ascending", ["id-ascending", "id-descending"]);
}

/**
 * Ids of a run from best to worst (排序检索结果): an ordered list stays as it is, scores are ordered descending, then by id.
 * @throws GuiyanError `duplicate-id` where a list names an id twice, `invalid-argument` on a score that is not finite
 * @complexity O(n), for scores O(n log n)
 */
export function orderRun(place: string, name: string, run: QueryRun, ties: TieOrder): readonly string[] {
  if (Array.isArray(run)) {
    checkListedOnce(place, run as readonly string[], name);
    return run as readonly string[];
  }
  const scored = [...readKeyed(place, name, run as Keyed<number>)];
  for (const [, score] of scored) {
    if (!Number.isFinite(score)) {
      const came = typeof score === "number" ? score : typeof score;
      throw new GuiyanError("invalid-argument", `${place}: expected the scores of ${name} to be finite numbers, received ${came}`, {
        path: [name],
      });
    }
  }
  const sign = ties === "id-ascending" ? 1 : -1;
  scored.sort(([a, x], [b, y]) => y - x || sign * compareCodePoints(a, b));
  return scored.map(([id]) => id);
}
