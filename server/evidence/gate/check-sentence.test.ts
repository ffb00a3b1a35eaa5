import { describe, expect, it } from "vitest";
import { quoteHash } from "../quote-hash";
import { checkSentence } from "./check-sentence";

function check(sentence: string, ...quotes: string[]) {
  return checkSentence(
    sentence,
    quotes.map((quote) => ({
      quote,
      renditionText: `Before. ${quote} After.`,
      start: 8,
      end: 8 + quote.length,
      quoteHash: quoteHash(quote),
    })),
  );
}

const pages =
  "Your technical quotation shall not exceed a total of 7 pages, excluding the cover letter and a table of contents.";
const valid = "Quotation must be valid for at least 60 calendar days after quotation response date.";
const travel = "No travel is anticipated or will be required as part of this task order.";
const slides = "Quoters shall not bring or present slides, graphs, charts or any other written presentation materials.";
const due = "Offers are due by March 15, 2026, at 3:00 PM EST.";
const money = "The ceiling is $1,500,000 for the base year and $250,000 for each option year.";
const hosting =
  "ACF, not the contractor, will be responsible for hosting the deployed system and obtaining any necessary Authority to Operate (ATO).";
const release = "This release of claims is due within fifteen (15) calendar days of final payment.";
const coverage = "Minimum of 90% test coverage and Code Climate GPA of 3.0";
const scans =
  "The contractor will also be expected to scan cloud.gov platform components monthly using OWASP ZAP and Nessus (provided by cloud.gov).";
const subcontract =
  "The contractor shall not subcontract any work without written approval of the Contracting Officer.";
const late = "Late quotations will not be considered unless the delay was caused by the Government.";
const phases = "Only the six (6) highest rated offerors will advance to Phase 3. Phase 2 lasts two weeks.";
const pays = "Acme pays Globex for the servers.";
const both = "The technical part may have 7 pages and the price part may have 5 pages.";
const german = "Angebote müssen bis zum 15. März 2026 um 12:00 Uhr vorliegen. Nebenangebote sind nicht zugelassen.";
const team = "José Müller of Acme-Data will lead the project together with the U.S. Department of Energy.";

describe("passes what the quotes say", () => {
  it.each([
    [pages, pages],
    ["The technical quotation may have at most 7 pages.", pages],
    ["The technical quotation must not exceed seven pages.", pages],
    ["Quotations must stay valid for at least sixty calendar days.", valid],
    ["Quotations stay valid for a minimum of 60 days.", valid],
    ["No travel will be required.", travel],
    ["Travel is not anticipated.", travel],
    ["Quoters may not present slides.", slides],
    ["Slides are prohibited: quoters cannot bring them.", slides],
    ["Offers are due on 15 March 2026 at 15:00 EST.", due],
    ["Offers are due by 2026-03-15.", due],
    ["Offers are due in March 2026.", due],
    ["The due date is Mar. 15, 2026, 3 p.m. EST.", due],
    ["The ceiling is $1.5 million for the base year.", money],
    ["Each option year has $250k.", money],
    ["The base year is limited to 1,500,000 dollars.", money],
    ["ACF will be responsible for hosting, not the contractor.", hosting],
    ["The release of claims is due within 15 calendar days of final payment.", release],
    ["It is due within fifteen days of final payment.", release],
    ["Test coverage must be at least 90 percent.", coverage],
    ["Components are scanned monthly with OWASP ZAP and Nessus.", scans],
    [
      "Subcontracting is not allowed without approval of the Contracting Officer; the contractor shall not subcontract work otherwise.",
      subcontract,
    ],
    ["Late quotations will not be considered, unless the Government caused the delay.", late],
    ["The 6 highest rated offerors advance to Phase 3.", phases],
    ["Phase 2 lasts 2 weeks.", phases],
    ["Globex is paid by Acme for the servers.", pays],
    ["Acme Servers: Acme pays Globex for the servers.", `Acme Servers\n\n${pays}`],
    ["Globex: Acme pays Globex for the servers.", `Globex\n\n${pays}`],
    ["Angebote müssen bis zum 15.03.2026 um 12 Uhr vorliegen.", german],
    ["Nebenangebote sind nicht zugelassen.", german],
    ["Jose Muller of Acme Data will lead the project.", team],
    ["Bidders may submit a technical quotation of up to 7 pages.", pages],
  ])("%s", (sentence, quote) => {
    expect(check(sentence, quote)).toEqual({ ok: true });
  });

  it("takes each claim from any of several quotes", () => {
    expect(check("At most 7 pages are allowed, and offers are due on March 15, 2026.", pages, due)).toEqual({
      ok: true,
    });
  });
});

