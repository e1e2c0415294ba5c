import { createLadder } from "./create-ladder.js";
import type { Ladder } from "./ladder.js";

/** Levels of the degree ladder (学历学位层次), lowest first. */
export const DEGREE_LEVELS = ["none", "associate", "bachelor", "master", "doctor"] as const;

/** What a demand asks for: 专科 associate, 本科/学士 bachelor, 硕士 master, 博士 doctor; `none` is known to be below. */
export type DegreeLevel = (typeof DEGREE_LEVELS)[number];

/**
 * The degree ladder (学历学位阶梯).
 * 学历 (education) and 学位 (degree) are two facts; the ladder is what a demand asks for.
 * @source GB/T 4658-2006 (education) and GB/T 6864-2003 (degrees), folded to five levels.
 */
export const degrees: Ladder<DegreeLevel> = /* @__PURE__ */ createLadder(
  { name: "GB/T 4658 + GB/T 6864", edition: "2006 / 2003", source: "own folding of the two standards' levels" },
  [
    { level: "none", zh: "专科以下", en: "below associate" },
    { level: "associate", zh: "专科", en: "associate" },
    { level: "bachelor", zh: "本科", en: "bachelor" },
    { level: "master", zh: "硕士", en: "master" },
    { level: "doctor", zh: "博士", en: "doctor" },
  ],
);
