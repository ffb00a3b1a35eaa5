import { expect, test } from "vitest";
import { kindFeatures } from "./kind-features";
import { type KindQuestion, kindBySigns, tallySigns } from "./tally-signs";

const question: KindQuestion = {
  quote: "Invoices for lamps are sent monthly.",
  leadIn: "The keeper shall see that:",
  section: ["Harbour", "Payment"],
  obliged: "contractor",
  isAboutBidding: false,
  isStandardRow: false,
  isDeliverableRow: false,
  isStory: false,
  isSkill: false,
  isAboutThing: true,
  isRepresentation: false,
  excludes: false,
};

test("words are stems that say where they stand, beside the form and what the signs say", () => {
  const tally = tallySigns(question);
  const features = kindFeatures(question, tally, kindBySigns(question, tally));
  expect([...features.keys()]).toEqual(
    expect.arrayContaining(["own:invoic", "first:invoic", "heading:paymen", "above:harbou", "lead-in:keeper"]),
  );
  expect(features.get("form:isAboutThing")).toBe(1);
  expect(features.has("form:isStory")).toBe(false);
  expect(features.get("signs say:pricing")).toBe(1);
  expect(features.get("signs:pricing")).toBeGreaterThan(0);
});
