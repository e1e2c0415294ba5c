import { fields } from "./fields.js";
import { fullRegionName } from "./full-region-name.js";
import { industries } from "./industries.js";

/**
 * Official Chinese name of a region, field or industry code (代码名称), for sentences and reports; undefined for other dimensions or unknown codes.
 * It draws in the name packs: pass it as `criteria.labels` where names are wanted.
 */
export function codeLabel(dimension: string, code: string): string | undefined {
  if (dimension === "region") return fullRegionName(code);
  if (dimension === "field") return fields.get(code)?.name;
  return dimension === "industry" ? industries.get(code)?.name : undefined;
}
