import { GuiyanError } from "../errors/index.js";

/**
 * Refuses two records of one id (编号重复), naming their places and not the id, which may be personal.
 * @param code of the error where an id is not text
 * @throws GuiyanError `duplicate-id`, or the code given
 * @complexity O(n)
 */
export function checkDistinctIds(
  place: string,
  records: readonly { readonly id: string }[],
  code: "invalid-talent" | "invalid-demand" | "invalid-argument" = "invalid-talent",
): void {
  const seen = new Map<string, number>();
  for (const [i, record] of records.entries()) {
    const id: unknown = record?.id;
    if (!(typeof id === "string" && id !== "")) {
      throw new GuiyanError(code, `${place}: expected record ${i} to have an id`, { path: [i, "id"] });
    }
    const first = seen.get(id);
    if (first !== undefined) {
      throw new GuiyanError("duplicate-id", `${place}: records ${first} and ${i} have the same id`, {
        path: [i, "id"],
        details: { first, second: i },
      });
    }
    seen.set(id, i);
  }
}
