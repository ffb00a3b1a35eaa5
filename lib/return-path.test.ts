import { expect, test } from "vitest";
import { returnPath } from "./return-path";

test.each([
  ["/acme/library", "/acme/library"],
  ["/acme/ask?q=1#top", "/acme/ask?q=1#top"],
  ["/a/../b", "/b"],
])("stays on %s", (wanted, path) => expect(returnPath(wanted)).toBe(path));

const schemes = [
  "http:",
  "https:",
  "javascript:",
  "data:",
  "ftp:",
  "blob:",
  "file:",
  "ws:",
  "HTTP:",
  " https:",
  "\thttps:",
];
const leads = [
  "",
  "/",
  "//",
  "///",
  "\\",
  "\\\\",
  "/\\",
  "\\/",
  "/\t/",
  "/\n/",
  "/\r/",
  "/ /",
  "//\\",
  "/.//",
  "/..//",
  "/%09/",
];
const hosts = [
  "evil.example",
  "evil.example/%2f..",
  "localhost@evil.example",
  "evil.example:80",
  "evil。example",
  "[::1]",
  "%2f%2fevil.example",
];
const hostile = schemes.flatMap((scheme) => leads.flatMap((lead) => hosts.map((host) => scheme + lead + host)));
const bare = leads.flatMap((lead) => hosts.map((host) => lead + host));

test("nothing on the list leaves this origin, whatever a browser makes of it", () => {
  const list = [...hostile, ...bare];
  expect(list.length).toBeGreaterThan(300);
  for (const wanted of list) {
    const path = returnPath(wanted);
    expect(new URL(path, "https://ours.example").origin, wanted).toBe("https://ours.example");
    expect(path, wanted).toMatch(/^\/(?![/\\])/);
  }
});

test("no wish leads to the fallback", () => {
  expect(returnPath(null, "/start")).toBe("/start");
  expect(returnPath("", "/start")).toBe("/start");
});
