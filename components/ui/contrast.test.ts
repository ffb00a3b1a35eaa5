import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");

/** Text on each ground that it is put on. */
const pairs: readonly [ink: string, ground: string][] = [
  ...["ink", "ink-muted", "ink-subtle"].flatMap((ink) =>
    ["canvas", "surface", "surface-raised", "surface-sunken", "surface-hover"].map((ground): [string, string] => [
      ink,
      ground,
    ]),
  ),
  ["ink", "surface-selected"],
  ["ink-muted", "surface-selected"],
  ["ink", "evidence"],
  ...["accent", "ok", "attention", "danger", "model"].flatMap((ink) =>
    [`${ink}-soft`, "surface", "canvas", "surface-raised", "surface-hover"].map((ground): [string, string] => [
      ink,
      ground,
    ]),
  ),
  ["on-accent", "accent"],
  ["on-accent", "accent-hover"],
  ["on-danger", "danger"],
  ["on-danger", "danger-hover"],
  ["canvas", "ink"],
  ["ink", "accent-soft"],
];

test.each(["light", "dark"])("every text of the %s theme stands out at 4.5:1 or more", (theme) => {
  const colours = tokens(theme === "light" ? ":root" : ".dark");
  const weak = pairs
    .map(([ink, ground]) => ({ pair: `${ink} on ${ground}`, ratio: contrast(colours[ink], colours[ground]) }))
    .filter(({ ratio }) => ratio < 4.5);
  expect(weak).toEqual([]);
});

test.each(["light", "dark"])("edges of controls stand out at 3:1 in the %s theme", (theme) => {
  const colours = tokens(theme === "light" ? ":root" : ".dark");
  expect(contrast(colours["line-control"], colours.surface)).toBeGreaterThanOrEqual(3);
});

function tokens(selector: string): Record<string, string> {
  const start = css.indexOf(`\n${selector} {`);
  const block = css.slice(start, css.indexOf("\n}", start));
  return Object.fromEntries([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));
}

/** Contrast ratio of WCAG 2.2, 1 to 21. */
function contrast(one = "", other = ""): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
