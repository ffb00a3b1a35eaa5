import { expect, test } from "vitest";
import { fieldsOf, numberOf, profileOf, profileProblems } from "./profile-form.logic";

const empty = {
  capabilities: [],
  places: [],
  categories: [],
  certifications: [],
  minValue: null,
  maxValue: null,
  currency: null,
  exclusions: [],
  setAsides: [],
  bidDays: null,
  incumbentAt: [],
};

test("a profile comes back from the form as it went in", () => {
  const profile = { ...empty, capabilities: ["Hosting", "Support"], minValue: 50_000, currency: "EUR", bidDays: 12.5 };
  expect(profileOf(fieldsOf(profile))).toEqual(profile);
});

test("lines are trimmed, empty and double ones fall away", () => {
  const fields = { ...fieldsOf(empty), places: " DE \n\nFR\nDE" };
  expect(profileOf(fields).places).toEqual(["DE", "FR"]);
});

test("amounts may be written with the usual separators", () => {
  expect(numberOf("1 400 000")).toBe(1_400_000);
  expect(numberOf("1,400,000.50")).toBe(1_400_000.5);
  expect(numberOf("many")).toBeNull();
  expect(numberOf(" ")).toBeNull();
});

test("what cannot be sent is said where it stands", () => {
  const fields = { ...fieldsOf(empty), minValue: "900", maxValue: "100", currency: "euros", bidDays: "soon" };
  expect(Object.keys(profileProblems(fields)).sort()).toEqual(["bidDays", "currency", "maxValue"]);
  expect(profileProblems({ ...fieldsOf(empty), maxValue: "100" })).toEqual({ currency: "Say in which currency." });
  expect(profileProblems(fieldsOf(empty))).toEqual({});
});
