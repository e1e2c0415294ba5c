/** Grade of an item, undefined where unjudged. */
export type GradeOf = (id: string) => number | undefined;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Average precision, each precision counted anew. */
export function naiveAveragePrecision(ranked: readonly string[], gradeOf: GradeOf, relevant: number): number {
  const isRelevant = (id: string) => (gradeOf(id) ?? 0) >= 1;
  const precisions = ranked.map((id, i) => (isRelevant(id) ? ranked.slice(0, i + 1).filter(isRelevant).length / (i + 1) : 0));
  return sum(precisions) / relevant;
}

/** nDCG with the best order found by sorting the judged grades. */
export function naiveNdcg(
  ranked: readonly string[],
  gradeOf: GradeOf,
  judged: readonly number[],
  k: number,
  gain: (grade: number) => number,
): number {
  const dcg = (grades: readonly number[]) => sum(grades.slice(0, k).map((grade, i) => gain(grade) / (Math.log(i + 2) / Math.LN2)));
  return dcg(ranked.map((id) => gradeOf(id) ?? 0)) / dcg([...judged].sort((a, b) => b - a));
}

/** Expected reciprocal rank, each chance of coming that far multiplied out. */
export function naiveExpectedReciprocalRank(grades: readonly number[], gmax: number): number {
  const stop = grades.map((grade) => (2 ** grade - 1) / 2 ** gmax);
  return sum(stop.map((chance, i) => (chance * stop.slice(0, i).reduce((product, other) => product * (1 - other), 1)) / (i + 1)));
}

/** bpref by pairs: for each relevant listed item, which of the first R judged items that are not relevant stand above it. */
export function naiveBpref(ranked: readonly string[], gradeOf: GradeOf, judged: readonly number[]): number {
  const relevant = judged.filter((grade) => grade >= 1).length;
  const others = judged.length - relevant;
  const counted = ranked.filter((id) => gradeOf(id) !== undefined);
  const wrong = counted.filter((id) => gradeOf(id) === 0).slice(0, relevant);
  const kept = counted
    .filter((id) => (gradeOf(id) ?? 0) >= 1)
    .map((id) => {
      const above = wrong.filter((other) => counted.indexOf(other) < counted.indexOf(id)).length;
      return above === 0 ? 1 : 1 - above / Math.min(relevant, others);
    });
  return sum(kept) / relevant;
}

/** Kendall's tau-b by looking at every pair. */
export function naiveKendallTau(x: readonly number[], y: readonly number[]): number | undefined {
  let [concordant, discordant, tiedX, tiedY] = [0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const dx = Math.sign((x[i] as number) - (x[j] as number));
      const dy = Math.sign((y[i] as number) - (y[j] as number));
      if (dx !== 0 && dy !== 0) {
        if (dx === dy) concordant++;
        else discordant++;
      } else if (dx === 0 && dy !== 0) tiedX++;
      else if (dx !== 0) tiedY++;
    }
  }
  const product = (concordant + discordant + tiedX) * (concordant + discordant + tiedY);
  return product === 0 ? undefined : (concordant - discordant) / Math.sqrt(product);
}

/** Spearman's rho: Pearson's correlation of ranks that are counted one by one. */
export function naiveSpearmanRho(x: readonly number[], y: readonly number[]): number | undefined {
  const rank = (values: readonly number[]) =>
    values.map((value) => values.filter((other) => other < value).length + (values.filter((other) => other === value).length + 1) / 2);
  const centre = (values: readonly number[]) => values.map((value) => value - sum(values) / values.length);
  const [r, s] = [centre(rank(x)), centre(rank(y))];
  const spread = sum(r.map((value) => value ** 2)) * sum(s.map((value) => value ** 2));
  return spread === 0 ? undefined : sum(r.map((value, i) => value * (s[i] as number))) / Math.sqrt(spread);
}

/** Extrapolated rank-biased overlap, each depth's overlap counted anew, each term as the paper writes it. */
export function naiveRboExt(a: readonly string[], b: readonly string[], p: number): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const [s, l] = [short.length, long.length];
  const overlap = (d: number) => long.slice(0, d).filter((id) => short.slice(0, d).includes(id)).length;
  const depths = Array.from({ length: l }, (_, i) => i + 1);
  const seen = sum(depths.map((d) => (overlap(d) / d) * p ** d));
  const assumed = sum(depths.filter((d) => d > s).map((d) => ((overlap(s) * (d - s)) / (s * d)) * p ** d));
  return ((1 - p) / p) * (seen + assumed) + ((overlap(l) - overlap(s)) / l + overlap(s) / s) * p ** l;
}

/** Share of all sign flips, written out, whose sum is as far from 0 as the observed one. */
export function naivePermutationP(differences: readonly number[]): number {
  const observed = Math.abs(sum(differences)) - 1e-9;
  const flips = 2 ** differences.length;
  let asFar = 0;
  for (let mask = 0; mask < flips; mask++) {
    if (Math.abs(sum(differences.map((d, i) => ((mask >> i) & 1 ? -d : d)))) >= observed) asFar++;
  }
  return asFar / flips;
}
