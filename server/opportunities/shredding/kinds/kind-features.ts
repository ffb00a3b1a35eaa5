import type { RequirementKind } from "@/lib/vocabulary/opportunities";
import { stemsOf } from "../stems";
import type { KindQuestion, Tally } from "./tally-signs";

/** The tally is spread about as wide as the words. */
const TALLY_UNIT = 5;

const forms = [
  "isAboutBidding",
  "isStandardRow",
  "isDeliverableRow",
  "isStory",
  "isSkill",
  "isAboutThing",
  "isRepresentation",
  "excludes",
] as const satisfies readonly (keyof KindQuestion)[];

/** What a kind is learned from: the words and where they stand, the form, and what the signs say. Values lie between -1 and about 3. */
export function kindFeatures(question: KindQuestion, tally: Tally, bySigns: RequirementKind): Map<string, number> {
  const { quote, leadIn, section, obliged } = question;
  const features = new Map<string, number>([
    ["always", 1],
    [`signs say:${bySigns}`, 1],
    [`obliged:${obliged}`, 1],
  ]);
  for (const [kind, score] of tally.entries()) features.set(`signs:${kind}`, Math.max(-1, score / TALLY_UNIT));
  for (const form of forms) if (question[form]) features.set(`form:${form}`, 1);
  const own = stemsOf(quote);
  for (const stem of own) features.set(`own:${stem}`, 1);
  if (own[0]) features.set(`first:${own[0]}`, 1);
  for (const stem of stemsOf(section.at(-1) ?? "")) features.set(`heading:${stem}`, 1);
  for (const stem of stemsOf(section.slice(-3, -1).join(" "))) features.set(`above:${stem}`, 0.5);
  for (const stem of stemsOf(leadIn)) features.set(`lead-in:${stem}`, 0.6);
  return features;
}

/** Features that say words of a text; the others are few and always known. */
export const isWordFeature = (name: string): boolean => /^(?:own|first|heading|above|lead-in):/.test(name);
