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

test("a list of dated entries with numbers of their own is what its first pages are", async () => {
  const entries = [
    "Heat for the northern plateau",
    "Lights of the winter fair",
    "Bicycles for hire",
    "Quay of the tilers",
  ]
    .map(
      (title, at) =>
        `<div class="entry"><div><a href="/o/${at}">${title}</a></div><div><span>VS-2026-1${at}1</span> <span>Hale</span> <span>0${at + 1}/01/2027 12:00</span></div></div>`,
    )
    .join("");
  const page = `<!doctype html><html><head><title>Consultations</title></head><body><h1>Consultations</h1>${entries}</body></html>`;
  const kindOf = async (lead: string) =>
    (
      await detectSource(answer(`${site}/o`, page, "text/html"), async (url) =>
        url.startsWith(`${site}/o/`) ? answer(url, `<title>Quay</title><main>${lead}</main>`, "text/html") : null,
      )
    ).kind;
  expect(await kindOf("<p>Invitation to tender.</p><p>Deadline: 1 January 2027, 12:00</p>")).toBe("portal");
  expect(await kindOf("<p>A standard for quays, revised on 1 January 2027.</p>")).toBe("site");
});

test("a list of entries with days ahead, in words that nobody knows, is what its first pages are", async () => {
  const year = new Date().getUTCFullYear() + 2;
  const listed = (of: number) =>
    `<!doctype html><html><head><title>Tablo</title></head><body><h1>Tablo</h1><ul>${[
      "Roof of the fish hall",
      "Reeds for thatchers",
      "Ink for the mint",
      "Ferry ropes",
    ]
      .map(
        (title, at) => `<li><h3><a href="/o/${at}">${title}</a></h3><p>Hale</p><p>Aru ${at + 3}. March ${of}</p></li>`,
      )
      .join("")}</ul></body></html>`;
  const kindOf = async (page: string) =>
    (
      await detectSource(answer(`${site}/o`, page, "text/html"), async (url) =>
        url.startsWith(`${site}/o/`)
          ? answer(url, `<main><p>Invitation to tender.</p><p>Deadline: 3 March ${year}</p></main>`, "text/html")
          : null,
      )
    ).kind;
  expect([await kindOf(listed(year)), await kindOf(listed(2019))]).toEqual(["portal", "site"]);
});
