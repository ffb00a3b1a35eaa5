import { expect, test } from "vitest";
import { findVersions } from "./find-versions";

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
