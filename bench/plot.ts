import { type Box, placeLabel, pointsAlong, spreadLabels } from "./plot-labels.js";

/** Shape of the points of a line (点形). */
type Marker = "circle" | "square" | "triangle" | "diamond";

/** One line of a chart (折线), labelled where it ends. */
export interface PlotLine {
  readonly label: string;
  /** Said after the label in a fainter tone, in a row of its own where the line ends amid others. */
  readonly notes: readonly string[];
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** Of the palette; see {@link PALETTE}. */
  readonly colour: string;
  readonly marker: Marker;
  readonly dashed?: boolean;
  /** Drawn heavier, its label bold. */
  readonly strong?: boolean;
}

/** An axis of powers of ten (对数轴). */
interface PlotAxis {
  readonly label: string;
  readonly tick: (value: number) => string;
}

/** A chart to draw (图). */
export interface Plot {
  readonly title: string;
  readonly subtitles: readonly string[];
  readonly caption: string;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly lines: readonly PlotLine[];
}

/** Colours that people with any colour vision tell apart (色盲友好配色). @source Okabe and Ito 2008, "Color Universal Design" */
export const PALETTE = {
  black: "#000000",
  orange: "#E69F00",
  sky: "#56B4E9",
  green: "#009E73",
  blue: "#0072B2",
  vermilion: "#D55E00",
  purple: "#CC79A7",
} as const;

const WIDTH = 1040;
const HEIGHT = 640;
const AREA = { left: 84, right: WIDTH - 290, top: 118, bottom: HEIGHT - 88 };
const INK = "#1f2328";
const FAINT = "#59636e";
const GRID = "#e4e7eb";
const PAPER = "#ffffff";
const FONT = "'Helvetica Neue', Arial, 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";
/** Distance of two base lines: of labels beside the chart, and within a label amid the lines. */
const LABEL_STEP = 20;
const NOTE_STEP = 16;
/** Mean width of a letter of a label. */
const LETTER = 7;

/** Text as XML shows it (转义), control characters left out. */
function escapeXml(text: string): string {
  const names: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return Array.from(text, (sign) => (sign < " " || sign === "\u007f" ? "" : (names[sign] ?? sign))).join("");
}

/** A coordinate to a tenth of a pixel, so that the same numbers give the same bytes. */
const at = (value: number) => String(Math.round(10 * value) / 10);

function text(x: number, y: number, content: string, style: string): string {
  return `<text x="${at(x)}" y="${at(y)}" ${style}>${escapeXml(content)}</text>`;
}

function markerAt(x: number, y: number, marker: Marker, colour: string, size: number): string {
  const look = `fill="${colour}" stroke="${PAPER}" stroke-width="1.5"`;
  const corners = (list: readonly (readonly [number, number])[]) =>
    `<polygon points="${list.map(([dx, dy]) => `${at(x + size * dx)},${at(y + size * dy)}`).join(" ")}" ${look}/>`;
  if (marker === "circle") return `<circle cx="${at(x)}" cy="${at(y)}" r="${at(size)}" ${look}/>`;
  if (marker === "triangle") {
    return corners([
      [0, -1.25],
      [1.15, 0.85],
      [-1.15, 0.85],
    ]);
  }
  const reach = marker === "square" ? 0.95 : 1.3;
  return marker === "square"
    ? corners([
        [-reach, -reach],
        [reach, -reach],
        [reach, reach],
        [-reach, reach],
      ])
    : corners([
        [0, -reach],
        [reach, 0],
        [0, reach],
        [-reach, 0],
      ]);
}

/** Whole powers of ten from below the least to above the greatest value. */
function decadesOf(values: readonly number[]): number[] {
  const low = Math.floor(Math.log10(Math.min(...values)) + 1e-9);
  const high = Math.ceil(Math.log10(Math.max(...values)) - 1e-9);
  return Array.from({ length: high - low + 1 }, (_, i) => low + i);
}

