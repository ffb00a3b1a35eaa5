import { describe, expect, it } from "vitest";
import { readEnv } from "./env";

describe("the private places that crawling may visit", () => {
  it("are exact hosts and ports", () => {
    const { OUTRIDER_CRAWL_ALLOW } = readEnv({ OUTRIDER_CRAWL_ALLOW: "127.0.0.1:4010, localhost:4011,[::1]:4012" });
    expect([...OUTRIDER_CRAWL_ALLOW]).toEqual(["127.0.0.1:4010", "localhost:4011", "::1:4012"]);
    expect(readEnv({}).OUTRIDER_CRAWL_ALLOW.size).toBe(0);
  });

  it("reads the hosts that are closed to everybody, and refuses what is none", () => {
    const { OUTRIDER_CRAWL_CLOSED } = readEnv({ OUTRIDER_CRAWL_CLOSED: "Example.org, shop.example.net" });
    expect([...OUTRIDER_CRAWL_CLOSED]).toEqual(["example.org", "shop.example.net"]);
    expect(() => readEnv({ OUTRIDER_CRAWL_CLOSED: "https://example.org/a" })).toThrow(/OUTRIDER_CRAWL_CLOSED.*no host/);
  });

  it.each([
    "localhost",
    "127.0.0.1",
    "127.0.0.1:",
    "127.0.0.1:0",
    "127.0.0.1:99999",
    "127.0.0.1:*",
    "*:4010",
    "*.example.com:80",
    "127.1:4010",
    "2130706433:4010",
    "http://127.0.0.1:4010",
    "user@127.0.0.1:4010",
    "127.0.0.1:4010/path",
    "127.0.0.0/8:4010",
    "127.0.0.1:4010-4020",
  ])("refuses %s, which is not one", (entry) => {
    expect(() => readEnv({ OUTRIDER_CRAWL_ALLOW: entry })).toThrow(
      `OUTRIDER_CRAWL_ALLOW: "${entry}" is not of the form`,
    );
  });

  it.each([
    "169.254.169.254:80",
    "[fe80::1]:80",
    "[fd00:ec2::254]:80",
    "100.100.100.200:80",
    "[::ffff:169.254.169.254]:80",
    "224.0.0.1:80",
  ])("can never hold %s", (entry) => {
    expect(() => readEnv({ OUTRIDER_CRAWL_ALLOW: `localhost:4010,${entry}` })).toThrow(/OUTRIDER_CRAWL_ALLOW/);
  });

  it("stop the start in production, unless it is a demo", () => {
    const production = { NODE_ENV: "production", OUTRIDER_CRAWL_ALLOW: "127.0.0.1:4010" };
    expect(() => readEnv(production)).toThrow(/OUTRIDER_CRAWL_ALLOW: private places .* demo only/);
    expect(() => readEnv({ ...production, OUTRIDER_DEMO: "0" })).toThrow(/demo only/);
    expect(readEnv({ ...production, OUTRIDER_DEMO: "1" }).OUTRIDER_CRAWL_ALLOW.size).toBe(1);
    expect(readEnv({ NODE_ENV: "production" }).OUTRIDER_CRAWL_ALLOW.size).toBe(0);
  });
});

describe("the database's address", () => {
  it.each(["postgres://app:secret@db:5432/outrider", "postgresql://db1:5432,db2:5432/outrider?sslmode=require"])(
    "may be %s",
    (address) => {
      expect(readEnv({ DATABASE_URL: address }).DATABASE_URL).toBe(address);
    },
  );

  it.each(["mysql://x", "db:5432", "postgres://"])("is named when it is %s", (address) => {
    expect(() => readEnv({ DATABASE_URL: address })).toThrow("DATABASE_URL: is not of the form postgres://");
  });
});
