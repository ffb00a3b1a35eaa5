import { expect, test } from "vitest";
import { findListing } from "./find-listing";

interface Call {
  number: string;
  subject: string;
  buyer: string;
  last: string;
  paper?: string;
}

/** Rows of which each is followed by what a press on it shows. */
const table = (calls: readonly Call[], lastHead: string) =>
  `<table class="grid"><thead><tr><th></th><th>Number</th><th>Subject</th><th>${lastHead}</th></tr></thead><tbody>${calls
    .map(
      ({ number, subject, buyer, last, paper }) =>
        `<tr class="row" onclick="var n=this.nextElementSibling;n.hidden=!n.hidden"><td>+</td><td>${number}</td><td>${subject}</td><td>${last}</td></tr><tr class="more" hidden><td colspan="4"><p><b>Contracting authority:</b> ${buyer}</p><p>The works are described in the papers of the call.</p>${paper ? `<p><a href="/papers/${paper}?version=1.0&amp;t=1795921050766">${paper}</a></p>` : ""}</td></tr>`,
    )
    .join("")}</tbody></table>`;

const works: Call[] = [
  { number: "B7A0C41E22", subject: "Strengthening of the school", buyer: "Town of Exampleton", last: "18 May 2031" },
  { number: "B7A0C52F07", subject: "Repair of the bridge", buyer: "Exampleshire", last: "15 May 2031", paper: "a.pdf" },
  { number: "B7A0B9930C", subject: "Lighting of the high street", buyer: "Town of Exampleton", last: "9 May 2031" },
];
const goods: Call[] = [
  { number: "B7A0CFF121", subject: "Ultrasound machines", buyer: "Health Trust", last: "17 May 2031" },
  { number: "B7A0C8D43B", subject: "Electric school buses", buyer: "Town of Exampleton", last: "16 May 2031" },
];
const over: Call[] = [
  { number: "B7A0913E4D", subject: "Restoration of the tower", buyer: "Town of Exampleton", last: "Awarded" },
  { number: "B7A08DD1C2", subject: "Removal of vehicles", buyer: "Exampleshire", last: "Withdrawn" },
  { number: "B7A0870E9F", subject: "Pacemakers", buyer: "Health Trust", last: "Closed" },
];

const page = `<html><body><div class="main"><h2>Open calls</h2><section class="part"><h3>Works (3)</h3>${table(works, "Closing date")}</section><section class="part"><h3>Goods (2)</h3>${table(goods, "Closing date")}</section></div><div class="second"><h2>Results and calls that are over</h2>${table(over, "Result")}</div></body></html>`;

test("rows of several tables are one list, each with what a press on it shows, and those that are over with them", () => {
  const { records } = findListing(page, "https://town.example/calls") ?? { records: [] };
  expect(records.map(({ title }) => title)).toEqual([...works, ...goods, ...over].map(({ subject }) => subject));
  for (const [at, { buyer }] of [...works, ...goods, ...over].entries())
    expect(records[at]?.text).toContain(`Contracting authority: ${buyer}`);
  expect(records.find(({ title }) => title === "Removal of vehicles")?.fields.Result).toBe("Withdrawn");
});

test("what stands below a row is no heading of the next one", () => {
  const { records } = findListing(page, "https://town.example/calls") ?? { records: [] };
  const sections = records.slice(0, 5).map(({ fields }) => fields.section);
  expect(sections).toEqual(["Works (3)", "Works (3)", "Works (3)", "Goods (2)", "Goods (2)"]);
});

test("a table of other things beside the list is none of it", () => {
  const contacts = `<table class="grid"><thead><tr><th>Office</th><th>Phone</th></tr></thead><tbody>${["Works", "Goods", "Services"].map((one) => `<tr class="row"><td>${one} office of the town hall</td><td>01 55 ${one.length}</td></tr>`).join("")}</tbody></table>`;
  const { records } = findListing(page.replace("</body>", `${contacts}</body>`), "https://town.example/calls") ?? {
    records: [],
  };
  expect(records).toHaveLength(8);
});
