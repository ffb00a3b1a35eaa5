import { bidding } from "./bidding";
import { contract } from "./contract";
import { eligibility } from "./eligibility";
import { evaluation } from "./evaluation";
import { everydayOffers } from "./everyday-offers";
import { everydayWork } from "./everyday-work";
import { general } from "./general";
import { goods } from "./goods";
import { money } from "./money";
import { operations } from "./operations";
import { quality } from "./quality";
import { questions } from "./questions";
import { security } from "./security";
import { society } from "./society";
import { software } from "./software";
import { staff } from "./staff";
import { time } from "./time";

/** How people say it, and how tender documents say it. */
export interface LexiconGroup {
  everyday: string[];
  terms: string[];
}

const subjects = [
  bidding,
  eligibility,
  evaluation,
  contract,
  money,
  time,
  staff,
  software,
  operations,
  security,
  quality,
  questions,
  society,
  goods,
  general,
  everydayOffers,
  everydayWork,
];

/**
 * Everyday words to the terms of procurement, written by hand from general knowledge of tenders in the US, the UK and the EU; no names
 * of agencies or of documents. One group a line, "everyday, everyday > term, term".
 */
export const lexiconGroups: readonly LexiconGroup[] = subjects
  .flatMap((subject) => subject.split("\n"))
  .filter((line) => line.includes(">"))
  .map((line) => {
    const [everyday = "", terms = ""] = line.split(">");
    return { everyday: splitList(everyday), terms: splitList(terms) };
  });

function splitList(list: string): string[] {
  return list
    .split(",")
    .map((phrase) => phrase.trim())
    .filter(Boolean);
}
