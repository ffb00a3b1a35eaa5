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

test("a short page among banners and advertisements is the same though those are most of its words; another one of its title is not", () => {
  const release = (text: string, seen: number) => ({
    url: "https://a.example/press/doors",
    html: `<html><head><title>Press</title></head><body><div id="cookie-banner" role="dialog"><p>${seen > 1 ? "This website stores cookies on your computer to improve your experience." : "We would like to use cookies. You may decline, and we shall not ask again today."}</p><a>Accept</a></div><div class="body"><p>${text}</p></div><aside class="ad-slot"><small>Advertisement</small><a href="https://ads.example/c">${seen > 1 ? "Pallets, nearly new" : "Lease a forklift"}</a><p>${seen > 1 ? "Twelve thousand in stock, from today on, at the yard" : "Three months free until Sunday for firms of any size"}</p></aside><p>Last visitor: ${seen} minutes ago</p></body></html>`,
  });
  const text = "The first three docks with chargers are in use in Leith.";
  expect(sayNearlySame(release(text, 1), release(text, 4))).toBe(true);
  expect(
    sayNearlySame(release(text, 1), release("All nine apprentices have been given boots, and a day off.", 4)),
  ).toBe(false);
  expect(sayNearlySame(release(text, 1), release(text.replace("three", "14"), 4))).toBe(false);
});
