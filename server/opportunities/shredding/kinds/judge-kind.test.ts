import { expect, test } from "vitest";
import { requirementKinds } from "@/lib/vocabulary/opportunities";
import { shred } from "../testing/shred";
import learned from "./learned-kinds.json" with { type: "json" };

const kindOf = (heading: string, body: string, path = "SOW.md") => shred(`# ${heading}\n\n${body}`, path).at(-1)?.kind;

test.each([
  ["IT/ Information security", "There must be a documented role concept for the lamp desk.", "security"],
  ["Operation", "Hard-coded passwords must not be included in the lamp desk.", "security"],
  ["Tasks of the Team Leader", "- Lead the design of the lamps and their tests.", "staffing"],
  [
    "Work",
    "We expect the contractor to provide the following outputs:\n\n- A final report with drawings",
    "deliverable",
  ],
  ["Study", "The following questions should be answered:\n\n- Which lamps will fail first?", "service"],
  ["Study", "The bidder is required to describe how it will test the lamps.", "submission-instruction"],
])("under “%s”: “%s” is %s", (heading, body, kind) => {
  expect(kindOf(heading, body)).toBe(kind);
});

test.each([
  ["Maintenance", "Le titulaire assure la maintenance du logiciel des quais.", "service"],
  ["Accès", "Chaque accès devra être protégé par un mot de passe.", "security"],
  ["Suivi", "Le titulaire avisera la ville et remettra un compte rendu mensuel.", "reporting"],
])("in French, under “%s”: “%s” is %s", (heading, body, kind) => {
  const page = `La ville cherche un partenaire pour les quais et les services du port.\n\n${body}`;
  expect(kindOf(heading, page, "CCTP.md")).toBe(kind);
});

test("what was learned names the kinds of the vocabulary, with one weight a kind", () => {
  expect([...learned.kinds].sort()).toEqual([...requirementKinds].sort());
  const sizes = new Set(Object.values(learned.weights).map((row) => row.length));
  expect([...sizes]).toEqual([requirementKinds.length]);
});
