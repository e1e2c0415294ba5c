/** Jaro's similarity read literally: each character looks for its first free equal within reach. */
export function naiveJaro(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  if (left.length === 0 && right.length === 0) return 1;
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const partner = left.map(() => -1);
  const taken = right.map(() => false);
  left.forEach((sign, i) => {
    const j = right.findIndex((other, k) => other === sign && taken[k] === false && Math.abs(i - k) <= reach);
    if (j < 0) return;
    partner[i] = j;
    taken[j] = true;
  });
  const fromLeft = left.filter((_, i) => (partner[i] as number) >= 0);
  const fromRight = right.filter((_, j) => taken[j]);
  const m = fromLeft.length;
  if (m === 0) return 0;
  const transpositions = Math.floor(fromLeft.filter((sign, k) => sign !== fromRight[k]).length / 2);
  return (m / left.length + m / right.length + (m - transpositions) / m) / 3;
}

/** Winkler's bonus for a common beginning, for pairs above 0.7. */
export function naiveJaroWinkler(a: string, b: string): number {
  const jaro = naiveJaro(a, b);
  if (!(jaro > 0.7)) return jaro;
  const [left, right] = [Array.from(a), Array.from(b)];
  let prefix = 0;
  while (prefix < 4 && prefix < left.length && left[prefix] === right[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}
