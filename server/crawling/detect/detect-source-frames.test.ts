import { describe, expect, test } from "vitest";
import { detectSource } from "./detect-source";
import { answer, site } from "./testing/answers";

describe("a list under the heading of tenders that tells nothing but their names", () => {
  const names = [
    "Grounds maintenance of parks",
    "Window replacement programme",
    "Ultrasound scanners",
    "Body-worn cameras",
  ];
  const list = `<html><head><title>Tenders - Haleshire</title></head><body><main><h1>Tenders</h1>${names
    .map(
      (name, at) =>
        `<article><h2><a href="/tenders/${at}/">${name}</a></h2><p>What is wanted, in a sentence about it.</p></article>`,
    )
    .join("")}</main></body></html>`;
  const behind = (text: string) => async (url: string) =>
    url.includes("/tenders/")
      ? answer(url, `<html><body><h1>Name</h1><p>${text}</p></body></html>`, "text/html")
      : null;
  const detect = (text: string) => detectSource(answer(`${site}/tenders`, list, "text/html"), behind(text));

  test("is a portal when the pages to which it leads read as tenders", async () => {
    const found = await detect("Tenders must be submitted by 12 noon on Friday 8 January 2031.");
    expect(found).toMatchObject({ kind: "portal", preview: { count: names.length } });
  });

  test("is a site when they do not", async () => {
    expect((await detect("Our software writes tenders while you sleep. Ask for a demo.")).kind).toBe("site");
  });
});

test("a list that a page shows in a frame is watched at the frame's address, also in a set of frames", async () => {
  const rows = ["Mowing of dykes", "Boats for the ferry", "New roof for the school"].map(
    (title, at) =>
      `<tr><td><a href="t.asp?n=${at}">${title}</a></td><td>Town of Brook</td><td>${at + 3}.06.2031</td></tr>`,
  );
  const list = `<title>Tenders</title><h1>Invitations to tender</h1><table><tr><th>Title</th><th>Buyer</th><th>Deadline</th></tr>${rows.join("")}</table>`;
  const pages: Record<string, string> = {
    [`${site}/head.htm`]: "<p>Town of Brook</p>",
    [`${site}/inner.htm`]: `<html><frameset rows="*"><frame src="tenders.asp"></frameset></html>`,
    [`${site}/tenders.asp`]: list,
  };
  const ask = async (url: string) => (pages[url] ? answer(url, pages[url], "text/html") : null);
  const framesets = [
    '<html><frameset rows="80,*"><frame src="head.htm"><frame src="tenders.asp"></frameset></html>',
    '<html><frameset rows="80,*"><frame src="head.htm"><frame src="inner.htm"></frameset></html>',
    '<html><body><h1>Purchasing</h1><p>What we buy.</p><iframe src="/tenders.asp"></iframe></body></html>',
  ];
  for (const html of framesets)
    expect(await detectSource(answer(`${site}/`, html, "text/html"), ask)).toMatchObject({
      kind: "portal",
      url: `${site}/tenders.asp`,
    });
});

describe("openings in a frame that does not say what it lists", () => {
  const rows = ["Rope maker", "Sail trimmer", "Harbour pilot"]
    .map((name, at) => `<div class="row"><a href="/work?job=${at}" target="_top">${name}</a> <span>Bergen</span></div>`)
    .join("");
  const outer = (src: string) =>
    answer(
      `${site}/work`,
      `<html><head><title>Careers at sea</title></head><body><main><h1>Careers</h1><iframe src="${src}" width="100%" height="800"></iframe></main></body></html>`,
      "text/html",
    );
  const inner = `<html><head><title>Fjord Lines</title></head><body><h3>Deck</h3>${rows}</body></html>`;
  const ask = async (url: string) => (url.includes("/frame") ? answer(url, inner, "text/html") : null);

  test("of the same site are what the page lists", async () => {
    const found = await detectSource(outer("/frame?of=fjord"), ask);
    expect(found).toMatchObject({ kind: "jobs", url: `${site}/work`, preview: { count: 3 } });
  });

  test("that another site serves are watched there", async () => {
    const found = await detectSource(outer("https://boards.test/frame?of=fjord"), ask);
    expect(found).toMatchObject({ kind: "jobs", url: "https://boards.test/frame?of=fjord" });
  });
});
