import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "../../../renderer/style/tokens.css"), "utf8");

type Theme = "light" | "dark";

/** Colours by name as written in tokens.css, one for each theme. */
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\);/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }],
  ),
);

/** Relative luminance of an opaque OKLCH colour (CSS Color 4, Ottosson's matrices; WCAG 2.2). */
function luminance(colour: string): number {
  const [, l, c, h] = (/^oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)$/.exec(colour) ?? []).map(Number);
  if (l === undefined || c === undefined || h === undefined) throw new Error(`not an opaque colour: ${colour}`);
  const angle = (h * Math.PI) / 180;
  const [L, a, b] = [l / 100, c * Math.cos(angle), c * Math.sin(angle)];
  const cone = (x: number, y: number) => (L + x * a + y * b) ** 3;
  const [lc, mc, sc] = [
    cone(0.3963377774, 0.2158037573),
    cone(-0.1055613458, -0.0638541728),
    cone(-0.0894841775, -1.291485548),
  ];
  const clamp = (x: number) => Math.min(1, Math.max(0, x));
  const red = clamp(4.0767416621 * lc - 3.3077115913 * mc + 0.2309699292 * sc);
  const green = clamp(-1.2684380046 * lc + 2.6097574011 * mc - 0.3413193965 * sc);
  const blue = clamp(-0.0041960863 * lc - 0.7034186147 * mc + 1.707614701 * sc);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, theme: Theme): number {
  const colour = (name: string) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`no token --${name}`);
    return token[theme];
  };
  const [x, y] = [luminance(colour(one)), luminance(colour(other))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** What is written in which colour on which ground, anywhere in the app. */
const text: [string, string][] = [
  ...["paper", "raised", "sunk"].flatMap((ground): [string, string][] =>
    ["ink", "soft", "faint", "accent", "danger"].map((colour) => [colour, ground]),
  ),
  ["on-accent", "accent"],
  ["accent", "accent-wash"],
  ["ink", "accent-wash"],
  ["faint", "accent-wash"],
  ["soft", "accent-wash"],
  ["ink", "good-wash"],
  ["good", "good-wash"],
  ["good", "paper"],
  ["ink", "again-wash"],
  ["danger", "again-wash"],
];

const controls: [string, string][] = [
  ...["paper", "raised", "sunk"].flatMap((ground): [string, string][] => [
    ["accent", ground], // also every focus ring
    ["edge", ground],
  ]),
  ...["again", "hard", "good", "easy"].flatMap((grade): [string, string][] => [
    [grade, "raised"],
    [grade, "paper"],
  ]),
];

describe.each<Theme>(["light", "dark"])("in the %s theme", (theme) => {
  it.each(text)("text in --%s on --%s has 4.5:1", (colour, ground) => {
    expect(contrast(colour, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(controls)("a control in --%s on --%s has 3:1", (colour, ground) => {
    expect(contrast(colour, ground, theme)).toBeGreaterThanOrEqual(3);
  });
});

it("measures as WCAG does", () => {
  expect(luminance("oklch(100% 0 0)")).toBeCloseTo(1, 3);
  expect(luminance("oklch(0% 0 0)")).toBe(0);
  expect(luminance("oklch(62.8% 0.2577 29.23)")).toBeCloseTo(0.2126, 2); // pure red
});

it("keeps the focus ring in the accent, which the tests above measure", () => {
  expect(css).toContain("--focus: var(--accent);");
});
