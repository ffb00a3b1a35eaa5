import { expect, test } from "vitest";
import { quotes, shred } from "./testing/shred";

const table = (heading: string, path: string, ...lines: string[]) => {
  const [head = "", ...rows] = lines;
  const rule = head.replace(/[^|]+/g, "---");
  return quotes(`# ${heading}\n\n${[head, rule, ...rows].join("\n")}\n`, path).map((row) => `| ${row} |`);
};

test("of a timetable only the steps of whoever bids count", () => {
  expect(
    table(
      "Schedule of events",
      "RFP.md",
      "| Action | Responsible party | Due dates |",
      "| Issue of the request | Agency | 4 May 2031 |",
      "| Intent to bid | Potential Offerors | 11 May 2031 |",
      "| Reading of proposals | Evaluation Committee | 2 June 2031 |",
    ),
  ).toEqual(["| Intent to bid | Potential Offerors | 11 May 2031 |"]);
});

test("key facts that tell how or when to bid", () => {
  const rows = ["| Validity of tenders | 90 days |", "| End of enquiries | 4 pm, 11 June 2031 |"];
  expect(table("Key facts", "RFT.md", "| Item | Detail |", ...rows, "| Owner | Coble Water |")).toEqual(rows);
});

test("times to answer and to mend by severity, and papers by when they are due", () => {
  const levels = ["| 1 | Bridge closed | 15 minutes | 2 hours |", "| 2 | Lamp out | 1 day | next week |"];
  expect(table("Service levels", "SOW.md", "| Severity | Example | Respond | Resolve |", ...levels)).toEqual(levels);
  const papers = ["| Quality plan | 4 weeks after award | 2 |", "| As-built drawings | at completion | 3 |"];
  expect(table("Documentation", "SOW.md", "| Document | Timing | Copies |", ...papers)).toEqual(papers);
});

test("whoever has won is asked for no submission any more", () => {
  const [found] = shred(
    "# Statement of work\n\n## Tasks\n\nThe contractor shall send the monthly file in PDF format by e-mail to the harbour office.\n",
    "SOW.md",
  );
  expect(found?.obliged).toBe("contractor");
  expect(found?.kind).not.toBe("submission-instruction");
});

test("rows that tell what people of the buyer do are none", () => {
  expect(
    table(
      "Who does what",
      "ROLES.md",
      "| Role | Does |",
      "| Contracting Officer | must sign the order and every change to it |",
      "| Contractor's lead engineer | must review each change |",
    ),
  ).toEqual(["| Contractor's lead engineer | must review each change |"]);
});
