import { expect, test } from "vitest";
import type { PageContent } from "@/server/crawling/extraction";
import { linksToFollow, looksLikeTrap } from "./links-to-follow";

const link = (url: string, inMain = true, rel = "") => ({ url, text: "x", rel, inMain });
const content = (...links: ReturnType<typeof link>[]) => ({ links, title: "Road works" }) as PageContent;
const root = { url: "https://a.example/list", kind: "root", depth: 0 } as const;

test("a listing leads to its entries and its next page, not to the rest of the site", () => {
  const found = linksToFollow(
    root,
    {
      content: content(link("https://a.example/imprint"), link("https://a.example/t/1")),
      listing: {
        selector: "li",
        score: 1,
        rung: "structure",
        records: [
          { title: "One", url: "https://a.example/t/1", fields: {}, text: "One" },
          { title: "Two", url: "https://a.example/t/2.pdf", fields: {}, text: "Two" },
          { title: "Elsewhere", url: "https://b.example/t/3", fields: {}, text: "Elsewhere" },
        ],
      },
      nextPage: { kind: "link", url: "https://a.example/list?page=2" },
      search: null,
      tabs: [],
    },
    { kind: "portal", maxDepth: 2 },
  );
  expect(found).toEqual([
    { url: "https://a.example/list?page=2", kind: "listing", depth: 0 },
    { url: "https://a.example/t/1", kind: "page", depth: 1 },
    { url: "https://a.example/t/2.pdf", kind: "file", depth: 1 },
  ]);
});

test("an entry that only a form opens is met again by what it is called, however the form changes", () => {
  const leads = (state: string, action = "https://a.example/list") =>
    linksToFollow(
      root,
      {
        content: content(),
        listing: {
          selector: "tr",
          score: 1,
          rung: "structure",
          records: [
            { title: "One", url: null, fields: {}, text: "One", opens: { action, fields: { state, row: "1" } } },
          ],
        },
        nextPage: null,
        search: null,
        tabs: [],
      },
      { kind: "portal", maxDepth: 2 },
    );
  const [first] = leads("s1");
  expect(first).toMatchObject({
    url: "https://a.example/list",
    form: { state: "s1", row: "1" },
    kind: "page",
    depth: 1,
  });
  expect(leads("s2")[0]?.hash).toBe(first?.hash);
  expect(leads("s1", "https://b.example/list")).toEqual([]);
});

test("an entry leads to its files only", () => {
  const found = linksToFollow(
    { url: "https://a.example/t/1", kind: "page", depth: 1 },
    {
      content: content(
        link("https://files.example/a.docx"),
        link("https://a.example/list"),
        link("https://a.example/plan.pdf", false),
      ),
      listing: null,
      nextPage: null,
      search: null,
      tabs: [],
    },
    { kind: "portal", maxDepth: 2 },
  );
  expect(found.map(({ url, title }) => [url, title])).toEqual([
    ["https://files.example/a.docx", "x · Road works"],
    ["https://a.example/plan.pdf", "x · Road works"],
  ]);
});

test("a site leads to its own pages, never to others, to pictures, or to where it asks not to be followed", () => {
  const found = linksToFollow(
    { url: "https://a.example/", kind: "root", depth: 0 },
    {
      content: content(
        link("https://a.example/about", false),
        link("https://b.example/"),
        link("https://a.example/logo.png"),
        link("https://a.example/login", true, "nofollow"),
      ),
      listing: null,
      nextPage: null,
      search: null,
      tabs: [],
    },
    { kind: "site", maxDepth: 1 },
  );
  expect(found.map(({ url }) => url)).toEqual(["https://a.example/about"]);
});

test("depth ends the walk", () => {
  const from = { url: "https://a.example/x", kind: "page", depth: 1 } as const;
  const analysis = {
    content: content(link("https://a.example/y")),
    listing: null,
    nextPage: null,
    search: null,
    tabs: [],
  };
  expect(linksToFollow(from, analysis, { kind: "site", maxDepth: 1 })).toEqual([]);
});

test("addresses that go round in circles are traps", () => {
  expect(looksLikeTrap("https://a.example/a/b/a/b/a/b/a/b/a")).toBe(true);
  expect(looksLikeTrap("https://a.example/2026/11/tenders/road-works")).toBe(false);
});

test("a page that lists nothing leads to what its search finds, met again whatever proof the form carries", () => {
  const search = {
    button: "button",
    sends: [
      {
        action: "https://a.example/find",
        method: "post" as const,
        fields: { token: "x1", q: "" },
        asked: { q: "" },
      },
    ],
  };
  const analysis = { content: content(), listing: null, nextPage: null, search, tabs: [] };
  expect(linksToFollow(root, analysis, { kind: "portal", maxDepth: 2 })).toEqual([
    { url: "https://a.example/find", form: { token: "x1", q: "" }, asked: { q: "" }, kind: "listing", depth: 0 },
  ]);
  expect(linksToFollow({ ...root, kind: "listing" }, analysis, { kind: "portal", maxDepth: 2 })).toEqual([]);
  expect(linksToFollow(root, analysis, { kind: "site", maxDepth: 2 })).toEqual([]);
});

