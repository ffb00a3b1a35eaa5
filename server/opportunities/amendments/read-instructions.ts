import { splitSentences } from "@/server/knowledge/units";
import type { Place, TenderDocument } from "../tender-document";

/** What one sentence of an addendum does to the papers that it amends. */
export type Instruction = { place: Place; quote: string } & (
  | { does: "delete" | "replace"; section: string }
  | { does: "reword"; old: string; fresh: string; about: string }
  | { does: "take_out"; thing: string }
);

/** "3.2", "C.3.2(a)", "L-4": the number of a section, after a word that says so or a sign. */
const section = String.raw`(?:(?:sub-?)?sections?|(?:sub-?)?paragraphs?|clauses?|articles?|requirements?|items?|para\.?|sec\.?|§§?)\s*(?:nos?\.?\s*)?["“'(]?(?<section>(?:[A-Z]{1,3}[.-])?\d+(?:\.\d+)*(?:\s?\([a-z0-9]{1,4}\))*|[A-Z]\.\d+(?:\.\d+)*|\([a-z0-9]{1,4}\))`;
const passive = String.raw`(?:is|are|has been|have been|shall be|was|were|will be)\s+(?:hereby\s+)?`;
const gone = "(?:deleted|removed|withdrawn|struck(?: out)?|omitted|cancelled|rescinded)";
const renewed = "(?:replaced|substituted|amended|revised|changed|modified|restated|superseded)";
const quoted = (name: string) => String.raw`["“”„«'‘]\s?(?<${name}>[^"“”„«»]{2,400}?)\s?["“”»'’]`;

const replaceSection = new RegExp(
  String.raw`(?:${section}[^.;:]{0,80}?${passive}(?:${gone}(?:\s+in (?:its|their) entirety)?\s*,?\s+and\s+)?${renewed}(?![^.;:]{0,40}\bfrom\b)|\b(?:replace|revise|amend|restate|modify|substitute)s?\s+(?:the\s+)?(?:text (?:of|in)\s+|wording (?:of|in)\s+)?${section.replace("?<section>", "?<section2>")}(?![^.;:]{0,40}\bfrom\b))`,
  "i",
);
const deleteSection = new RegExp(
  String.raw`(?:${section}[^.;:]{0,80}?${passive}(?:${gone}|no longer (?:required|applicable|in effect))|\b(?:delete|remove|strike|omit)s?\s+(?:the\s+)?(?:whole\s+|entire\s+)?${section.replace("?<section>", "?<section2>")})`,
  "i",
);
const rewordQuoted = [
  new RegExp(
    String.raw`\b(?:change|revise|replace|amend|correct|delete|strike|substitute)s?\b[^"“„«]{0,60}${quoted("old")}\s*(?:,?\s*and\s+)?(?:(?:insert|replace|substitute|add)\w*\s*)?(?:it\s+)?(?:to read|to|with|by|in its place)?[^"“„«]{0,40}${quoted("fresh")}`,
    "i",
  ),
  new RegExp(
    String.raw`${quoted("old")}\s+${passive}(?:${gone}\s+and\s+)?${renewed}\s+(?:to read|to|with|by)[^"“„«]{0,30}${quoted("fresh")}`,
    "i",
  ),
];
const rewordPlain = new RegExp(
  String.raw`(?<about>[^.;:]{3,120}?)\s+${passive}(?:changed|revised|increased|reduced|decreased|amended|lowered|raised|corrected|modified|extended)\s+from\s+(?<old>[^.;]{1,80}?)\s+to\s+(?<fresh>[^;]{1,80}?)(?=[.;]?\s*$|[.;]\s)`,
  "i",
);
const takenOut = [
  new RegExp(
    String.raw`(?<thing>[^.;:,]{4,90}?)\s+${passive}(?:now\s+)?(?:removed|deleted|eliminated|withdrawn|excluded|taken out|dropped|cut)(?=\s+(?:from|of)\b|[.;,]|\s*$)`,
    "i",
  ),
  /(?<thing>[^.;:,]{4,90}?)\s+(?:is|are|will be)\s+(?:no longer|not)\s+(?:part of (?:the|this)|in (?:the )?scope|within (?:the )?scope|included in (?:the|this) (?:scope|project|contract|work)|needed|wanted|required any ?more|being (?:built|procured|constructed))/i,
  /(?<thing>[^.;:,]{4,90}?)\s+(?:is|are)\s+no longer\s+(?:required|necessary|requested)/i,
  /\b(?:(?:should|shall|must|do|need|may|will) not|are not to|no longer)\s+(?:include|propose|price|provide for|bid on|quote)\s+(?<thing>[^.;:,]{4,90}?)\s+(?:in|within|as part of)\s+(?:your|their|the|its|any)\s+(?:bids?|proposals?|tenders?|offers?|quotes?|quotations?|submissions?|responses?|base bids?)\b/i,
];

/** What an addendum, or an answer to bidders, says of the papers before it; sentence by sentence, in its order. */
export function readInstructions(document: TenderDocument): Instruction[] {
  return document.blocks.flatMap((block) =>
    block.kind === "code"
      ? []
      : splitSentences(document.text, block.start, block.end).flatMap(({ start, end }): Instruction[] => {
          const quote = document.text.slice(start, end);
          const read = readSentence(quote.replace(/\s+/g, " "));
          if (!read || /\?\s*$/.test(quote)) return [];
          const place: Place = {
            document: document.id,
            start,
            end,
            ...(block.page === undefined ? {} : { page: block.page }),
          };
          return [{ place, quote, ...read } as Instruction];
        }),
  );
}

type Read =
  | { does: "delete" | "replace"; section: string }
  | { does: "reword"; old: string; fresh: string; about: string }
  | { does: "take_out"; thing: string };

function readSentence(sentence: string): Read | null {
  for (const pattern of rewordQuoted) {
    const { old, fresh } = pattern.exec(sentence)?.groups ?? {};
    if (old && fresh) return { does: "reword", old, fresh, about: "" };
  }
  const plain = rewordPlain.exec(sentence)?.groups;
  if (plain?.old && plain.fresh)
    return { does: "reword", old: plain.old, fresh: plain.fresh, about: plain.about ?? "" };
  for (const [does, pattern] of [
    ["replace", replaceSection],
    ["delete", deleteSection],
  ] as const) {
    const found = pattern.exec(sentence)?.groups;
    const named = found?.section ?? found?.section2;
    if (named) return { does, section: named.replace(/\s+/g, "") };
  }
  for (const pattern of takenOut) {
    const thing = pattern.exec(sentence)?.groups?.thing;
    if (thing) return { does: "take_out", thing };
  }
  return null;
}
