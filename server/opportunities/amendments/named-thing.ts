import { containment, type PreparedRequirement, prepareRequirement } from "./requirement-words";

/** How a requirement speaks of a thing: it is about that thing, or names it beside something else. */
export interface NamedRequirement {
  requirement: PreparedRequirement;
  isAboutIt: boolean;
}

/** A thing is meant by a requirement that holds this much of its name. */
const NAMED = 0.6;
/** A word in more requirements than this names no thing in particular. */
const MOST_NAMED = 15;

const empty =
  /^(?:the|an?|any|all|its?|their|your|and|or|of|for|to|in|on|with|this|that|these|those|yes|no|following|above|note|please|be|as|by|from|proponents?|bidders?|offerors?|vendors?|section|requirements?)$/;

/** Requirements that speak of a thing by its name, and the sentence right after one about it that goes on about it. */
export function requirementsNaming(
  thing: string,
  prepared: readonly PreparedRequirement[],
  weight: (word: string) => number,
): NamedRequirement[] {
  const name = prepareRequirement(
    { id: "", text: thing, section: [], kind: "technical", isMandatory: true },
    0,
  ).words.filter((word) => !empty.test(word));
  const counts = new Map(name.map((word) => [word, prepared.filter(({ words }) => words.includes(word)).length]));
  const known = name.filter((word) => (counts.get(word) ?? 0) > 0);
  const rarest = known.toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))[0];
  if (name.length < 2 || name.length > 8 || !rarest || (counts.get(rarest) ?? 0) > MOST_NAMED) return [];
  const found: NamedRequirement[] = [];
  for (const [index, requirement] of prepared.entries()) {
    const { words } = requirement;
    const isNamed = words.includes(rarest) && containment(name, words, weight) >= NAMED;
    const last = found.at(-1);
    if (isNamed) found.push({ requirement, isAboutIt: isAbout(requirement, name, weight) });
    else if (last?.isAboutIt && last.requirement === prepared[index - 1] && goesOn.test(requirement.requirement.text))
      found.push({ requirement, isAboutIt: true });
  }
  return found;
}

const goesOn = /^(?:the (?:structure|building|facility|system|item|unit|works?)|it|this|these|they)\b/i;

function isAbout(
  { requirement }: PreparedRequirement,
  name: readonly string[],
  weight: (word: string) => number,
): boolean {
  if (isHeadedBy(requirement.section.at(-1) ?? "", name, weight)) return true;
  const text = requirement.text.replace(/\s+/g, " ");
  if (isCalledShort(text, name, weight)) return true;
  const mention = findMention(text, name, weight);
  if (!mention) return false;
  const before = text.slice(0, mention.start).replace(/["“”„«»'‘’]/g, "");
  if (mention.words * 2 >= mention.of) return true;
  if (sharedAfter.test(text.slice(mention.end))) return false;
  return opening.test(before) || object.test(before);
}

/** "The sand shed is to be ...", of the "pickled sand storage building": the subject is called by the telling part of its name. */
function isCalledShort(text: string, name: readonly string[], weight: (word: string) => number): boolean {
  const subject =
    /^\W*(?:the|this|that)\s+(?<words>[^,;:()]{3,50}?)\s+(?:is|are|shall|must|will|should|may|has|have)\s/iu.exec(text)
      ?.groups?.words;
  const words = subject?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const most = Math.max(...name.map(weight));
  return words.length <= 4 && words.some((word) => name.includes(word) && weight(word) >= most * 0.75);
}

/** Under a heading that is the thing's name and little else, everything is about it. */
function isHeadedBy(heading: string, name: readonly string[], weight: (word: string) => number): boolean {
  const words = heading.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  return words.length > 0 && words.length <= name.length + 1 && containment(name, words, weight) >= NAMED;
}

/** The longest run of the name's words that stands together and is enough of the name to mean it. */
function findMention(text: string, name: readonly string[], weight: (word: string) => number) {
  const tokens = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  let best: { start: number; end: number; words: number; of: number } | null = null;
  for (let from = 0; from < tokens.length; from++) {
    let to = from;
    while (name.includes(tokens[to]?.[0].toLowerCase() ?? "")) to++;
    const run = tokens.slice(from, to);
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last || run.length <= (best?.words ?? 0)) continue;
    const own = run.map(([word]) => word.toLowerCase());
    if (containment(name, own, weight) < NAMED) continue;
    best = { start: first.index, end: last.index + last[0].length, words: run.length, of: tokens.length };
  }
  return best;
}

const preposition =
  "for|in|on|at|around|of|to|within|inside|outside|beside|near|under|over|regarding|concerning|about|from|by|with|without|between|through|during|after|before|and|or";
const determiner = "(?:the|an?|any|all|each|every|both|its|their|this|that|these|those)";
const described = String.raw`(?:${determiner}\s+)*(?:(?!(?:${preposition})\s)[\p{L}-]+\s+){0,2}`;
/** Nothing else before it: it is the subject, or what the sentence is said of ("In the hall, ..."). */
const opening = new RegExp(String.raw`^[^\p{L}(]*(?:(?:${preposition})\s+)?${described}\W*$`, "iu");
/** Right behind the verb of the duty, or behind an order. */
const object = new RegExp(
  String.raw`(?:^\W*|\b(?:shall|must|will|should|may|can|to|please)\s+(?:also\s+|\p{L}+ly\s+)?)\p{L}+(?:(?:,\s*\p{L}+)*,?\s+(?:and|or)\s+\p{L}+)?\s+${described}\W*$`,
  "iu",
);
/** Something else is demanded together with it. */
const sharedAfter = /^["“”»'’)\s]*(?:,\s*)?(?:and|or|as well as|\/)\s/i;
