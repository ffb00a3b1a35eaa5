import type { ObligedParty } from "@/lib/vocabulary/opportunities";
import type { Grammar, Judgement, ListOpening, Setting } from "./judgement";
import { isOurs, type Party } from "./parties";

interface PartyWords {
  party: Party;
  /** The party as a subject: with the article and without a preposition of an object. */
  subject: RegExp;
}

/**
 * A language told by words instead of clauses: who stands as a subject nearest to a word of duty. Coarser than the English rules, and
 * enough for languages whose articles and prepositions mark the subject.
 */
export interface LanguageWords {
  parties: PartyWords[];
  /** A duty, prohibition or need; the first group that matches nothing of ours still binds a thing. */
  must: RegExp;
  may: RegExp;
  /** A plain verb after our own name: in specifications the indicative binds. */
  indicative: RegExp;
  /** The same with something before our name: "Pendant ce délai le titulaire assure", "Bei Störungen stellt der Auftragnehmer". */
  indicativeInside: RegExp;
  /** How a specification says what is to be so of a thing: "les données sont archivées". */
  state: RegExp;
  /** Done by our side: "est indiqué par le soumissionnaire". */
  byUs: RegExp;
  /** What happens to our side or is ours to enjoy. */
  received: RegExp;
  relieved: RegExp;
  exclusion: RegExp;
  exclusionSubject: RegExp;
  order: RegExp;
  byBuyer: RegExp;
  definition: RegExp;
  /** Passives and acts that are the buyer's whoever is named. */
  buyersAct: RegExp;
  /** What the sentence must speak of for a thing to be a matter of the bid. */
  bidMatter: RegExp;
  closedList: RegExp;
  listHead: RegExp;
  wishedList: RegExp;
  /** Completes a lead-in that ends in its modal. */
  completion: string;
  skill: RegExp;
  words: Record<"duty" | "leave" | "excludes" | "order", string>;
}

export function createWordGrammar(words: LanguageWords): Grammar {
  const judge = (sentence: string, setting: Setting) => judgeByWords(words, plain(sentence), setting);
  return {
    judgeSentence: judge,
    judgeOpening: (sentence, setting) => judgeOpening(words, plain(sentence), setting, judge),
    isSkill: (text) => words.skill.test(plain(text)),
    // Infinitives are nouns as often; a list's form tells nothing here.
    opensOrder: () => "no",
    bearerOf: (_, setting) => (setting.isAboutBidding ? "bidder" : "contractor"),
    namesParty(text) {
      const party = subjectNear(words, plain(text), plain(text).length)?.party ?? "none";
      return isOurs(party) && party !== "people" && party !== "bid";
    },
    isTheirs: () => false,
    subjectOf: (text) => subjectNear(words, plain(text), plain(text).length)?.party ?? "none",
  };
}

function judgeByWords(words: LanguageWords, text: string, setting: Setting): Judgement | null {
  if (text.length < 8 || words.definition.test(text)) return null;
  if (words.exclusion.test(text) && words.exclusionSubject.test(text))
    return { isMandatory: true, obliged: "bidder", reason: words.words.excludes, sign: "exclusion" };
  if (words.order.test(text)) return { isMandatory: true, obliged: "bidder", reason: words.words.order, sign: "order" };
  const must = words.must.exec(text);
  const may = words.may.exec(text);
  const subject = subjectNear(words, text, must?.index ?? may?.index ?? 0);
  const party = subject?.party ?? "none";
  const isOwn = isOurs(party) && party !== "bid";
  if (party === "buyer" || party === "third") return null;
  if (words.relieved.test(text)) return null;
  if (must) {
    if (isOwn ? words.received.test(text) : words.buyersAct.test(text) || words.byBuyer.test(text)) return null;
    // Only a party binds itself: one that is none of ours is somebody else.
    const bindsItself = /engage|verpflichtet|compromete|obligan?$/i.test(must[0]);
    if (!isOwn && (setting.isBackground || bindsItself)) return null;
    return {
      isMandatory: true,
      obliged: obliged(party, setting, words, text),
      reason: words.words.duty,
      sign: isOwn ? "binding" : "thing",
    };
  }
  if (may && !words.received.test(text) && !words.buyersAct.test(text)) {
    const isWish =
      /soll|wünsch|empfohlen|devrai|recommand|souhait|conseill|debería|recomiend|aconsej|deseab|valorará|agradecerá/i.test(
        may[0],
      );
    if (isOwn || ((party === "bid" || isWish) && !setting.isBackground))
      return { isMandatory: false, obliged: obliged(party, setting, words, text), reason: words.words.leave };
    return null;
  }
  if (words.received.test(text)) return null;
  const acts = (subject?.at === 0 && words.indicative.test(text)) || words.indicativeInside.test(text);
  if (isOwn && acts)
    return { isMandatory: true, obliged: obliged(party, setting, words, text), reason: words.words.duty };
  if (setting.isBackground || words.buyersAct.test(text) || words.byBuyer.test(text)) return null;
  if (words.byUs.test(text) || (!setting.isAboutBidding && words.state.test(text)))
    return {
      isMandatory: true,
      obliged: obliged(party, setting, words, text),
      reason: words.words.duty,
      sign: "thing",
    };
  return null;
}

