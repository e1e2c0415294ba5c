import type { Linkage } from "../linkage/index.js";
import type { Cell, Talent } from "../model/index.js";
import { evidenceText } from "./evidence-text.js";
import { factName } from "./linkage-wording.js";
import { FACT_WIDTHS, factCells, type LinkageView, SHOWN_FACTS, toldRecords } from "./told-records.js";
import type { SheetModel } from "./workbook-model.js";

/** How a record hangs on those of the person that stand before it (归并依据). */
interface Bond {
  readonly id: string;
  /** The record that it agrees with most; absent for the first. */
  readonly to?: string;
}

/** Bits of the kept pairs within people, by record and other record. */
type PairBits = ReadonlyMap<string, ReadonlyMap<string, number>>;

function pairBits<T extends Talent>(linkage: Linkage<T>): PairBits {
  const bits = new Map<string, Map<string, number>>();
  const put = (a: string, b: string, weight: number): void => {
    const known = bits.get(a);
    if (known === undefined) bits.set(a, new Map([[b, weight]]));
    else known.set(b, weight);
  };
  for (const { a, b, weightBits, linked } of linkage.pairs) {
    if (!linked) continue;
    put(a, b, weightBits);
    put(b, a, weightBits);
  }
  return bits;
}

/** The listed record on which one hangs that no kept pair binds: one that somebody ruled the same, else the one most like it. */
function looseBond<T extends Talent>(linkage: Linkage<T>, id: string, listed: readonly string[]): string | undefined {
  let best: { readonly to: string; readonly bits: number } | undefined;
  for (const to of listed) {
    const { verdict, weightBits } = linkage.explain(id, to);
    const bits = verdict === "same" ? Number.POSITIVE_INFINITY : weightBits;
    if (best === undefined || bits > best.bits) best = { to, bits };
  }
  return best?.to;
}

/**
 * A person's records in the order in which they bind (归并次序): each next one is that which agrees most with one already listed, so that every bond that holds the
 * person together is told once, a weak bridge too.
 * @complexity O(members²)
 * @source maximum spanning tree, R. C. Prim 1957
 */
function bondsOf<T extends Talent>(linkage: Linkage<T>, first: string, members: readonly string[], pairs: PairBits): Bond[] {
  const bonds: Bond[] = [{ id: first }];
  const open = new Map<string, { readonly to: string; readonly bits: number }>();
  for (const id of members) if (id !== first) open.set(id, { to: "", bits: Number.NEGATIVE_INFINITY });
  const reach = (from: string): void => {
    for (const [id, bits] of pairs.get(from) ?? []) {
      const known = open.get(id);
      if (known !== undefined && bits > known.bits) open.set(id, { to: from, bits });
    }
  };
  for (let last = first; open.size > 0; ) {
    reach(last);
    let next: { readonly id: string; readonly to: string; readonly bits: number } | undefined;
    for (const [id, bond] of open) if (next === undefined || bond.bits > next.bits) next = { id, ...bond };
    if (next === undefined) break;
    const to =
      next.to ||
      looseBond(
        linkage,
        next.id,
        bonds.map(({ id }) => id),
      );
    bonds.push(to === undefined ? { id: next.id } : { id: next.id, to });
    open.delete(next.id);
    last = next.id;
  }
  return bonds;
}

/** People of several records with these side by side (合并明细): what each tells, and the evidence that binds it to the person. It names persons. */
export function mergedSheet<T extends Talent>(view: LinkageView<T>): SheetModel {
  const { linkage, lang, originOf } = view;
  const pairs = pairBits(linkage);
  const rows: Cell[][] = [];
  for (const entity of linkage.entities) {
    const { id: person, members } = entity;
    if (members.length < 2) continue;
    const told = toldRecords(entity);
    for (const { id, to } of bondsOf(linkage, person, members, pairs)) {
      const origin = originOf(id);
      const bond = to === undefined ? undefined : linkage.explain(id, to);
      rows.push([
        person,
        members.length,
        origin?.list ?? null,
        origin?.row ?? null,
        id,
        ...factCells(told.get(id), view),
        to ?? null,
        bond?.weightBits ?? null,
        bond?.probability ?? null,
        bond === undefined ? null : evidenceText(bond, { lang, bits: true }),
      ]);
    }
  }
  const facts = SHOWN_FACTS.map((member) => factName(member, lang));
  const [name, first, last] =
    lang === "zh"
      ? (["合并", ["人员编号", "记录数", "名单", "行", "记录编号"], ["对照记录", "证据（位）", "概率", "依据"]] as const)
      : (["Merged", ["person", "records", "list", "row", "record"], ["compared with", "bits", "probability", "evidence"]] as const);
  const at = first.length + facts.length;
  return {
    name,
    header: [...first, ...facts, ...last],
    rows,
    columnWidths: [20, 8, 28, 8, 20, ...FACT_WIDTHS, 20, 10, 10, 90],
    freezeHeader: true,
    numberFormats: { [at + 1]: "0.0", [at + 2]: "0.00%" },
  };
}
