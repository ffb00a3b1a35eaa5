import { expect, test } from "vitest";
import { leadsOnTo } from "./leads-on-to";

const at = "https://docs.example/latest/guides/tape/";
const page = (head: string, body = "Redirecting...") =>
  `<!doctype html><html><head><title>Redirecting</title>${head}</head><body>${body}</body></html>`;

test("a page that says nothing and sends its reader on leads to where it sends", () => {
  const target = "https://docs.example/latest/guides/retention/";
  const refresh = (content: string) => `<meta http-equiv="refresh" content="${content}">`;
  expect(leadsOnTo(page(refresh("0; url=../retention/")), at)).toBe(target);
  expect(leadsOnTo(page(`<noscript>${refresh("1;URL='/latest/guides/retention/'")}</noscript>`), at)).toBe(target);
  const script = `<script>window.location.replace("../retention/" + window.location.search + window.location.hash);</script>`;
  expect(leadsOnTo(page(script), at)).toBe(target);
  expect(leadsOnTo(page(`<script>location.href='../retention/'</script>`), at)).toBe(target);
});

test("a page that says something stays, and so does one that sends away, to itself, later, or where its script decides", () => {
  const refresh = `<meta http-equiv="refresh" content="0; url=../retention/">`;
  const text = `<p>${"Tapes are written one after the other and read back once a year. ".repeat(5)}</p>`;
  expect(leadsOnTo(page(refresh, text), at)).toBeNull();
  expect(leadsOnTo(page(`<meta http-equiv="refresh" content="0; url=https://other.example/">`), at)).toBeNull();
  expect(leadsOnTo(page(`<meta http-equiv="refresh" content="5">`), at)).toBeNull();
  expect(leadsOnTo(page(`<meta http-equiv="refresh" content="0; url=${at}#top">`), at)).toBeNull();
  expect(leadsOnTo(page(`<meta http-equiv="refresh" content="300; url=../retention/">`), at)).toBeNull();
  expect(leadsOnTo(page(`<script>if (!seen) location.href = "/"</script>`), at)).toBeNull();
  expect(leadsOnTo(page(`<script>location.href = "/to/" + next</script>`), at)).toBeNull();
  expect(leadsOnTo(page("", `<a href="../retention/">here</a> is our location`), at)).toBeNull();
});
