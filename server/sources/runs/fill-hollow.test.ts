import { expect, test } from "vitest";
import { failure } from "@/server/crawling/fetching/failure";
import { fillHollow } from "./fill-hollow";
import type { Look, Seen } from "./see-page";

const seenWith = (words: number, more: { isHollow?: true } = {}): Seen =>
  ({
    outcome: { kind: "fetched", page: { rung: more.isHollow ? "http" : "browser" } },
    analysis: { health: { health: "good", reason: "", words, ...more } },
  }) as unknown as Seen;
const look = () => ({ scan: { shownInVain: 0 }, entry: { form: null } }) as unknown as Look;
const hollow = seenWith(8, { isHollow: true });

test("a hollow page is what the browser shows when that is more", async () => {
  const shown = seenWith(90);
  expect(await fillHollow(look(), hollow, async () => shown)).toBe(shown);
});

test("without a browser it is what came; another fault of the browser is the page's", async () => {
  const failed = (code: "no_browser" | "browser_failed"): Seen => ({ outcome: failure(code), analysis: null });
  expect(await fillHollow(look(), hollow, async () => failed("no_browser"))).toBe(hollow);
  const fault = failed("browser_failed");
  expect(await fillHollow(look(), hollow, async () => fault)).toBe(fault);
});

test("a site whose places stay empty is asked so three times in a run", async () => {
  const at = look();
  let asked = 0;
  for (let page = 0; page < 6; page++) {
    const inVain = async () => {
      asked++;
      return seenWith(8);
    };
    expect(await fillHollow(at, hollow, inVain)).toBe(hollow);
  }
  expect(asked).toBe(3);
});

test("a page without an empty place is not asked for again", async () => {
  const seen = seenWith(8);
  expect(await fillHollow(look(), seen, () => Promise.reject(new Error("asked")))).toBe(seen);
});
