import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Oklch = { l: number; c: number; h: number };
const THEMES = ["light", "dark"] as const;
const css = readFileSync(new URL("../../app/ui/tokens.css", import.meta.url), "utf8");
const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\)/g)].map(
    ([, name, light, dark]) => [name, { light: parse(light), dark: parse(dark) }],
  ),
);

function parse(text = ""): Oklch {
  const [l = 0, c = 0, h = 0] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return { l, c, h };
}

/** Linear sRGB by Björn Ottosson's matrices, cut to the gamut, then WCAG's luminance. */
function luminance({ l, c, h }: Oklch): number {
  const angle = (h * Math.PI) / 180;
  const [a, b] = [c * Math.cos(angle), c * Math.sin(angle)];
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short;
  const green = -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short;
  const blue = -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short;
  const cut = (channel: number) => Math.min(1, Math.max(0, channel));
  return 0.2126 * cut(red) + 0.7152 * cut(green) + 0.0722 * cut(blue);
}

function contrast(one: string, other: string, theme: (typeof THEMES)[number]): number {
  const [a, b] = [one, other].map((name) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`no token ${name}`);
    return luminance(token[theme]);
  });
  return (Math.max(a ?? 0, b ?? 0) + 0.05) / (Math.min(a ?? 0, b ?? 0) + 0.05);
}

const SURFACES = ["page", "raised", "sunken"];
const MEANINGS = ["red", "amber", "green", "blue", "accent"];
const text: [string, string][] = [
  ...["ink", "quiet", ...MEANINGS].flatMap((ink) => SURFACES.map((surface): [string, string] => [ink, surface])),
  ...MEANINGS.flatMap((name): [string, string][] => [
    [name, `${name}-soft`],
    ["ink", `${name}-soft`],
    ["quiet", `${name}-soft`],
  ]),
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
];

describe.each(THEMES)("in the %s theme", (theme) => {
  test.each(text)("text %s on %s reaches 4.5", (ink, surface) => {
    expect(contrast(ink, surface, theme)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(SURFACES)("the edge of a field and the focus ring reach 3 on %s", (surface) => {
    expect(contrast("edge", surface, theme)).toBeGreaterThanOrEqual(3);
    expect(contrast("accent", surface, theme)).toBeGreaterThanOrEqual(3);
  });
});

test("black on white is 21, so the arithmetic is right", () => {
  expect((luminance({ l: 1, c: 0, h: 0 }) + 0.05) / (luminance({ l: 0, c: 0, h: 0 }) + 0.05)).toBeCloseTo(21, 1);
});
