import { matchKey } from "../text/index.js";

/**
 * The look-up key of a header (表头键): marks of required fields, brackets with their contents, colons and blanks fall away.
 * A header that is nothing but a bracket keeps its content; what follows a colon is a code list (紧急程度：HIGH高) and falls away too.
 */
export function headerKey(label: string): string {
  const key = matchKey(label);
  const bare = key
    .replace(/^["'*※★●]+|["'*※★]+$/g, "")
    .replace(/[（([【][^）)\]】]*[）)\]】]?/g, "")
    .replace(/[:：].*$/, "")
    .replace(/["'*]/g, "");
  return bare === "" ? key.replace(/[（()）[\]【】]/g, "") : bare;
}
