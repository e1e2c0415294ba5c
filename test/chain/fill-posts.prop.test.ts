import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillPosts, type PostGroup } from "../../src/chain/fill-posts.js";

const groupsArbitrary: fc.Arbitrary<PostGroup[]> = fc.array(
  fc.record({ posts: fc.integer({ min: 0, max: 3 }), able: fc.uniqueArray(fc.nat(5), { maxLength: 6 }) }),
  { maxLength: 4 },
);

/** Every way to give people to posts, by trying each person on each group and on none: the numbers of posts filled, group by group. */
function allFillings(groups: readonly PostGroup[]): number[][] {
  const people = [...new Set(groups.flatMap(({ able }) => able))];
  const found: number[][] = [];
  const give = (p: number, filled: number[]) => {
    const person = people[p];
    if (person === undefined) {
      found.push(filled);
      return;
    }
    give(p + 1, filled);
    for (const [g, { posts, able }] of groups.entries()) {
      if (able.includes(person) && (filled[g] as number) < posts)
        give(
          p + 1,
          filled.map((count, i) => (i === g ? count + 1 : count)),
        );
    }
  };
  give(
    0,
    groups.map(() => 0),
  );
  return found;
}

const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);

describe("fillPosts", () => {
  test("fills as many posts as any way of filling them, and the earlier groups best", () => {
    fc.assert(
      fc.property(groupsArbitrary, (groups) => {
        const got = fillPosts(groups).map(({ length }) => length);
        const ways = allFillings(groups);
        const most = Math.max(...ways.map(sum));
        expect(sum(got)).toBe(most);
        // Lexicographically the greatest among the fullest.
        const best = ways
          .filter((way) => sum(way) === most)
          .sort((a, b) => b.map((x, i) => x - (a[i] as number)).find((d) => d !== 0) ?? 0)[0];
        expect(got).toEqual(best);
      }),
      { numRuns: 1500 },
    );
  });

  test("nobody fills two posts, nor one that they are not able for, and no group has more than its posts", () => {
    fc.assert(
      fc.property(groupsArbitrary, (groups) => {
        const filled = fillPosts(groups);
        const all = filled.flat();
        expect(new Set(all).size).toBe(all.length);
        for (const [g, people] of filled.entries()) {
          expect(people.length).toBeLessThanOrEqual(groups[g]?.posts ?? 0);
          expect(people.every((person) => groups[g]?.able.includes(person))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("a chain of moves a thousand long is found without recursion", () => {
    // Person i can do posts i and i + 1; filling them in order makes every new post move all before it.
    const groups = Array.from({ length: 1000 }, (_, i) => ({ posts: 1, able: i === 999 ? [0] : [i, i + 1] }));
    expect(sum(fillPosts(groups).map(({ length }) => length))).toBe(1000);
  });
});
