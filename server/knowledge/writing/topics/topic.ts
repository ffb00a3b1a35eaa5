/**
 * A matter that nearly every tender settles somewhere, and that people ask for in many words: when offers are due, who may bid, what is
 * weighed. Patterns of general procurement language in the US, the UK and the EU; no names of agencies, sites or documents.
 */
export interface Topic {
  name: string;
  /** How people ask for it, in lower case. */
  asks: RegExp;
  /** What the question then means is something else. */
  unless?: RegExp;
  /** What a passage that settles it holds, all of them. */
  says: RegExp[];
  /** Passages that only look like it. */
  saysNot?: RegExp;
  /** It says so outright, as the sentence that a reader looks for. */
  plainly?: RegExp;
  /** An entry that settles it where it stands under such a heading (\`under\`), in its own words. */
  listed?: RegExp;
  /** Headings of the sections where it is settled. */
  under?: RegExp;
  /** A paper that settles it must use one of these words; where none of them stands anywhere, the documents do not say. */
  named?: RegExp;
  /** Whoever settles it says it in one of few ways: where no passage does, the documents do not say. */
  isAlwaysSaid?: boolean;
}

/** What is handed in. */
export const offer =
  "(?:quot(?:e|es|ation|ations)|offers?|bids?|proposals?|tenders?|responses?|submissions?|submittals?|applications?)";
export const bidder =
  "(?:offerors?|bidders?|quoters?|vendors?|tenderers?|respondents?|suppliers?|contractors?|applicants?|proposers?|candidates?|firms?|compan(?:y|ies)|holders?)";
export const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
export const day = `(?:${month}\\.?\\s+\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)?\\.?\\s+(?:of\\s+)?${month}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|\\d{4}-\\d\\d-\\d\\d)`;
export const span =
  "(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|sixty|ninety)(?:\\s*\\(\\d+\\))?[\\s-]*(?:\\w+[\\s-]){0,2}?(?:days?|weeks?|months?|years?)";

export function words(pattern: string): RegExp {
  return new RegExp(pattern, "i");
}