describe("refuses what the quotes do not say", () => {
  it.each([
    ["altered number", "Your technical quotation shall not exceed a total of 8 pages.", pages],
    ["altered number word", "The technical quotation may have at most nine pages.", pages],
    ["added number", "Your technical quotation shall not exceed 7 pages in 12 point type.", pages],
    ["other unit", "Quotation must be valid for at least 60 weeks.", valid],
    ["other kind of day", "Quotation must be valid for at least 60 business days.", valid],
    ["limit turned round", "Quotation must be valid for at most 60 calendar days.", valid],
    [
      "limit invented",
      "Offers of at least $1,500,000 are wanted for the base year.",
      "The estimate is $1,500,000 for the base year.",
    ],
    ["limit denied no more", "Your technical quotation shall exceed a total of 7 pages.", pages],
    ["dropped no", "Travel is anticipated.", travel],
    ["dropped no, later verb", "Travel will be required as part of this task order.", travel],
    ["dropped not", "Quoters shall bring slides.", slides],
    ["dropped not, other verb", "Quoters may present slides and charts.", slides],
    ["added not", "Offers are not due by March 15, 2026.", due],
    ["added never", "Components are never scanned with Nessus.", scans],
    ["negation moved", "The contractor, not ACF, will be responsible for hosting the deployed system.", hosting],
    ["dropped not in apposition", "The contractor will be responsible for hosting the deployed system.", hosting],
    ["dropped without", "The contractor shall subcontract any work.", subcontract],
    ["dropped unless", "Late quotations will not be considered.", late],
    ["unless turned into if", "Late quotations will be considered if the delay was caused by the Government.", late],
    ["added except", "Offers are due by March 15, 2026, except for large firms.", due],
    ["added without", "Components are scanned monthly without Nessus.", scans],
    ["other day", "Offers are due on 16 March 2026.", due],
    ["other month", "Offers are due on 15 April 2026.", due],
    ["other year", "Offers are due by March 15, 2027.", due],
    ["more date than the quote", "Offers are due by March 15, 2026.", "Offers are due by March 15."],
    ["other time", "Offers are due by March 15, 2026, at 5:00 PM EST.", due],
    ["morning for afternoon", "Offers are due by March 15, 2026, at 3:00 AM EST.", due],
    ["other zone", "Offers are due by March 15, 2026, at 3:00 PM PST.", due],
    ["other amount", "The ceiling is $1.4 million for the base year.", money],
    ["other scale", "The ceiling is $1.5 billion for the base year.", money],
    ["other currency", "The ceiling is €1,500,000 for the base year.", money],
    ["amount taken for percent", "Coverage of 90 dollars is needed.", coverage],
    ["other percentage", "Test coverage must be at least 95%.", coverage],
    ["percentage for a number", "Code Climate GPA of 3.0% is needed.", coverage],
    ["altered decimal", "Minimum of 90% test coverage and Code Climate GPA of 3.5", coverage],
    ["swapped name", "The contractor scans platform components monthly using OWASP ZAP and Qualys.", scans],
    ["swapped acronym", "GSA will be responsible for hosting the deployed system, not the contractor.", hosting],
    ["name as first word", "Globex will lead the project.", team],
    ["two-word name as opener", "Maria Jones of Acme-Data will lead the project.", team],
    ["added agency", "Offers are due by March 15, 2026, to the Ministry.", due],
    ["names changed places", "Globex pays Acme for the servers.", pays],
    ["names changed places under a heading", "Acme: Globex pays Acme for the servers.", `Acme\n\n${pays}`],
    ["numbers changed places", "The technical part may have 5 pages and the price part may have 7 pages.", both],
    ["other phase", "Only the six highest rated offerors will advance to Phase 4.", phases],
    ["number of another thing", "Only the six highest rated offerors will advance to Phase 6.", phases],
    ["other duration", "Phase 2 lasts three weeks.", phases],
    ["ordinal invented", "It is due within 15 days of the third payment.", release],
    ["German negation dropped", "Nebenangebote sind zugelassen.", german],
    ["German date", "Angebote müssen bis zum 15. Mai 2026 vorliegen.", german],
    ["version", "CKAN version 2.9 is needed.", "The platform is built on CKAN version 2.8 (or higher)."],
    ["clock without date", "Offers close at noon.", due],
    ["an address", "Offers are due at https://offers.example/.", due],
    ["a host", "Offers are due at offers.example.com.", due],
    ["a mailbox", "Offers are due at bids@buyer.example.", due],
    ["a key", "The key for offers is sk-live-secret.", due],
    ["a picture", "Offers are due. ![](x)", due],
    ["an element", "Offers are <b>due</b>.", due],
  ])("%s: %s", (_, sentence, quote) => {
    expect(check(sentence, quote).ok).toBe(false);
  });

  it("a fragment that lost its negation, although it is literally in the quote", () => {
    expect(check("bring or present slides, graphs, charts", slides).ok).toBe(false);
  });
});

