import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { detectSource } from "./detect-source";
import { answer, kindOf, listPage, nowhere, site } from "./testing/answers";

describe("content that names its own format", () => {
  test("feeds, whatever the server and the address say", async () => {
    const rss =
      "<rss><channel><title>News</title><item><title>One</title><link>/1</link><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate></item></channel></rss>";
    for (const type of ["application/rss+xml", "text/html", "text/plain", "application/octet-stream"])
      expect(await kindOf(rss, type), type).toBe("feed");
    expect(await detectSource(answer(`${site}/sitemap.xml`, rss, "text/xml"), nowhere)).toMatchObject({
      kind: "feed",
      title: "News",
      url: `${site}/sitemap.xml`,
      preview: { count: 1, items: [{ title: "One", url: `${site}/1`, date: "2026-03-02T10:00:00.000Z" }] },
    });
    expect(await kindOf('<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title></feed>')).toBe("feed");
    expect(await kindOf('{"version":"https://jsonfeed.org/version/1","title":"J","items":[]}')).toBe("feed");
  });

  test("OCDS packages, records, bare releases and one object a line", async () => {
    const release = {
      ocid: "ocds-1",
      id: "1",
      date: "2026-01-02T00:00:00Z",
      tag: ["tender"],
      tender: { title: "Road" },
    };
    const found = await detectSource(
      answer(`${site}/x`, JSON.stringify({ uri: site, publisher: { name: "City" }, releases: [release] })),
      nowhere,
    );
    expect(found).toMatchObject({ kind: "ocds", title: "City", preview: { items: [{ title: "Road" }] } });
    expect(await kindOf(JSON.stringify({ records: [{ ocid: "ocds-1", compiledRelease: release }] }))).toBe("ocds");
    expect(await kindOf(JSON.stringify(release))).toBe("ocds");
    expect(await kindOf(`${JSON.stringify(release)}\n${JSON.stringify(release)}\n`)).toBe("ocds");
  });

  test("SAM.gov, without the reader's key, and TED", async () => {
    const sam = {
      totalRecords: 12,
      opportunitiesData: [{ title: "Lights", postedDate: "2026-02-02", uiLink: "https://sam.gov/1" }],
    };
    const found = await detectSource(answer(`${site}/search?api_key=secret&limit=1`, JSON.stringify(sam)), nowhere);
    expect(found).toMatchObject({ kind: "sam", url: `${site}/search?limit=1`, preview: { count: 12 } });
    const ted = {
      totalNoticeCount: 5,
      notices: [
        {
          "publication-number": "1-2026",
          "notice-title": { deu: "Straße", eng: "Road" },
          links: { html: { ENG: "https://ted.europa.eu/1" } },
        },
      ],
    };
    expect(await detectSource(answer(`${site}/x`, JSON.stringify(ted)), nowhere)).toMatchObject({
      kind: "ted",
      preview: { count: 5, items: [{ title: "Road", url: "https://ted.europa.eu/1" }] },
    });
    const notice =
      '<ContractNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2" xmlns:b="urn:b"><b:IssueDate>2026-01-02+01:00</b:IssueDate><b:ProcurementProject><b:Name>Bridge</b:Name></b:ProcurementProject></ContractNotice>';
    expect(await detectSource(answer(`${site}/x`, notice), nowhere)).toMatchObject({
      kind: "ted",
      preview: { items: [{ title: "Bridge", date: "2026-01-02" }] },
    });
  });

  test("job boards and sitemaps", async () => {
    expect(await kindOf('{"jobs":[{"id":1,"title":"X","absolute_url":"https://boards.greenhouse.io/a/jobs/1"}]}')).toBe(
      "jobs",
    );
    expect(
      await detectSource(answer(`${site}/x`, `<urlset><url><loc>${site}/1</loc></url></urlset>`), nowhere),
    ).toMatchObject({
      kind: "site",
      preview: { count: 1 },
    });
    const packed = gzipSync(`<urlset><url><loc>${site}/1</loc></url></urlset>`);
    expect(await detectSource(answer(`${site}/map.xml.gz`, packed, "application/gzip"), nowhere)).toMatchObject({
      kind: "site",
      confidence: 0.95,
    });
  });

  test("other JSON, other XML, files and broken answers are a site, never an error", async () => {
    for (const body of [
      '{"a":1}',
      "[1,2]",
      "{broken",
      "<svg/>",
      "",
      "hello",
      "\0\0\0",
      "<!doctype html>",
      "<".repeat(1000),
    ])
      expect(await kindOf(body), body).toBe("site");
  });
});

