import { expect, test } from "vitest";
import { findParts, findVersions } from "./find-versions";

const body = Array.from(
  { length: 12 },
  (_, index) => `Sentence ${"abcdefghijkl"[index]} says what the supplier of lifts delivers.`,
);
const paper = (path: string, lines = body) => ({ id: path, path, text: lines.join("\n") });
const pairs = (fresh: string, known: string, lines = body) =>
  findVersions([paper(fresh, lines)], [paper(known)]).map(({ of }) => of);

test("a paper of nearly the same words under a like name is another version, whatever was put before or behind its name", () => {
  const changed = [...body.slice(0, 10), "Another one was written in place of two others."];
  expect(pairs("RFP updated.pdf", "RFP.pdf", changed)).toEqual(["RFP.pdf"]);
  expect(pairs("FinalPWS_v2.md", "Draft_PWS.md", changed)).toEqual(["Draft_PWS.md"]);
  expect(pairs("Revised lifts 2031 Addendum 1.pdf", "Maintenance of harbour lifts.pdf")).toEqual([
    "Maintenance of harbour lifts.pdf",
  ]);
});

test("sister papers, other papers and short ones are no versions", () => {
  expect(pairs("Lot 2 specification.pdf", "Lot 1 specification.pdf")).toEqual([]);
  expect(pairs("Appendix B (Pumps).pdf", "Appendix A (Pumps).pdf")).toEqual([]);
  expect(pairs("Pricing.pdf", "Terms.pdf")).toEqual([]);
  expect(
    pairs(
      "RFP updated.pdf",
      "RFP.pdf",
      body.map((line) => `${line.replace("lifts", "boats")} And more.`),
    ),
  ).toEqual([]);
  expect(findVersions([paper("RFP new.pdf", body.slice(0, 3))], [paper("RFP.pdf", body.slice(0, 3))])).toEqual([]);
});

test("a draft that is printed in lines and its final in paragraphs are two versions of one", () => {
  const draft = body.join(" ").replace(/((?:\S+ ){4}\S+) /g, "$1\n");
  const final = [...body.slice(0, 7), ...body.slice(7).map((line) => line.replace("lifts", "boats and cranes"))].join(
    " ",
  );
  const [fresh, known] = [
    { id: "final", path: "FINAL lifts services RFQ.docx", text: final },
    { id: "draft", path: "DRAFT RFQ lifts.pdf", text: draft },
  ];
  expect(findVersions([fresh], [known]).map(({ of }) => of)).toEqual(["draft"]);
  // Under names that say nothing of one another, the words alone are too little.
  expect(findVersions([{ ...fresh, path: "FINAL boats.docx" }], [known])).toEqual([]);
});

test("chapters that are handed out on their own are parts of the whole, sister papers are none", () => {
  const whole = paper("DRAFT RFQ.pdf");
  const chapter = paper("Objectives.md", body.slice(0, 5));
  const other = paper(
    "Terms.md",
    body.slice(0, 2).concat("Invoices are paid within thirty days of their receipt by the office."),
  );
  expect(findParts(whole, [whole, chapter, other])).toEqual(["Objectives.md"]);
});
