import { GuiyanError } from "../errors/index.js";
import { type Comparison, comparisonsOf, type Linkage, linkRecordsInSteps, nameComparison } from "../linkage/index.js";
import type { Talent } from "../model/index.js";
import { interruptible, progressLine, type Terminal } from "./terminal.js";

/** How talents are linked for a command. */
interface LinkSettings {
  readonly lang: "zh" | "en";
  readonly quiet: boolean;
  /** The list that a record stands in. */
  readonly source?: (talent: Talent) => string | undefined;
  /** Lists in which nobody stands twice. */
  readonly cleanSources?: readonly string[];
}

/** How the records' facts are compared; by name where no two records tell the same, so that a lone record is a person too. */
function comparisonsFor(talents: readonly Talent[]): readonly Comparison<Talent>[] {
  try {
    return comparisonsOf(talents).comparisons;
  } catch (error) {
    if (error instanceof GuiyanError && error.code === "invalid-argument") return [nameComparison<Talent>({ read: ({ name }) => name })];
    throw error;
  }
}

/**
 * Links talents into people with a line of progress (关联人才记录); a Ctrl-C ends it with nothing written.
 * @throws GuiyanError `aborted`
 */
export async function linkTalents(
  talents: readonly Talent[],
  { lang, quiet, source, cleanSources }: LinkSettings,
  terminal: Terminal,
): Promise<Linkage<Talent>> {
  const progress = progressLine(terminal, lang === "zh" ? "关联" : "linking");
  try {
    return await interruptible(terminal, (signal) =>
      linkRecordsInSteps(talents, {
        comparisons: comparisonsFor(talents),
        signal,
        ...(source === undefined ? {} : { source }),
        ...(cleanSources === undefined ? {} : { cleanSources }),
        ...(quiet ? {} : { onProgress: progress.update }),
      }),
    );
  } finally {
    progress.end();
  }
}
