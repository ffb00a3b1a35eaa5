import type { TenderRole } from "@/lib/vocabulary/opportunities";
import {
  backgroundHeadings,
  biddingHeadings,
  boilerplateHeadings,
  contentsHeadings,
  performanceHeadings,
  specificationHeadings,
} from "./english/words";
import { boilerplateSections, isBackgroundHeading, isBiddingHeading } from "./other-headings";

/** What a section is about, by its headings and the role of its document. */
export interface SectionSense {
  isBackground: boolean;
  isAboutBidding: boolean;
  /** A heading says so; not only the role of the document. */
  isBidSection: boolean;
  /** The document as a whole speaks to whoever bids. */
  isInvitation: boolean;
  isBoilerplate: boolean;
  isSpecification: boolean;
}

const isWork = /\b(?:scope|requirements?|deliverables?|tasks|specifications?|services|responsibilities|obligations)\b/i;

/** Titles of whole documents tell nothing of a section. */
const titles = /\b(?:request for|invitation to|solicitation)\b/i;

/** "Changes to the tender documents" tells what was changed, not how to bid. */
const papersOfTender = /\b(?:tender|bid(?:ding)?|rf[pq]|proposal|solicitation) documents?\b/gi;

/** Words that say nothing beside one of bidding: "Submittal requirements". */
const general = /\b(?:requirements?|performance|terms|contract|quality|objectives|access)\b/gi;

/** The nearest heading that tells decides; roles of documents fill the gaps. */
export function senseOfSection(headings: readonly string[], role: TenderRole): SectionSense {
  const own = headings.toReversed();
  const isBoilerplate =
    contentsHeadings.test(own[0]?.trim() ?? "") ||
    own.some((heading) => boilerplateHeadings.test(heading.trim()) || boilerplateSections.test(heading.trim()));
  let isAboutBidding: boolean | undefined;
  for (const heading of own) {
    if (titles.test(heading)) continue;
    const words = heading.replace(papersOfTender, " ");
    const bids = biddingHeadings.test(words) || isBiddingHeading(words);
    const performs = performanceHeadings.test(bids ? heading.replace(general, "") : heading);
    if (bids === performs) continue;
    isAboutBidding = bids;
    break;
  }
  const isBidSection = isAboutBidding === true;
  isAboutBidding ??=
    role === "instructions" ||
    role === "evaluation" ||
    role === "notice" ||
    role === "pricing" ||
    (role === "form" && own.length === 0);
  // "Project background" may head the scope of work as well: the nearer heading counts.
  const around = isWork.test(own[0] ?? "") && !backgroundHeadings.test(own[0] ?? "") ? [] : own.slice(0, 2);
  const isBackground = around.some(
    (heading) =>
      (backgroundHeadings.test(heading) && !/\binstructions?\b/i.test(heading)) || isBackgroundHeading(heading),
  );
  const isSpecification = !isBackground && !isAboutBidding && specificationHeadings.test(own[0] ?? "");
  const isInvitation = role === "instructions" || role === "evaluation" || role === "notice" || role === "form";
  return { isInvitation, isBackground, isAboutBidding, isBidSection, isBoilerplate, isSpecification };
}
