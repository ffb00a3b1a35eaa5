import { expect, test } from "vitest";
import { canonicalUrl, isSameSite, withoutVisitParameters } from "./canonical-url";

test("one page is known by one address, whatever the visit added to it", () => {
  const known = "https://tenders.example.org/list?page=2&sort=date";
  for (const met of [
    "https://TENDERS.example.org/list?sort=date&page=2",
    "https://tenders.example.org:443/list?page=2&sort=date#top",
    "https://tenders.example.org/list;jsessionid=A1B2?page=2&sort=date",
    "https://tenders.example.org/(S(lit3py55t21z5v55vlm25s55))/list?page=2&sort=date",
    "https://tenders.example.org/(X(1)S(f2k4)A(b_-2))/list?page=2&sort=date",
    "https://tenders.example.org/list?page=2&utm_source=mail&sort=date&PHPSESSID=1",
    "https://tenders.example.org/list?page=2&sort=date&_csrf=CLQJJL7B0DBB3EOGTQJLBOTQST",
  ]) {
    expect(canonicalUrl(met)).toBe(known);
  }
  expect(canonicalUrl("../list?page=2&sort=date", "https://tenders.example.org/a/b")).toBe(known);
});

test("what shows another page stays another address", () => {
  expect(canonicalUrl("https://a.example/list?page=3")).not.toBe(canonicalUrl("https://a.example/list?page=2"));
  expect(canonicalUrl("https://a.example/a/")).not.toBe(canonicalUrl("https://a.example/a"));
  expect(canonicalUrl("https://a.example/(s)/list")).toBe("https://a.example/(s)/list");
  expect(canonicalUrl("https://a.example/?q=")).not.toBe(canonicalUrl("https://a.example/"));
});

test("a route of an application is a page, a place on a page is not", () => {
  const list = "https://app.example/s/#/calls";
  expect(canonicalUrl(`${list}/7`)).not.toBe(canonicalUrl(list));
  expect(canonicalUrl("https://app.example/s/#!/calls")).toBe("https://app.example/s/#!/calls");
  expect(canonicalUrl("https://app.example/s/#calls")).toBe("https://app.example/s/");
});

test("what is no web address has no canonical one", () => {
  for (const odd of ["mailto:a@b.example", "javascript:alert(1)", "https://u:p@a.example/", "data:text/html,x", "%%"])
    expect(canonicalUrl(odd)).toBeNull();
});

test("a site is its host, with or without www", () => {
  expect(isSameSite("https://www.a.example/x", "http://a.example/y")).toBe(true);
  expect(isSameSite("https://a.example/x", "https://b.a.example/y")).toBe(false);
  expect(isSameSite("nonsense", "nonsense")).toBe(false);
});

test("what suites of marketing write into addresses says who came, and not what is shown", () => {
  const plain = canonicalUrl("https://a.example/team?lang=en");
  expect(canonicalUrl("https://a.example/team?__hssc=252&lang=en&__hstc=ab")).toBe(plain);
  expect(canonicalUrl("https://a.example/team?mtm_source=x&yclid=3&lang=en&_hsenc=p2")).toBe(plain);
  const calls = [118, 119].map((sid) => canonicalUrl(`https://a.example/call?sid=${sid}`));
  expect(new Set(calls).size).toBe(2);
  expect(canonicalUrl("https://a.example/call?sid=9f1c2ab77de0")).toBe("https://a.example/call");
  expect(canonicalUrl("https://a.example/team?hs=252&lang=en")).not.toBe(plain);
});

test("an address is kept as it was written, but for the visit", () => {
  expect(withoutVisitParameters("https://a.example/n?b=2&sid=k4x8w2q&a=/x")).toBe("https://a.example/n?b=2&a=%2Fx");
  for (const plain of ["https://a.example/n?b=2&a=/x#top", "https://a.example/n?sid=12", "no address"])
    expect(withoutVisitParameters(plain)).toBe(plain);
});

test("the millisecond of a visit is no part of an address; a figure of that name is", () => {
  expect(canonicalUrl("https://a.example/papers/1.pdf?version=1.0&t=1795921050766")).toBe(
    "https://a.example/papers/1.pdf?version=1.0",
  );
  expect(canonicalUrl("https://a.example/rows?from=8&_=1795921050766")).toBe("https://a.example/rows?from=8");
  expect(canonicalUrl("https://a.example/list?t=12")).toBe("https://a.example/list?t=12");
  expect(canonicalUrl("https://a.example/list?id=1795921050766")).toBe("https://a.example/list?id=1795921050766");
});