describe("what is no word", () => {
  const portal =
    "Send offers to bids@buyer.example or through https://portal.example/rfq?id=7; the process is end to end.";
  it("passes where a quote holds it, and as a compound of words that stand there", () => {
    expect(check("Offers go to bids@buyer.example.", portal)).toEqual({ ok: true });
    expect(check("Offers go through https://portal.example/rfq?id=7.", portal)).toEqual({ ok: true });
    expect(check("The end-to-end process is for offers.", portal)).toEqual({ ok: true });
  });
  it("is refused when it only begins as one that stands there", () => {
    expect(check("Offers go through https://portal.example/rfq?id=7&to=me.", portal).ok).toBe(false);
  });
});

describe("refuses false citations", () => {
  const text = "Offers are due on Friday. Late offers are refused.";
  const quote = "Late offers are refused.";
  const start = text.indexOf(quote);
  const at = (change: Partial<Parameters<typeof checkSentence>[1][number]>) =>
    checkSentence(quote, [{ quote, renditionText: text, start, end: start + quote.length, ...change }]);

  it("lets the true one pass", () => {
    expect(at({ quoteHash: quoteHash(quote) })).toEqual({ ok: true });
  });
  it.each([
    ["words that stand elsewhere in the text", { start: 0, end: quote.length }],
    ["one character off", { start: start + 1, end: start + quote.length + 1 }],
    ["another revision of the text", { renditionText: text.replace("refused", "accepted") }],
    ["a place beyond the end", { start: start + 900, end: start + 900 + quote.length }],
    ["a negative place", { start: -5, end: 20 }],
    ["a place that is no number", { start: Number.NaN }],
    ["a quote that was changed", { quote: "Late offers are accepted." }],
    ["a hash of something else", { quoteHash: quoteHash("Late offers are accepted.") }],
    ["an empty quote", { quote: "", end: start }],
  ])("%s", (_, change) => {
    expect(at(change).ok).toBe(false);
  });
  it("a place counted from the end, although the words stand there", () => {
    expect(at({ start: start - text.length, end: text.length }).ok).toBe(false);
  });
  it("white space, although it stands there", () => {
    expect(checkSentence("all is well", [{ quote: " ", renditionText: text, start: 6, end: 7 }]).ok).toBe(false);
  });
  it("more than 60 words", () => {
    const long = `${"word ".repeat(61)}end`;
    expect(checkSentence("word", [{ quote: long, renditionText: long, start: 0, end: long.length }]).ok).toBe(false);
  });
  it("no citation at all, and an empty sentence", () => {
    expect(checkSentence("Offers are refused.", []).ok).toBe(false);
    expect(checkSentence("  ", [{ quote, renditionText: text, start, end: start + quote.length }]).ok).toBe(false);
  });
});