test("an entry's papers are files though their addresses do not end like one", () => {
  const papers = [
    { ...link("https://a.example/download?of=7"), text: "Invitation to tender" },
    { ...link("https://a.example/get?name=annex%20a.pdf", false), text: "Annex" },
    { ...link("https://a.example/blob/77", false), text: "Price schedule (XLSX, 12 kB)" },
    { ...link("https://a.example/blob/78", false), text: "plan.docx" },
    { ...link("https://a.example/paper.ashx?of=7&name=rating.txt", false), text: "Rating" },
    { ...link("https://a.example/x/9", false), isDownload: true as const },
  ];
  const others = [
    { ...link("https://a.example/downloads/app", false), text: "Our app" },
    { ...link("https://a.example/guide-to-pdf.html"), text: "About PDF (and others)" },
    { ...link("https://a.example/tenders/7/watch"), text: "Watch" },
  ];
  const analysis = {
    content: { ...content(), links: [...papers, ...others] },
    listing: null,
    nextPage: null,
    search: null,
    tabs: [],
  };
  const at = { url: "https://a.example/tenders/7", kind: "page" as const, depth: 1 };
  const found = linksToFollow(at, analysis, { kind: "portal", maxDepth: 3 });
  expect(found.map(({ url, kind }) => [url, kind])).toEqual(papers.map(({ url }) => [url, "file"]));
});

test("what a page shows in a frame is read with it, once more for the entries, and never of another site", () => {
  const frame = (url: string) => ({ ...link(url), isFrame: true as const });
  const analysis = (...links: ReturnType<typeof frame>[]) => ({
    content: content(...links),
    listing: null,
    nextPage: null,
    search: null,
    tabs: [],
  });
  const own = frame("https://a.example/inner/list");
  const jobs = { kind: "jobs", maxDepth: 1 } as const;
  expect(linksToFollow(root, analysis(own, frame("https://video.example/embed/7")), jobs)).toEqual([
    { url: own.url, kind: "listing", depth: 0 },
  ]);
  const entry = { url: "https://a.example/list?id=4", kind: "page", depth: 1 } as const;
  expect(linksToFollow(entry, analysis(own), jobs)).toEqual([{ url: own.url, kind: "page", depth: 2 }]);
  expect(linksToFollow({ ...entry, depth: 2 }, analysis(own), jobs)).toEqual([]);
  expect(linksToFollow(root, analysis(own), { kind: "site", maxDepth: 0 })).toEqual([
    { url: own.url, kind: "page", depth: 1 },
  ]);
});

test("a list leads to its parts behind tabs, an entry of a portal to the page of its papers, without the visit's number", () => {
  const analysis = {
    content: content({ ...link("https://a.example/t;jsessionid=9F?id=4711&view=papers"), text: "Documents" }),
    listing: null,
    nextPage: null,
    search: null,
    tabs: ["https://a.example/list?of=planned"],
  };
  const portal = { kind: "portal", maxDepth: 3 } as const;
  expect(linksToFollow(root, { ...analysis, content: content() }, portal)).toEqual([
    { url: "https://a.example/list?of=planned", kind: "listing", depth: 0 },
  ]);
  const entry = { url: "https://a.example/t?id=4711", kind: "page", depth: 1 } as const;
  expect(linksToFollow(entry, analysis, portal)).toEqual([
    { url: "https://a.example/t?id=4711&view=papers", kind: "page", depth: 2 },
  ]);
  expect(linksToFollow(entry, analysis, { kind: "news", maxDepth: 3 })).toEqual([]);
});

test("a board leads to what is said beside its openings of places, teams and how one applies, and to nothing else of its menu", () => {
  const menu = (path: string, text: string) => ({ ...link(`https://a.example${path}`, false), text });
  const openings = {
    selector: "li",
    score: 1,
    rung: "structure" as const,
    records: [{ title: "Fitter", url: "https://a.example/jobs/1", fields: {}, text: "Fitter" }],
  };
  const found = linksToFollow(
    { url: "https://a.example/jobs", kind: "root", depth: 0 },
    {
      content: content(
        menu("/places", "Places"),
        menu("/teams", "Our teams"),
        menu("/pricing", "Pricing"),
        menu("/teams?sort=a", "Teams"),
      ),
      listing: openings,
      nextPage: null,
      search: null,
      tabs: [],
    },
    { kind: "jobs", maxDepth: 1 },
  );
  expect(found.map(({ url }) => new URL(url).pathname + new URL(url).search)).toEqual(["/jobs/1", "/places", "/teams"]);
});

test("a site's feeds and maps are no pages of it", () => {
  const paths = [
    "/news",
    "/rss.xml",
    "/news/feed.xml",
    "/blog.atom",
    "/sitemap-news.xml",
    "/feed.json",
    "/price-list.xml",
  ];
  const found = linksToFollow(
    { url: "https://a.example/", kind: "root", depth: 0 },
    {
      content: content(...paths.map((path) => link(`https://a.example${path}`))),
      listing: null,
      nextPage: null,
      search: null,
      tabs: [],
    },
    { kind: "site", maxDepth: 2 },
  );
  expect(found.map(({ url }) => new URL(url).pathname)).toEqual(["/news", "/price-list.xml"]);
});