describe("pages", () => {
  test.each([
    ["en", "Current tenders", ["Title", "Buyer", "Closing date"], "12 March 2026"],
    ["de", "Öffentliche Ausschreibungen", ["Bezeichnung", "Auftraggeber", "Abgabefrist"], "12.03.2026"],
    ["fr", "Marchés publics", ["Objet", "Acheteur", "Date limite"], "12 mars 2026"],
    ["es", "Licitaciones en curso", ["Objeto", "Órgano de contratación", "Fecha límite"], "12/03/2026"],
    ["it", "Bandi di gara", ["Oggetto", "Stazione appaltante", "Scadenza"], "12/03/2026"],
    ["nl", "Aanbestedingen", ["Onderwerp", "Aanbestedende dienst", "Sluitingsdatum"], "12-03-2026"],
    ["pt", "Licitações abertas", ["Objeto", "Entidade", "Prazo"], "12/03/2026"],
  ])("a listing of tenders is a portal (%s)", async (_language, title, columns, date) => {
    const names = ["Schulhaus", "Bridge 4", "Parque", "Software", "Via Roma", "Kantoor"];
    const html = listPage(
      title,
      columns,
      names.map((name, index) => [`${name} ${index} lot`, `City ${index}`, date]),
    );
    const found = await detectSource(answer(`${site}/x`, html, "text/html"), nowhere);
    expect(found).toMatchObject({ kind: "portal", preview: { count: 6 } });
    expect(found.preview.items[0]?.url).toBe(`${site}/n/0`);
  });

  test("dated headlines are news, also when they are about tenders", async () => {
    const rows = ["We won a tender", "New office", "Partnership signed", "Award for design"].map((title) => [
      title,
      "3 March 2026",
    ]);
    expect(await kindOf(listPage("Press releases", ["Title", "Date"], rows), "text/html")).toBe("news");
  });

  test("prices with their periods are a pricing page, wherever it stands; an article that names prices is none", async () => {
    const plan = (name: string, price: string) =>
      `<div class="plan"><h2>${name}</h2><p>${price} pro Nutzer pro Monat</p><ul><li>Alles</li></ul></div>`;
    const german = `<title>Preise</title><h1>Unsere Tarife</h1>${plan("Klein", "9 €")}${plan("Mittel", "29,50 €")}${plan("Groß", "99 €")}`;
    expect(await kindOf(`<!doctype html><html>${german}</html>`, "text/html")).toBe("pricing");
    const article =
      "<!doctype html><title>Budget news</title><h1>The city spends</h1><p>It paid $300 for one thing and $400 for another, $900 in all.</p>";
    expect(await kindOf(article, "text/html")).toBe("site");
  });

  test("a page that calls itself one article is a site, whatever stands around it", async () => {
    const rows = ["One", "Two", "Three", "Four"].map((title) => [`${title} more`, "3 March 2026"]);
    const list = listPage("News: her career, our plans from $5 to $9 per month", ["Title", "Date"], rows);
    expect(await kindOf(list, "text/html")).not.toBe("site");
    expect(await kindOf(list.replace("<head>", '<head><meta property="og:type" content="article">'), "text/html")).toBe(
      "site",
    );
  });

  test("prices of one purchase are pricing where the page begins with the word", async () => {
    const body = "<p>Basis 490 € einmalig</p><p>Profi 990 € einmalig</p>";
    expect(await kindOf(`<!doctype html><title>Preise | Acme</title><h1>Was es kostet</h1>${body}`, "text/html")).toBe(
      "pricing",
    );
    expect(
      await kindOf(`<!doctype html><title>Oil prices rise</title><h1>Oil prices rise</h1>${body}`, "text/html"),
    ).toBe("site");
  });

  test("what the page names is asked for and offered with what it turned out to be, in eight requests at most", async () => {
    const links = Array.from(
      { length: 9 },
      (_, index) => `<link rel="alternate" type="application/rss+xml" title="F${index}" href="/f${index}.xml">`,
    ).join("");
    const html = `<!doctype html><head><title>Acme</title>${links}</head><p><a href="/about">About</a> <a href="https://jobs.lever.co/acme">Jobs</a></p>`;
    const asked: string[] = [];
    const found = await detectSource(answer(`${site}/`, html, "text/html"), async (url) => {
      asked.push(url);
      if (url.endsWith("/f0.xml"))
        return answer(url, "<rss><channel><title>Zero</title><item><title>x</title></item></channel></rss>");
      if (url.endsWith("/f1.xml")) return answer(url, "<!doctype html><p>Not found", "text/html");
      if (url.endsWith("/robots.txt")) return answer(url, `Sitemap: ${site}/map.xml`, "text/plain");
      if (url.endsWith("/map.xml")) return answer(url, `<urlset><url><loc>${site}/1</loc></url></urlset>`);
      if (url.includes("api.lever.co"))
        return answer(url, JSON.stringify([{ id: "1", text: "Writer", hostedUrl: "https://jobs.lever.co/acme/1" }]));
      throw new Error("unreachable");
    });
    expect(found).toMatchObject({
      kind: "site",
      title: "Acme",
      preview: { items: [{ title: "About", url: `${site}/about` }] },
    });
    expect(found.alternatives.map(({ kind, url }) => [kind, url])).toEqual([
      ["jobs", "https://api.lever.co/v0/postings/acme?mode=json"],
      ["feed", `${site}/f0.xml`],
      ["site", `${site}/map.xml`],
    ]);
    expect(found.alternatives[1]?.reason).toContain("F0");
    expect(asked.length).toBeLessThanOrEqual(8);
    expect(new Set(asked).size).toBe(asked.length);
  });

  test("a page that shows a job board inside itself is that board", async () => {
    const html =
      '<!doctype html><title>Careers</title><h1>Join us</h1><script src="https://boards.greenhouse.io/embed/job_board/js?for=acme"></script>';
    const found = await detectSource(answer(`${site}/careers`, html, "text/html"), async (url) =>
      url.startsWith("https://boards-api.greenhouse.io/v1/boards/acme/")
        ? answer(
            url,
            '{"jobs":[{"id":1,"title":"Writer","absolute_url":"https://boards.greenhouse.io/acme/jobs/1"}],"meta":{"total":1}}',
          )
        : null,
    );
    expect(found).toMatchObject({ kind: "jobs", title: "Jobs at acme", preview: { items: [{ title: "Writer" }] } });
    expect(found.alternatives[0]).toMatchObject({ kind: "site", url: `${site}/careers` });
  });
});
