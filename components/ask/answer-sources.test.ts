import { expect, test } from "vitest";
import { allSources, sourcesOf } from "./answer-sources.logic";
import type { CitationView, SentenceView } from "./ask-types";

const tender = { id: "ferry", number: 49, title: "Ferry ticketing", collectionId: "c" };
const citation = (n: number, documentId: string, more: Partial<CitationView> = {}): CitationView => ({
  ...{ n, evidenceId: `e${n}`, documentId, title: "Pricing", path: `shop.example/${documentId}`, tender: null },
  ...{ snapshotId: "s", renditionId: "r", revision: 1, locator: { page: null, start: 0, end: 1 }, quote: "q" },
  ...{ fetchedAt: "", freshness: "current" as const, after: null },
  ...more,
});
const sentence = (...citations: number[]): SentenceView => ({
  ...{ id: citations.join(), position: 1, text: "", writtenBy: "extractive" as const, isAside: false, citations },
  freshness: "current",
});
const byNumber = new Map(
  [
    citation(1, "rfp.md", { tender }),
    citation(2, "notice.html", { tender }),
    citation(3, "usd"),
    citation(4, "gbp"),
  ].map((one) => [one.n, one]),
);

test("papers of one tender are one source, under the tender's name", () => {
  expect(sourcesOf(sentence(1, 2), byNumber)).toEqual([{ key: "ferry", label: "Ferry ticketing", tender }]);
});

test("pages under one title are told apart by the end of their address", () => {
  expect(allSources([sentence(3), sentence(4), sentence(3)], byNumber).map(({ label }) => label)).toEqual([
    "Pricing (usd)",
    "Pricing (gbp)",
  ]);
});

test("a citation that is not there yet names nothing", () => {
  expect(sourcesOf(sentence(9), byNumber)).toEqual([]);
});
