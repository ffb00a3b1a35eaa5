import { expect, test } from "vitest";
import { sayNearlySame } from "./say-nearly-same";

const buoy = (name: string, price: string, beside: string[], url = "https://a.example/buoys/red") => ({
  url,
  html: `<html><head><title>${name}</title></head><body><main><h1>${name}</h1><p>£${price}</p><p>Rides upright in four metres of swell and is seen from two miles on a clear day, at night with the lamp that comes with it. The chain is ordered by the metre and shackled by you or by us.</p><aside><h2>Beside it</h2>${beside.map((one) => `<p>${one}</p>`).join("")}</aside></main></body></html>`,
});

test("a page whose suggestions are drawn anew is still the same page; one of another title or text is not", () => {
  const own = buoy("Red buoy", "88", ["Lamp, flashing", "Shackle, bow"]);
  expect(sayNearlySame(own, buoy("Red buoy", "88", ["Sinker, 90 kg", "Rope ladder"]))).toBe(true);
  expect(sayNearlySame(own, buoy("Green buoy", "88", ["Lamp, flashing", "Shackle, bow"]))).toBe(false);
  const list = (names: string[]) => ({
    url: own.url,
    html: `<html><head><title>Buoys</title></head><body><main><h1>Buoys</h1><ul>${names.map((name) => `<li>${name}</li>`).join("")}</ul></main></body></html>`,
  });
  expect(sayNearlySame(list(["Red buoy", "Green buoy", "Spar"]), list(["Fairway mark", "Can buoy", "Cone"]))).toBe(
    false,
  );
});
