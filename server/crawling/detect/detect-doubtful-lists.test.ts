import { expect, test } from "vitest";
import { detectSource } from "./detect-source";
import { answer, site } from "./testing/answers";

const cards = [
  "Drone survey of roofs",
  "Gritting salt for a winter",
  "Repair of footbridges",
  "Hot meals for day centres",
]
  .map(
    (title, at) =>
      `<div class="card"><h5><a href="/o/${at}">${title}</a></h5><h6>Hale</h6><p>Closes in ${at + 2} days</p><small>${at + 1} days ago</small></div>`,
  )
  .join("");
const list = `<!doctype html><html><head><title>Opportunities | Fell</title></head><body><h1>Opportunities</h1>${cards}</body></html>`;
const kindWith = async (page: string) =>
  (
    await detectSource(answer(`${site}/o`, list, "text/html"), async (url) =>
      url.startsWith(`${site}/o/`) ? answer(url, page, "text/html") : null,
    )
  ).kind;

test("a list that nowhere says of what it is, with days on which each entry ends, is what its first pages are", async () => {
  const about = (text: string) => `<title>Drone survey</title><main><h1>Drone survey</h1>${text}</main>`;
  expect(await kindWith(about("<p>Invitation to tender.</p><p>Deadline: 1 December 2026, 10:00</p>"))).toBe("portal");
  expect(await kindWith(about("<p>A raffle for members. It closes on 1 December 2026.</p>"))).toBe("site");
});
