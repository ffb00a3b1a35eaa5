import { expect, test } from "vitest";
import { longRuns, oddTexts } from "@/e2e/fixtures/odd-texts";
import { canonicalUrl } from "@/lib/canonical-url";
import { csvLine } from "@/lib/csv-line";
import { canonicalEmail } from "@/lib/email";
import { foldText } from "@/lib/fold-text";
import { returnPath } from "@/lib/return-path";
import { safeHref } from "@/lib/safe-href";
import { readPage } from "@/server/crawling/extraction";
import { parseFeed } from "@/server/crawling/feeds/parse-feed";
import { readDate } from "@/server/crawling/feeds/read-date";
import { readJsonPath } from "@/server/crawling/listings/read-json-path";
import { parseXPath } from "@/server/crawling/listings/xpath/parse-xpath";
import { parseRobots } from "@/server/crawling/robots/parse-robots";
import { parseSitemap } from "@/server/crawling/sitemaps/parse-sitemap";
import { parseSourceList } from "@/server/crawling/source-lists";
import { checkSentence } from "@/server/evidence";
import { diffWords } from "@/server/evidence/changes/diff-words";
import { readPrices } from "@/server/evidence/changes/read-prices";
import { detectLanguage } from "@/server/knowledge/retrieval/language";
import { parseQuery } from "@/server/knowledge/retrieval/query";
import { tokenize } from "@/server/knowledge/retrieval/tokens";
import { splitSentences } from "@/server/knowledge/units/split-sentences";
import { answerFromUnits } from "@/server/knowledge/writing/answer-from-units";
import { composeExtractive } from "@/server/knowledge/writing/compose-extractive";
import { splitQuestion } from "@/server/knowledge/writing/split-question";
import { aDocument } from "@/server/knowledge/writing/testing/a-document";
import { understandQuestion } from "@/server/knowledge/writing/understand-question";
import { aTenderDocument } from "@/server/opportunities/fields/a-tender-document";
import { readFields } from "@/server/opportunities/fields/read-fields";
import { readStatedDate } from "@/server/opportunities/fields/read-stated-date";
import { foldText as foldTitle } from "@/server/opportunities/matching/title-words";
import { patterns as valuePatterns } from "@/server/opportunities/notices/eforms/eforms-rules";
import { readTextNotice } from "@/server/opportunities/notices/pages/read-text-notice";
import { readNoticeFile } from "@/server/opportunities/notices/read-notice-file";
import { extractRequirements } from "@/server/opportunities/shredding/extract-requirements";
import { AppError } from "@/server/platform/errors";
import { slugOf } from "@/server/workspaces/slug";

const readAt = new Date("2026-11-20T10:00:00Z");
const url = "https://portal.example.com/";
const span = (text: string) => [{ quote: text, start: 0, end: text.length, renditionText: text }];

