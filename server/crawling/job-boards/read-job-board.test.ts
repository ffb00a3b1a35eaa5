import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { jobBoardAddress } from "./job-board-address";
import { readJobBoard } from "./read-job-board";

const greenhouse = {
  id: 7,
  title: " Bid  Manager ",
  absolute_url: "https://boards.greenhouse.io/acme/jobs/7",
  location: { name: "Graz" },
  updated_at: "2026-01-14T10:55:28-05:00",
  content: "&amp;lt;p&amp;gt;You &amp;lt;b&amp;gt;write&amp;lt;/b&amp;gt; bids &amp;amp;amp; win.&amp;lt;/p&amp;gt;",
};

test("Greenhouse: texts escaped twice, departments inside departments, each job once", () => {
  expect(
    readJobBoard({ jobs: [{ ...greenhouse, departments: [{ name: "Sales" }] }], meta: { total: 1 } }, "https://x.test"),
  ).toEqual({
    platform: "greenhouse",
    company: "acme",
    jobs: [
      {
        id: "7",
        title: "Bid Manager",
        url: "https://boards.greenhouse.io/acme/jobs/7",
        location: "Graz",
        department: "Sales",
        updatedAt: "2026-01-14T15:55:28.000Z",
        text: "You write bids & win.",
      },
    ],
  });
  const once = readJobBoard(
    { jobs: [{ ...greenhouse, content: "&lt;p&gt;Escaped once&lt;/p&gt;" }] },
    "https://x.test",
  );
  expect(once?.jobs[0]?.text).toBe("Escaped once");
  const departments = [
    { id: 1, name: "All", jobs: [], children: [{ id: 2, name: "Bids", jobs: [greenhouse], children: [] }] },
    { id: 3, name: "Also", jobs: [greenhouse] },
  ];
  const nested = readJobBoard({ departments }, "https://x.test");
  expect(nested?.jobs.map(({ id }) => id)).toEqual(["7"]);
  expect(readJobBoard({ offices: [{ name: "Graz", departments }] }, "https://x.test")?.jobs[0]?.title).toBe(
    "Bid Manager",
  );
});

test("Lever and Ashby, with fields missing or of the wrong type", () => {
  const lever = readJobBoard(
    [
      {
        id: "a1",
        text: "Engineer",
        hostedUrl: "https://jobs.eu.lever.co/acme/a1",
        categories: { location: "Wien", team: "Core" },
        createdAt: 1_767_225_600_000,
        descriptionPlain: "Build.",
        lists: [{ text: "You bring", content: "<li>Care</li>" }],
      },
      { id: "a2", text: "Writer", hostedUrl: "https://jobs.eu.lever.co/acme/a2", categories: null, createdAt: "soon" },
      { id: 3 },
    ],
    "https://x.test",
  );
  expect(lever).toMatchObject({ platform: "lever", company: "acme" });
  expect(lever?.jobs[0]).toMatchObject({
    location: "Wien",
    department: "Core",
    updatedAt: "2026-01-01T00:00:00.000Z",
    text: "Build. You bring Care",
  });
  expect(lever?.jobs[1]).toMatchObject({ title: "Writer", location: null, updatedAt: null, text: "" });
  const ashby = readJobBoard(
    {
      apiVersion: "1",
      jobs: [
        {
          id: "b",
          title: "Analyst",
          jobUrl: "https://jobs.ashbyhq.com/Acme%20Co/b",
          department: "Data",
          publishedAt: "2026-02-01T00:00:00.000+00:00",
          descriptionHtml: "<p>Look.</p>",
        },
        { id: "c", title: "Hidden", jobUrl: "https://jobs.ashbyhq.com/Acme%20Co/c", isListed: false },
      ],
    },
    "https://x.test",
  );
  expect(ashby).toMatchObject({
    platform: "ashby",
    company: "Acme Co",
    jobs: [{ id: "b", text: "Look.", department: "Data" }],
  });
});

test("a board without jobs is a board, other JSON is none", () => {
  expect(readJobBoard({ jobs: [], meta: { total: 0 } }, "https://x.test")?.platform).toBe("greenhouse");
  expect(readJobBoard({ jobs: [], apiVersion: "1" }, "https://x.test")?.platform).toBe("ashby");
  expect(readJobBoard([], "https://api.lever.co/v0/postings/acme?mode=json")).toMatchObject({
    platform: "lever",
    company: "acme",
  });
  for (const json of [[], {}, null, { jobs: [{ title: "x" }] }, [{ id: "1", text: "tweet" }], { jobs: [] }])
    expect(readJobBoard(json, "https://x.test"), JSON.stringify(json)).toBeNull();
});

test("a board is known by every kind of its addresses", () => {
  const api = (address: string) => jobBoardAddress(address)?.apiUrl;
  const greenhouseApi = "https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true";
  for (const address of [
    "https://boards.greenhouse.io/acme",
    "https://job-boards.greenhouse.io/acme/jobs/7",
    "https://boards.greenhouse.io/embed/job_board/js?for=acme",
    "https://boards-api.greenhouse.io/v1/boards/acme/departments",
  ])
    expect(api(address), address).toBe(greenhouseApi);
  expect(api("https://jobs.lever.co/acme/a1/apply")).toBe("https://api.lever.co/v0/postings/acme?mode=json");
  expect(api("https://jobs.eu.lever.co/acme")).toBe("https://api.eu.lever.co/v0/postings/acme?mode=json");
  expect(api("https://jobs.ashbyhq.com/Acme%20Co")).toBe("https://api.ashbyhq.com/posting-api/job-board/Acme%20Co");
  for (const address of [
    "https://jobs.lever.co",
    "https://www.greenhouse.io/acme",
    "mailto:a@jobs.lever.co",
    "https://jobs.lever.co.evil.test/acme",
  ])
    expect(jobBoardAddress(address), address).toBeNull();
});

const samples = "../shared/data/job-boards";
test.skipIf(!existsSync(samples))(
  `every sample answer of the platform's documentation that lists jobs is read (skipped without ${samples})`,
  () => {
    const blocks = ["greenhouse-jobs.md", "greenhouse-departments.md"].flatMap((file) =>
      [...readFileSync(`${samples}/${file}`, "utf8").matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = ""]) => json),
    );
    const withJobs = blocks.filter((json) => json.includes("absolute_url"));
    expect(withJobs.length).toBeGreaterThan(3);
    // The documentation's own samples have remarks, and commas, that JSON forbids.
    for (const json of withJobs.map((block) => block.replace(/^\s*\/\/.*$/gm, "").replace(/,(\s*[}\]])/g, "$1")))
      expect(readJobBoard(JSON.parse(json), "https://x.test")?.jobs.length, json).toBeGreaterThan(0);
  },
);
