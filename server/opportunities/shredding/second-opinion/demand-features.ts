import type { TenderRole } from "@/lib/vocabulary/opportunities";
import type { Unit } from "@/server/knowledge/units";
import type { Judgement, ListOpening } from "../judgement";
import type { Party } from "../parties";
import type { SectionSense } from "../sections";
import { stemsOf } from "../stems";

/** A sentence, list item or table row as the rules read it, without what they made of it in the end. */
export interface ReadUnit {
  text: string;
  kind: Unit["kind"];
  level: number | undefined;
  isHeader: boolean;
  hasMark: boolean;
  role: TenderRole;
  sense: SectionSense;
  /** Outermost first. */
  section: readonly string[];
  leadIn: string;
  /** The cells of the header above a table row. */
  header: readonly string[];
  isQuestionnaire: boolean;
  /** Asked by a bidder, of the buyer. */
  isAsked: boolean;
  /** Stands under what the buyer hopes to gain. */
  isHope: boolean;
  /** A table row of which it is known that it demands nothing. */
  isNoDemand: boolean;
  /** What the list does in which it stands. */
  opening: ListOpening | undefined;
  /** What the sentence alone says, out of its list or table. */
  own: Judgement | null;
  subject: Party;
  /** All its main clauses are the buyer's or others', or tell what we are given. */
  isTheirs: boolean;
  opensOrder: "sure" | "maybe" | "no";
  isSkill: boolean;
  namesParty: boolean;
}

const modals =
  "shall must will should may can cannot required require need expected responsible please prefer ensure ability"
    .split(" ")
    .concat("would like", "to be", "is to", "are to", "able to")
    .map((words): [string, RegExp] => [words, new RegExp(`\\b${words}\\b`, "i")]);

const looks: readonly (readonly [string, RegExp])[] = [
  ["question", /\?/],
  ["figure", /\d/],
  ["money", /\$/],
  ["address", /@/],
  ["link", /http|www/i],
  ["begins small", /^\p{Ll}/u],
  ["we", /\b(?:we|our|us)\b/i],
  ["you", /\b(?:you|your)\b/i],
  ["negated", /\b(?:not|no|never|without)\b/i],
];

/** Lengths in words above which a text counts as longer. */
const lengths = [1, 2, 3, 4, 6, 8, 12, 18, 26, 40, 70];
/** Long texts must not outweigh short ones by the number of their words. */
const usualWords = 16;
const mostCapitals = 0.6;

/** What it is learned from whether a unit is a requirement: form and place, what the rules see in the sentence and above it, and the words. */
export function demandFeatures(unit: ReadUnit): Map<string, number> {
  const features = new Map<string, number>([["always", 1]]);
  const add = (...names: (string | false | undefined)[]) => {
    for (const name of names) if (name) features.set(name, 1);
  };
  addForm(unit, add);
  addSigns(unit, add);
  const own = stemsOf(unit.text);
  const share = Math.min(1, Math.sqrt(usualWords / Math.max(1, own.length)));
  for (const stem of own) features.set(`own:${stem}`, share);
  add(own[0] && `first:${own[0]}`, own[1] && `first two:${own[0]} ${own[1]}`);
  for (const stem of stemsOf(unit.section.at(-1) ?? "")) features.set(`heading:${stem}`, 1);
  for (const stem of stemsOf(unit.section.slice(-3, -1).join(" "))) features.set(`above:${stem}`, 0.5);
  for (const stem of stemsOf(unit.leadIn)) features.set(`lead-in:${stem}`, 0.6);
  for (const stem of stemsOf(unit.header.join(" "))) features.set(`header:${stem}`, 0.7);
  return features;
}

/** Features that say words of a text; the others are few and always known. */
export const isWordFeature = (name: string): boolean =>
  /^(?:own|first|first two|heading|above|lead-in|header):/.test(name);

type Add = (...names: (string | false | undefined)[]) => void;

function addForm(unit: ReadUnit, add: Add): void {
  const { text, kind, role } = unit;
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter));
  const words = text.match(/[a-z0-9]+/gi)?.length ?? 0;
  add(
    `form:${kind}`,
    `role:${role}`,
    `form and role:${kind} ${role}`,
    `longer than:${lengths.findLast((length) => words > length) ?? 0}`,
    `ends:${/[.:;?!,)]$/.exec(text)?.[0] ?? "without a mark"}`,
    capitals.length > letters.length * mostCapitals && "in capitals",
    unit.level !== undefined && `level:${Math.min(3, unit.level)}`,
    unit.hasMark && "has a mark",
    unit.isHeader && "is a header",
    unit.isAsked && "is asked",
    unit.isQuestionnaire && "in a questionnaire",
    unit.sense.isAboutBidding && `about bidding:${kind}`,
  );
  for (const [name, value] of Object.entries(unit.sense)) if (value) add(`section:${name}`);
  for (const [name, look] of looks) if (look.test(text)) add(name);
}

function addSigns({ text, kind, role, own, opening, ...unit }: ReadUnit, add: Add): void {
  for (const [name, modal] of modals) if (modal.test(text)) add(`says:${name}`);
  const effect = opening?.effect ?? (unit.leadIn ? "lead-in" : "none");
  add(
    `subject:${unit.subject}`,
    `order:${unit.opensOrder}`,
    unit.isSkill && "skill",
    unit.namesParty && "names a party",
    `list:${effect}`,
    opening?.effect === "duties" && `list of:${withoutQuotes(opening.reason)}`,
    opening?.isMandatory === false && "list of wishes",
  );
  if (own)
    add(
      "asks by itself",
      `asks:${withoutQuotes(own.reason)}`,
      `sign:${own.sign ?? "none"}`,
      !own.isMandatory && "wishes by itself",
      `asks in:${role}`,
      `asks as:${kind}`,
    );
  else add(`asks nothing:${kind} ${effect}`);
}

/** Reasons name words of the text: of each, what all have in common. */
const withoutQuotes = (reason: string): string => reason.replace(/[“"].*/, "").trim();
