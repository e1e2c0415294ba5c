/** A point of a drawing, in pixels. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** A rectangle of a drawing (框), in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Heights of labels as near to the wished ones as they may be without touching, in the wished order (标签错开). */
export function spreadLabels(wishes: readonly number[], step: number): number[] {
  const order = wishes.map((_, i) => i).sort((a, b) => (wishes[a] ?? 0) - (wishes[b] ?? 0) || a - b);
  const groups: { members: number[]; centre: number }[] = [];
  for (const i of order) {
    let group = { members: [i], centre: wishes[i] ?? 0 };
    for (let last = groups.at(-1); last !== undefined; last = groups.at(-1)) {
      const reach = (step * (last.members.length + group.members.length)) / 2;
      if (group.centre - last.centre >= reach) break;
      groups.pop();
      const members = [...last.members, ...group.members];
      // Together they stand about the mean of what each wished.
      group = { members, centre: members.reduce((sum, member) => sum + (wishes[member] ?? 0), 0) / members.length };
    }
    groups.push(group);
  }
  const heights = [...wishes];
  for (const { members, centre } of groups) {
    for (const [place, i] of members.entries()) heights[i] = centre + step * (place - (members.length - 1) / 2);
  }
  return heights;
}

/** Points every few pixels along a line, as what a label should not cover. */
export function pointsAlong(path: readonly Pixel[], gap = 4): Pixel[] {
  return path.flatMap((from, i) => {
    const to = path[i + 1] ?? from;
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / gap));
    return Array.from({ length: steps }, (_, s) => ({
      x: from.x + ((to.x - from.x) * s) / steps,
      y: from.y + ((to.y - from.y) * s) / steps,
    }));
  });
}

const overlapOf = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/** Where a label may stand about its point, dearest first: across and down, −1 to 1. */
const SIDES = [
  [1, 0],
  [1, -1],
  [-1, -1],
  [0, -1],
  [-1, 0],
  [1, 1],
  [-1, 1],
  [0, 1],
] as const;
const DISTANCES = [11, 24, 40];

/**
 * A place for a label near its point that covers as little as may be (标签布置): boxes already placed, points of lines, the room's edges.
 * @param taken boxes that stand already
 */
export function placeLabel(
  point: Pixel,
  size: { readonly width: number; readonly height: number },
  lines: readonly Pixel[],
  taken: readonly Box[],
  room: Box,
): Box {
  let best: { box: Box; cost: number } | undefined;
  for (const [far, distance] of DISTANCES.entries()) {
    for (const [rank, [across, down]] of SIDES.entries()) {
      const left = point.x + across * distance - (size.width * (1 - across)) / 2;
      const top = point.y + down * distance - (size.height * (1 - down)) / 2;
      const box = { left, top, right: left + size.width, bottom: top + size.height };
      const area = size.width * size.height;
      const covered = lines.filter(({ x, y }) => x > box.left - 3 && x < box.right + 3 && y > box.top - 3 && y < box.bottom + 3).length;
      const crowded = taken.reduce((sum, other) => sum + overlapOf(box, other), 0) / area;
      const outside = 1 - overlapOf(box, room) / area;
      const cost = 3 * covered + 2000 * crowded + 400 * outside + 20 * far + rank;
      if (best === undefined || cost < best.cost) best = { box, cost };
    }
  }
  return best?.box ?? { left: point.x, top: point.y, right: point.x + size.width, bottom: point.y + size.height };
}
