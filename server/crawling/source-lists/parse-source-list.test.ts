import { expect, test } from "vitest";
import { parseSourceList } from "./parse-source-list";

test("OPML: folders and categories become tags, feeds are told from pages", () => {
  const list = parseSourceList(
    `<?xml version="1.0"?>
<opml version="2.0"><body>
<outline text="Rivals"><outline text="Near">
<outline type="rss" text="A &amp; B" xmlUrl="https://a.test/feed" htmlUrl="https://a.test"/>
</outline>
<outline text="C" htmlUrl="https://c.test/pricing" category="/x/y,z" every="daily"/></outline>
<outline text="broken" xmlUrl="not an address"/>
<outline text="again" xmlUrl="https://a.test/feed"/>
</body></opml>`,
    "list.opml",
  );
  expect(list.entries).toEqual([
    { url: "https://a.test/feed", title: "A & B", tags: ["Rivals", "Near"], kind: "feed", line: 4 },
    { url: "https://c.test/pricing", title: "C", tags: ["Rivals", "x", "y", "z"], every: "24h", line: 6 },
  ]);
  expect(list.problems).toEqual([
    { line: 7, reason: '"not an address" is no web address.' },
    { line: 8, reason: "The same address stands on line 4." },
  ]);
});

test("a table with column names, in the separators that spreadsheets use", () => {
  for (const separator of [",", ";", "\t"]) {
    const rows = [
      ["Name", "URL", "Tags", "Kind", "Every"],
      ['"Acme, Inc."', "acme.test/prices?a=1", '"rivals, prices"', "pricing", "6h"],
      ["Beta", "https://beta.test", "", "blog", "sometimes"],
      ["None", "", "", "", ""],
    ];
    const list = parseSourceList(`\ufeff${rows.map((row) => row.join(separator)).join("\r\n")}\r\n`, "list.csv");
    expect(list.entries).toEqual([
      {
        url: "https://acme.test/prices?a=1",
        title: "Acme, Inc.",
        tags: ["rivals", "prices"],
        kind: "pricing",
        every: "6h",
        line: 2,
      },
      { url: "https://beta.test/", title: "Beta", line: 3 },
    ]);
    expect(list.problems).toEqual([
      { line: 3, reason: 'There is no kind of source "blog".' },
      { line: 3, reason: '"sometimes" is no interval such as 6h or 7d.' },
      { line: 4, reason: "There is no address here." },
    ]);
  }
});

test("lines of addresses, with and without titles and remarks", () => {
  const list = parseSourceList("# my list\nhttps://a.test/x,y;z\n\nb.test\nftp://c.test\n", "list.txt");
  expect(list.entries.map(({ url, line }) => [url, line])).toContainEqual(["https://b.test/", 4]);
  expect(list.problems).toEqual([{ line: 5, reason: '"ftp://c.test" is no web address.' }]);
  expect(
    parseSourceList("https://a.test,Acme\nhttps://b.test,Beta", "x.csv").entries.map(({ title }) => title),
  ).toEqual(["Acme", "Beta"]);
});

test("more sources than a list may hold are left out, and it says so", () => {
  const list = parseSourceList(
    Array.from({ length: 5002 }, (_, index) => `https://a.test/${index}`).join("\n"),
    "x.txt",
  );
  expect(list.entries).toHaveLength(5000);
  expect(list.problems).toEqual([{ line: 5001, reason: expect.stringContaining("5000") }]);
});

test("what is no list says so instead of failing", () => {
  expect(parseSourceList(" ", "x.csv").problems).toHaveLength(1);
  expect(parseSourceList("<html><p>hello", "x.opml").problems).toHaveLength(1);
  expect(parseSourceList('url\n"https://a.test', "x.csv").problems).toHaveLength(1);
  expect(parseSourceList("Dear all,\nplease find", "x.csv").entries).toEqual([]);
});