/** Draws lines over two logarithmic axes (双对数折线图), each labelled at its end; the same plot gives the same bytes. @returns an SVG document */
export function renderLogLogPlot({ title, subtitles, caption, x, y, lines }: Plot): string {
  const points = lines.flatMap((line) => line.points);
  const columns = decadesOf(points.map((point) => point.x));
  const rows = decadesOf(points.map((point) => point.y));
  const [firstColumn, lastColumn, firstRow, lastRow] = [columns[0] ?? 0, columns.at(-1) ?? 1, rows[0] ?? 0, rows.at(-1) ?? 1];
  const inset = 18;
  const px = (value: number) =>
    AREA.left + inset + ((Math.log10(value) - firstColumn) / Math.max(1, lastColumn - firstColumn)) * (AREA.right - AREA.left - 2 * inset);
  const py = (value: number) => AREA.bottom - ((Math.log10(value) - firstRow) / Math.max(1, lastRow - firstRow)) * (AREA.bottom - AREA.top);

  const out = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="${FONT}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>`,
    text(28, 40, title, `font-size="22" font-weight="700" fill="${INK}"`),
    ...subtitles.map((line, i) => text(28, 64 + 21 * i, line, `font-size="14" fill="${FAINT}"`)),
  ];
  for (const power of rows) {
    const height = py(10 ** power);
    out.push(`<line x1="${AREA.left}" x2="${AREA.right}" y1="${at(height)}" y2="${at(height)}" stroke="${GRID}"/>`);
    out.push(text(AREA.left - 10, height + 4.5, y.tick(10 ** power), `font-size="13" text-anchor="end" fill="${FAINT}"`));
  }
  for (const power of columns) {
    const across = px(10 ** power);
    out.push(`<line x1="${at(across)}" x2="${at(across)}" y1="${AREA.top}" y2="${AREA.bottom}" stroke="${GRID}"/>`);
    out.push(text(across, AREA.bottom + 22, x.tick(10 ** power), `font-size="13" text-anchor="middle" fill="${FAINT}"`));
  }
  out.push(`<line x1="${AREA.left}" x2="${AREA.right}" y1="${AREA.bottom}" y2="${AREA.bottom}" stroke="${FAINT}"/>`);
  out.push(text((AREA.left + AREA.right) / 2, AREA.bottom + 46, x.label, `font-size="13" text-anchor="middle" fill="${INK}"`));
  const middle = (AREA.top + AREA.bottom) / 2;
  out.push(
    text(22, middle, y.label, `font-size="13" text-anchor="middle" fill="${INK}" transform="rotate(-90 22 ${at(middle)})"`),
    text(28, HEIGHT - 16, caption, `font-size="12" fill="${FAINT}"`),
  );
  for (const { points: path, colour, dashed, strong, marker } of lines) {
    const drawn = path.map((point) => `${at(px(point.x))},${at(py(point.y))}`).join(" ");
    const look = `stroke-width="${strong ? 4 : 2.2}"${dashed ? ' stroke-dasharray="6 5"' : ""} stroke-linejoin="round" stroke-linecap="round"`;
    if (path.length > 1) out.push(`<polyline points="${drawn}" fill="none" stroke="${colour}" ${look}/>`);
    for (const point of path) out.push(markerAt(px(point.x), py(point.y), marker, colour, strong ? 6 : 5));
  }
  out.push(...labelsOf(lines, px, py), "</svg>");
  return `${out.join("\n")}\n`;
}

const noteOf = (notes: readonly string[], place: string) =>
  notes.length > 0 ? `<tspan ${place} font-weight="400" fill="${FAINT}">${escapeXml(notes.join(" · "))}</tspan>` : "";

/** A label of one or two rows; its halo keeps what it covers from its letters. */
function labelAt(x: number, y: number, { label, notes, strong }: PlotLine, rows: 1 | 2): string {
  const halo = `paint-order="stroke" stroke="${PAPER}" stroke-width="4" stroke-linejoin="round"`;
  const note = noteOf(notes, rows === 1 ? 'dx="7"' : `x="${at(x)}" dy="${NOTE_STEP}"`);
  const weight = strong ? ' font-weight="700"' : "";
  return `<text x="${at(x)}" y="${at(y)}" font-size="13.5" fill="${INK}"${weight} ${halo}>${escapeXml(label)}${note}</text>`;
}

/** Labels of the last points: those at the right edge one below the other, the others where they cover least. */
function labelsOf(lines: readonly PlotLine[], px: (value: number) => number, py: (value: number) => number): string[] {
  const drawn = lines.flatMap((line) => {
    const path = line.points.map((point) => ({ x: px(point.x), y: py(point.y) }));
    const end = path.at(-1);
    return end === undefined ? [] : [{ line, path, end }];
  });
  const right = Math.max(...drawn.map(({ end }) => end.x));
  const outer = drawn.filter(({ end }) => end.x === right);
  const heights = spreadLabels(
    outer.map(({ end }) => end.y),
    LABEL_STEP,
  );
  const beside = outer.flatMap(({ line, end }, i) => {
    const height = heights[i] ?? end.y;
    const thread = `<path d="M${at(end.x + 8)} ${at(end.y)} L${at(end.x + 18)} ${at(height)}" stroke="${line.colour}" fill="none"/>`;
    return [...(Math.abs(height - end.y) < 2 ? [] : [thread]), labelAt(end.x + 22, height + 4.5, line, 1)];
  });
  const obstacles = drawn.flatMap(({ path }) => pointsAlong(path));
  const taken: Box[] = [];
  const amid = drawn
    .filter(({ end }) => end.x < right)
    .map(({ line, end }) => {
      const width = LETTER * Math.max(line.label.length, line.notes.join(" · ").length);
      const box = placeLabel(end, { width, height: 2 * NOTE_STEP }, obstacles, taken, { ...AREA, top: AREA.top - NOTE_STEP, right });
      taken.push(box);
      return labelAt(box.left, box.top + 13, line, 2);
    });
  return [...beside, ...amid];
}
