import { expect, test } from "vitest";
import { fieldsOf } from "./profile-form.logic";
import type { ProfileProposal } from "./profile-types";
import { openProposals, withProposals } from "./proposals.logic";

const empty = fieldsOf({
  capabilities: ["Lift maintenance"],
  places: [],
  categories: [],
  certifications: [],
  exclusions: [],
  setAsides: [],
  incumbentAt: [],
  minValue: null,
  maxValue: null,
  currency: null,
  bidDays: null,
});

const proposal = (field: ProfileProposal["field"], value: string): ProfileProposal => ({
  field,
  value,
  documents: 1,
  quote: value,
  document: { id: "0190a6c0-0000-7000-8000-000000000000", title: "Profile", page: null, start: 0, end: 1 },
});

test("lines that were typed meanwhile are not proposed again", () => {
  const found = [proposal("capabilities", "lift maintenance"), proposal("places", "DE"), proposal("places", "AT")];
  expect(openProposals(found, empty)).toEqual([{ field: "places", proposals: [found[1], found[2]] }]);
});

test("what is chosen stands below what was typed, each line once", () => {
  const next = withProposals(empty, [proposal("capabilities", "Escalators"), proposal("capabilities", "Escalators")]);
  expect(next.capabilities).toBe("Lift maintenance\nEscalators");
  expect(next.places).toBe("");
});