/** What reads words that a person typed, a page shows or a file holds, by what it reads them for. */
const readers: Record<string, (text: string) => unknown> = {
  "an address": (text) => [
    safeHref(text),
    returnPath(text),
    canonicalUrl(text),
    canonicalUrl(text, url),
    canonicalEmail(text),
  ],
  "a name": (text) => [foldText(text), foldTitle(text), slugOf(text), csvLine([text])],
  "a question": (text) => [understandQuestion(text, "en"), splitQuestion(text)],
  "an answer": (text) => {
    const paper = aDocument("a.pdf", [
      ["heading", text.slice(0, 200), { level: 1 }],
      ["paragraph", text],
      ["list_item", text, { level: 0, marker: "-" }],
      ["table_row", `${text} | ${text}`, { table: 0, isHeader: false }],
    ]);
    return composeExtractive(answerFromUnits({ question: "When are the bids due?", documents: [paper] }), [paper]);
  },
  "a search": (text) => [parseQuery(text, ["en", "de", "fr"]), detectLanguage(text), tokenize(text, "de")],
  sentences: (text) => splitSentences(text),
  "a quote": (text) => [checkSentence(text, span(`It is due. ${text}`)), checkSentence("It is due.", span(text))],
  "a page": (text) => readPage(`<title>${text}</title><main><p>${text}</p><ul><li>${text}</ul>`, url),
  markup: (text) => readPage(text, url),
  "a feed": (text) =>
    parseFeed(`<rss><channel><item><title>${text}</title><pubDate>${text}</pubDate></item></channel></rss>`, { url }),
  "a feed's date": (text) => readDate(text),
  "a sitemap": (text) => parseSitemap(`<urlset><url><loc>${text}</loc></url></urlset>`, url),
  robots: (text) =>
    parseRobots(`User-agent: *\nDisallow: ${text}\n${text}`, "OutriderBot").isAllowed(
      `${url}${encodeURI(text.toWellFormed())}`,
    ),
  "a list of sources": (text) => [
    parseSourceList(text, "list.csv"),
    parseSourceList(`<opml><outline xmlUrl="${text}"/></opml>`, "a.opml"),
  ],
  "a place on a page": (text) => [parseXPath(text), parseXPath(`//a[${text}]`)],
  "a place in an answer": (text) => readJsonPath([{ a: text }], text),
  "a change": (text) => [diffWords(`a ${text} b`, text), readPrices(text)],
  "a notice": (text) =>
    readTextNotice({
      scheme: "paste",
      key: "k",
      title: null,
      text: `Subject: ${text}\nDeadline: ${text}\n${text}`,
      readAt,
    }),
  "a notice in a file": (text) => [readNoticeFile(text), readNoticeFile(`<ContractNotice>${text}</ContractNotice>`)],
  "a value of a notice": (text) => valuePatterns.map((pattern) => pattern.test(text)),
  "a date": (text) => readStatedDate(text),
  "a tender's fields": (text) =>
    readFields([aTenderDocument("a.pdf", `# ${text.slice(0, 200)}\nDeadline: ${text}\n${text}`)]),
  "a tender's demands": (text) =>
    extractRequirements([aTenderDocument("a.pdf", `# 1. Demands\nThe bidder shall ${text}.\n- ${text}`)]),
};

/** What this thread has worked, in milliseconds: a machine that is busy elsewhere does not count. */
const worked = () => process.threadCpuUsage().user / 1000;

/** What throws, or takes more work than that; what is compiled or tidied up meanwhile gets a second and a third chance. */
function slowest(read: (text: string) => unknown, texts: readonly string[], mostMs: number): string[] {
  return texts.flatMap((text) => {
    let best = Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < 3 && best > mostMs; turn++) {
      const began = worked();
      try {
        read(text);
      } catch (error) {
        if (!(error instanceof AppError)) return [`${JSON.stringify(text.slice(0, 40))}: ${error}`];
      }
      best = Math.min(best, worked() - began);
    }
    return best > mostMs ? [`${JSON.stringify(text.slice(0, 40))}: ${Math.round(best)} ms`] : [];
  });
}

/** As long as a question or a paragraph: what takes many times as long for each further word shows it here. */
const runs = longRuns(2_000);
/** As long as a heading or a label: what looks at short lines only may take twice as long for each further letter. */
const shortRuns = longRuns(56);
/** Whole documents are read in threads of their own, where such a paragraph may take its time. */
const wholeDocuments = ["a tender's fields", "a tender's demands"];

test("there are as many odd texts as promised", () => {
  expect(oddTexts().length).toBeGreaterThan(515);
});

test.each(Object.entries(readers))("what reads %s stops at no odd text, and no long run holds it up", (name, read) => {
  const isWhole = wholeDocuments.includes(name);
  expect(slowest(read, isWhole ? oddTexts().filter((_, at) => at % 3 === 0) : oddTexts(), 50)).toEqual([]);
  expect(slowest(read, shortRuns, isWhole ? 200 : 50)).toEqual([]);
  expect(slowest(read, isWhole ? longRuns(500) : runs, isWhole ? 200 : 50)).toEqual([]);
});
