import { expect, test } from "vitest";
import { isArrangement } from "./is-arrangement";

test.each([
  "/blog/page/3/",
  "/news?page=2",
  "/2026/11/",
  "/archive/2026.html",
  "/calendar/2026/12",
  "/events?month=12",
  "/tag/pumps/",
  "/insights/author/runa/",
  "/products?sort=price",
  "/search?q=pump",
])("%s only arranges what is there", (path) => {
  expect(isArrangement(`https://maker.example${path}`)).toBe(true);
});

test.each([
  "/2026/11/dust-and-the-law/",
  "/release-notes/3.5.0",
  "/changelog/2026-11",
  "/products/s-360",
  "/item?id=4711",
  "/case-studies/tag-heuer",
  "/careers/category-manager",
])("%s is a page of its own", (path) => {
  expect(isArrangement(`https://maker.example${path}`)).toBe(false);
});
