import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { matchesPath } from "./match-path";
import { parseRobots } from "./parse-robots";
import { robotsPolicy } from "./robots-policy";

const allowed = (robots: string, url: string, agent = "OutriderBot") => parseRobots(robots, agent).isAllowed(url);
const site = "https://site.test";

describe("rules", () => {
  test("the longest matching rule decides, and allow wins a tie", () => {
    const robots = "User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c\nAllow: /same\nDisallow: /same";
    expect(allowed(robots, `${site}/a/x`)).toBe(false);
    expect(allowed(robots, `${site}/a/b/x`)).toBe(true);
    expect(allowed(robots, `${site}/a/b/c`)).toBe(false);
    expect(allowed(robots, `${site}/same`)).toBe(true);
  });

  test("a group that names the agent replaces the one for everybody, and several such groups are one", () => {
    const robots =
      "User-agent: *\nDisallow: /\nUser-agent: outriderbot/2.0\nDisallow: /x\n\nUser-agent: Other\nDisallow: /z\nUser-agent: OutriderBot\nDisallow: /y";
    expect(allowed(robots, `${site}/free`)).toBe(true);
    expect(allowed(robots, `${site}/x`)).toBe(false);
    expect(allowed(robots, `${site}/y`)).toBe(false);
    expect(allowed(robots, `${site}/z`)).toBe(true);
  });

  test("an agent's name is not matched by its beginning", () => {
    expect(allowed("User-agent: Outrider\nDisallow: /", `${site}/`)).toBe(true);
  });

  test("stars, ends and query strings", () => {
    const robots = "User-agent: *\nDisallow: /*.pdf$\nDisallow: /*?sort=\nDisallow: /b*/c*d$";
    expect(allowed(robots, `${site}/x.pdf`)).toBe(false);
    expect(allowed(robots, `${site}/x.pdf?y`)).toBe(true);
    expect(allowed(robots, `${site}/list?sort=asc#top`)).toBe(false);
    expect(allowed(robots, `${site}/bb/cxxd`)).toBe(false);
    expect(allowed(robots, `${site}/bb/cxxde`)).toBe(true);
  });

  test("letters outside ASCII match in both spellings", () => {
    const robots = "User-agent: *\nDisallow: /ausschreibungen/münchen\nDisallow: /%e2%82%ac";
    expect(allowed(robots, `${site}/ausschreibungen/m%c3%bcnchen/1`)).toBe(false);
    expect(allowed(robots, `${site}/€`)).toBe(false);
  });

  test("UTF-8 that was taken for Latin-1 on the way is read as what it was", () => {
    const mistaken = Buffer.from("User-agent: *\nDisallow: /münchen").toString("latin1");
    expect(allowed(mistaken, `${site}/münchen`)).toBe(false);
  });

  test("an empty file, an empty rule and a file of another kind allow everything", () => {
    for (const robots of ["", "User-agent: *\nDisallow:", "<!doctype html><p>Not found</p>", "\ufeff"])
      expect(allowed(robots, `${site}/a`)).toBe(true);
  });
});

describe("other lines", () => {
  test("delays belong to the agent's group, sitemaps to everybody", () => {
    const rules = parseRobots(
      "\ufeffSitemap: https://site.test/a.xml\rUser-agent: *\r\nCrawl-delay: 2.5 # please\nDisallow: /x\nSITEMAP: https://site.test/b.xml\n",
      "OutriderBot",
    );
    expect(rules.crawlDelayMs).toBe(2500);
    expect(rules.sitemaps).toEqual(["https://site.test/a.xml", "https://site.test/b.xml"]);
    expect(parseRobots("User-agent: Other\nCrawl-delay: 9", "OutriderBot").crawlDelayMs).toBeNull();
    expect(parseRobots("User-agent: *\nCrawl-delay: soon", "OutriderBot").crawlDelayMs).toBeNull();
  });

  test("a delay between two agents does not part them", () => {
    const robots = "User-agent: OutriderBot\nCrawl-delay: 1\nUser-agent: Other\nDisallow: /";
    expect(allowed(robots, `${site}/`)).toBe(false);
  });

  test("what stands beyond 500 KiB is not read", () => {
    const filler = `# ${"x".repeat(98)}\n`.repeat(5200);
    expect(allowed(`${filler}User-agent: *\nDisallow: /`, `${site}/a`)).toBe(true);
    expect(allowed(`User-agent: *\nDisallow: /\n${filler}`, `${site}/a`)).toBe(false);
  });
});

test("a part that begins again within itself is found", () => {
  expect(matchesPath("/aaab", "/*aab")).toBe(true);
  expect(matchesPath("/abababac", "/*ababac$")).toBe(true);
  expect(matchesPath("/ab", "/*b*b")).toBe(false);
});

test("no pattern makes matching slow", () => {
  const path = `/${"a".repeat(100_000)}`;
  // Backtracking, or searching each part naively, takes thousands of millions of steps here.
  expect(matchesPath(path, `/${"*a".repeat(20_000)}*b`)).toBe(false);
  expect(matchesPath(path, `/*${"a".repeat(50_000)}b`)).toBe(false);
});

test("no file means open, a failing server means closed until known", () => {
  expect(robotsPolicy({ status: 200, text: "User-agent: *\nDisallow: /x" }, "OutriderBot").isAllowed("/x")).toBe(false);
  for (const status of [301, 401, 403, 404, 410])
    expect(robotsPolicy({ status }, "OutriderBot")).toMatchObject({ state: "allow_all" });
  for (const status of [429, 500, 503, null]) {
    const policy = robotsPolicy({ status }, "OutriderBot");
    expect(policy.state).toBe("unknown");
    expect(policy.isAllowed(`${site}/`)).toBe(false);
  }
});

const cases = "../shared/data/robots/cases.json";
test.skipIf(!existsSync(cases))(
  `every row of the reference parser's own tests is answered alike (skipped without ${cases})`,
  () => {
    const rows: { test: string; robots: string; agent: string; url: string; allowed: boolean }[] = JSON.parse(
      readFileSync(cases, "utf8"),
    );
    const wrong = rows.filter((row) => parseRobots(row.robots, row.agent).isAllowed(row.url) !== row.allowed);
    expect(rows.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  },
);
