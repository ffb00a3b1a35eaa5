import { expect, test } from "vitest";
import { readEntries } from "./read-entries";

const answer = (json: unknown) => {
  const text = JSON.stringify(json);
  return {
    url: "https://boards-api.greenhouse.io/v1/boards/acme/jobs",
    finalUrl: "https://boards-api.greenhouse.io/v1/boards/acme/jobs",
    redirects: [],
    status: 200,
    headers: {},
    mime: "application/json",
    charset: "utf-8",
    body: Buffer.from(text),
    text,
    rung: "http" as const,
    fetchedAt: new Date(),
    ms: 1,
    bytes: text.length,
  };
};

test("a job board's answer gives its openings as entries, and other JSON is none", () => {
  const job = {
    id: 7,
    title: "Bid manager",
    absolute_url: "https://a.test/7",
    location: { name: "Graz" },
    content: "",
  };
  expect(readEntries(answer({ jobs: [job], meta: { total: 1 } }))?.records).toMatchObject([
    { key: "7", title: "Bid manager", url: "https://a.test/7", fields: { location: "Graz" }, rung: "json" },
  ]);
  expect(readEntries(answer({ rows: [] }))).toBeNull();
});
