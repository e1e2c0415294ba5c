/**
 * An ordered list of levels (等级序列): degrees, title grades.
 * Level 0 is "none": known to have nothing of the kind, which is not the same as unknown.
 */
export interface Ladder<L extends string> {
  readonly standard: { readonly name: string; readonly edition: string; readonly source: string };
  /** Levels from lowest to highest. */
  readonly levels: readonly L[];
  has(level: string): level is L;
  /** 0 for the lowest. @throws GuiyanError `unknown-code` */
  rank(level: L): number;
  /** Whether `held` is at or above `asked`. */
  atLeast(held: L, asked: L): boolean;
  label(level: L, lang: "zh" | "en"): string;
}
