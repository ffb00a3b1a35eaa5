import { expect, test } from "vitest";
import { findListing, findNextPage } from "@/server/crawling/listings";
import { withMarkupOfJson } from "./markup-in-json";

const url = "https://portal.example/list/part?from=20";
const answer = (json: unknown) => {
  const text = JSON.stringify(json);
  return {
    url,
    finalUrl: url,
    status: 200,
    headers: {},
    mime: "application/json",
    charset: null,
    body: Buffer.from(text),
    text,
    rung: "http" as const,
    fetchedAt: new Date(0),
    ms: 1,
    bytes: text.length,
    redirects: [],
  };
};
const entry = (n: number) =>
  `<div class="row"><h3><a href="/notices/${n}">Roof repairs of school ${n}</a></h3><p>Closes 0${n}/05/2031</p><p>Hale Council</p></div>`;

test("a part of a list that comes as markup within JSON is read as a page, and leads to the next part", () => {
  const page = withMarkupOfJson(
    answer({ ok: true, data: { rows: [1, 2, 3, 4].map(entry).join(""), next: "/list/part?from=24" } }),
  );
  expect(page.mime).toBe("text/html");
  expect(findListing(page.text ?? "", url)?.records.map(({ url }) => url)).toEqual(
    [1, 2, 3, 4].map((n) => `https://portal.example/notices/${n}`),
  );
  expect(findNextPage(page.text ?? "", url)).toEqual({ kind: "link", url: "https://portal.example/list/part?from=24" });
});

test("the last part leads nowhere", () => {
  const page = withMarkupOfJson(answer({ html: [1, 2, 3].map(entry).join(""), next: null }));
  expect(findNextPage(page.text ?? "", url)).toBeNull();
});

test("data stays data, also with a formatted text in it", () => {
  const data = answer({
    items: [1, 2, 3].map((id) => ({
      id,
      name: `Roof repairs ${id}`,
      buyer: "Hale Council",
      closes: "2031-05-02",
      note: id === 1 ? "<p>Soon</p>" : "",
    })),
  });
  expect(withMarkupOfJson(data)).toBe(data);
});

test("entries that say most of what they say in a formatted text stay entries", () => {
  const told = `<p>${"You will look after bridges and culverts all over the county. ".repeat(12)}</p>`;
  const data = answer(
    [1, 2, 3].map((id) => ({
      id,
      title: `Bridge engineer ${id}`,
      url: `https://portal.example/jobs/${id}`,
      body: told,
    })),
  );
  expect(withMarkupOfJson(data)).toBe(data);
});
