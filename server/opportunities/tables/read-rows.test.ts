import { expect, test } from "vitest";
import { mapColumns } from "./map-columns";
import { readRows } from "./read-rows";

const names = { stages: new Map([["qualifying", "qualifying"]]), owners: new Map([["ada example", "ada"]]) };
const now = new Date("2031-01-10T09:00:00Z");
const read = (heads: string[], ...rows: string[][]) =>
  readRows(
    rows.map((cells, index) => ({ number: index + 2, cells })),
    mapColumns(heads),
    names,
    now,
  );

test("headings are understood in several languages, and those of our own workbook", () => {
  expect(mapColumns(["Titel", "Vergabestelle", "Aktenzeichen", "Abgabefrist", "Auftragswert", "Land"])).toEqual({
    title: 0,
    buyer: 1,
    reference: 2,
    submission_date: 3,
    value: 4,
    country: 5,
  });
  expect(mapColumns(["Objet du marché", "Acheteur", "Date limite", "Heure", "Questions until"])).toMatchObject({
    buyer: 1,
    submission_date: 2,
    submission_time: 3,
    questions_date: 4,
  });
  const own = ["number", "title", "buyer", "reference", "kind", "procedure", "stage", "outcome", "decision"];
  expect(mapColumns([...own, "submission (UTC)", "submission zone", "fit (0-100)", "address"])).toMatchObject({
    title: 1,
    stage: 6,
    submission_at: 9,
    submission_zone: 10,
  });
});

test("a row becomes what it says: dates with their zone, amounts, categories, and who and where it stands with us", () => {
  const { read: rows, problems } = read(
    [
      "Title",
      "Buyer",
      "Ref",
      "Due",
      "Time",
      "Time zone",
      "Value",
      "Currency",
      "Country",
      "CPV",
      "Tags",
      "Stage",
      "Owner",
    ],
    [
      "Lifts",
      "Port of Exampleton",
      "POE-31-07",
      "20 September 2031",
      "16:00",
      "Europe/Berlin",
      "1,400,000",
      "EUR",
      "Germany",
      "50750000; 45313100-5",
      "lifts; port",
      "Qualifying",
      "Ada Example",
    ],
  );
  expect(problems).toEqual([]);
  expect(rows[0]).toMatchObject({
    row: 2,
    tags: ["lifts", "port"],
    stage: "qualifying",
    ownerId: "ada",
    facts: {
      scheme: "file",
      title: "Lifts",
      buyer: "Port of Exampleton",
      reference: "POE-31-07",
      country: "DE",
      value: { amount: "1400000", currency: "EUR" },
      categories: [
        { scheme: "CPV", code: "50750000" },
        { scheme: "CPV", code: "45313100" },
      ],
      deadlines: [{ kind: "submission", localDate: "2031-09-20", localTime: "16:00", at: "2031-09-20T14:00:00.000Z" }],
    },
  });
});

test("the order of day and month is taken from the table's own dates, and never guessed", () => {
  const proved = read(["Title", "Deadline"], ["A", "03/04/2031"], ["B", "25/04/2031"]);
  expect(proved.read.map(({ facts }) => facts.deadlines[0]?.localDate)).toEqual(["2031-04-03", "2031-04-25"]);
  const open = read(["Title", "Deadline"], ["A", "03/04/2031"]);
  expect(open.read).toEqual([]);
  expect(open.problems).toEqual([
    { row: 2, field: "submission_date", problem: expect.stringContaining("day or the month first") },
  ]);
});

test("a row that cannot be understood is left out whole, every cell of it with its reason", () => {
  const {
    read: rows,
    problems,
    leftOut,
  } = read(
    ["Title", "Buyer", "Reference", "Deadline", "Value", "Country", "Stage", "Owner", "Link"],
    ["", "X", "", "", "", "", "", "", ""],
    ["A", "X", "R-2031-1", "31.02.2031", "much", "Atlantis", "Nowhere", "Nobody", "ftp://x"],
    ["B", "X", "R-2031-2", "2031-02-28", "", "", "", "", ""],
    ["Other words", "X", "R 2031 2", "", "", "", "", "", ""],
  );
  expect(rows.map(({ row }) => row)).toEqual([4]);
  expect(leftOut).toBe(3);
  expect(problems[0]).toEqual({ row: 2, field: "title", problem: "There is no title." });
  expect(
    problems
      .filter(({ row }) => row === 3)
      .map(({ field }) => field)
      .sort(),
  ).toEqual(["country", "owner", "stage", "submission_date", "url", "value"].sort());
  expect(problems.find(({ row }) => row === 5)?.problem).toContain("the same tender as row 4");
});
