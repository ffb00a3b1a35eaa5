import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readSam } from "./read-sam";

const folder = "../shared/data/sam-gov/opportunities.json";

const notice = {
  noticeId: "n1",
  title: "Boiler replacement",
  solicitationNumber: "W9-12-R-0001",
  fullParentPathName: "DEPARTMENT OF WORKS.BUILDINGS.WEST OFFICE",
  fullParentPathCode: "100.20.W9",
  postedDate: "2031-02-02",
  type: "Combined Synopsis/Solicitation",
  active: "Yes",
  responseDeadLine: "2031-03-02T16:00:00-05:00",
  naicsCodes: ["238220"],
  classificationCode: "Z2AA",
};

test("a notice becomes facts, with the deadline as stated and as an instant", () => {
  const { notices, refused } = readSam({ totalRecords: 1, opportunitiesData: [notice] });
  expect(refused).toEqual([]);
  expect(notices[0]).toMatchObject({
    key: "n1",
    type: "tender",
    status: "open",
    title: "Boiler replacement",
    buyer: "WEST OFFICE",
    reference: "W9-12-R-0001",
    procedureKey: "W912R0001 W9",
    deadlines: [
      {
        kind: "submission",
        localDate: "2031-03-02",
        localTime: "16:00",
        zone: "-05:00",
        at: "2031-03-02T21:00:00.000Z",
      },
    ],
    categories: [
      { scheme: "NAICS", code: "238220" },
      { scheme: "PSC", code: "Z2AA" },
    ],
  });
});

test("the types say what a notice is, and what is inactive is not open", () => {
  const typed = (type: string, more = {}) => readSam({ ...notice, type, ...more }).notices[0];
  expect(typed("Presolicitation")).toMatchObject({ type: "planning", status: "planned" });
  expect(typed("Sources Sought")).toMatchObject({ type: "planning", kind: "rfi" });
  expect(typed("Award Notice")).toMatchObject({ type: "award", status: "awarded" });
  expect(typed("Solicitation", { active: "No" })).toMatchObject({ type: "tender", status: "closed" });
  expect(typed("Solicitation", { title: "CANCELLED - Boilers" })).toMatchObject({ status: "cancelled" });
  expect(typed("Solicitation", { responseDeadLine: null })?.deadlines).toEqual([]);
});

test("what is no notice is refused with its reason, and the rest is read", () => {
  const { notices, refused } = readSam([notice, { title: "x" }, 5, { noticeId: "n2" }]);
  expect(notices).toHaveLength(1);
  expect(refused.map(({ reason }) => reason)).toEqual([
    "Entry 2 has no noticeId.",
    "Entry 3 is no JSON object.",
    "Notice n2 has neither title nor solicitation number.",
  ]);
});

test("notices of one solicitation share their procedure however the number is written", () => {
  const [one, other] = readSam([notice, { ...notice, noticeId: "n2", solicitationNumber: "W912R0001" }]).notices;
  expect(one?.procedureKey).toBe(other?.procedureKey);
});

test.skipIf(!existsSync(folder))("every notice of a real answer is read, with number, office and deadline", () => {
  const { notices, refused } = readSam(readFileSync(folder, "utf8"));
  expect(refused).toEqual([]);
  expect(notices).toHaveLength(10);
  for (const one of notices) {
    expect(one.title && one.reference && one.buyer && one.procedureKey && one.publishedAt).toBeTruthy();
    for (const { at, flags } of one.deadlines) expect(at !== null || flags.includes("no_zone")).toBe(true);
  }
});