/** The nearest subject before a place, else the nearest behind it. */
function subjectNear(words: LanguageWords, text: string, at: number): { party: Party; at: number } | null {
  let best: { party: Party; at: number; distance: number } | null = null;
  const found: Party[] = [];
  for (const { party, subject } of words.parties) {
    for (const match of text.matchAll(subject)) {
      found.push(party);
      const distance = match.index <= at ? at - match.index : 60 + (match.index - at);
      if (!best || distance < best.distance) best = { party, at: match.index, distance };
    }
  }
  if (!best) return null;
  // Two subjects that act together: a duty that is shared with the buyer is ours too.
  const isShared =
    found.includes("buyer") &&
    /\b(?:und|sowie|et|y)\b/.test(text) &&
    found.some((one) => one === "contractor" || one === "bidder");
  const together =
    isShared &&
    /\b(?:auftraggeber\w*|acheteur|adjudicateur|ayuntamiento|adjudicador)\b\s+(?:und|et|y)\s|\s(?:und|et|y)\s+(?:der |die |l['’]|le |el )?(?:auftraggeber|acheteur|pouvoir|ayuntamiento|poder adjudicador)/i.test(
      text,
    );
  return together ? { party: "both", at: best.at } : best;
}

function judgeOpening(
  words: LanguageWords,
  text: string,
  setting: Setting,
  judge: (sentence: string, setting: Setting) => Judgement | null,
): ListOpening {
  const open: ListOpening = {
    effect: "open",
    isMandatory: true,
    obliged: obliged("none", setting, words, text),
    isOwn: true,
    reason: "",
  };
  if (!/:\s*$/.test(text)) return open;
  if (words.closedList.test(text)) return { ...open, effect: "closed" };
  const whole = text.replace(/\s*:\s*$/, "");
  const own = judge(`${whole}.`, setting) ?? judge(`${whole} ${words.completion}.`, setting);
  if (own)
    return {
      effect: "duties",
      isMandatory: own.isMandatory,
      obliged: own.obliged,
      isOwn: false,
      reason: `item under "${own.reason}"`,
    };
  const subject = subjectNear(words, text, text.length)?.party;
  if (subject === "buyer") return { ...open, effect: "closed", isOwn: false };
  if (words.wishedList.test(text))
    return { ...open, effect: "duties", isMandatory: false, isOwn: false, reason: "item of a list of wishes" };
  if (words.listHead.test(text))
    return { ...open, effect: "duties", isOwn: false, reason: "item of a list of requirements" };
  return open;
}

function obliged(party: Party, setting: Setting, words: LanguageWords, text: string): ObligedParty {
  if (party === "bidder" || party === "bid" || setting.isBidSection) return "bidder";
  if (party === "contractor" || party === "people" || party === "both") return "contractor";
  return words.bidMatter.test(text) ? "bidder" : "contractor";
}

function plain(sentence: string): string {
  return sentence
    .replace(/\s+/g, " ")
    .trim()
    .replace(
      /^(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,5}|[a-z]|[ivx]{1,5})[.)]\s+|\d{1,3}(?:\.\d{1,3}){1,5}\s+|[-–—•*]\s+)+/,
      "",
    );
}
