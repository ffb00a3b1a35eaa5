import { expect, test } from "vitest";
import type { TenderOfDocument } from "@/server/opportunities";
import type { DraftSentence, FoundPassage } from "../plan";
import { asideOfNamed } from "./set-others-aside";

const place = { snapshotId: "s", renditionId: "r", title: "", path: "", page: null, start: 0, end: 1, quote: "" };
const said = (text: string, documentId: string, isAside = false): DraftSentence => ({
  text,
  citations: [{ ...place, documentId } satisfies FoundPassage],
  isAside,
});
const tender = (id: string, title: string, reference: string | null = null): TenderOfDocument => ({
  ...{ id, number: 1, title, reference, collectionId: null },
});
const tenders = new Map([
  ["harbour.pdf", tender("harbour", "Harbour Records System", "NPA-2031-014")],
  ["ferry.html", tender("ferry", "Ferry ticketing", "WFA-RFP-118")],
]);
const drafts = [
  said("Due in March.", "harbour.pdf"),
  said("Not by e-mail.", "ferry.html"),
  said("We upload.", "ours.md"),
];
const asides = (question: string, all = drafts) =>
  asideOfNamed(question, all, tenders).flatMap((draft) => (draft.isAside ? draft.text : []));

test("a question that names a tender is answered from it, and another tender's words are set aside", () => {
  expect(asides("When are tenders for the harbour-records system due?")).toEqual(["Not by e-mail."]);
  expect(asides("When is NPA-2031-014 due?")).toEqual(["Not by e-mail."]);
  expect(asides("May ferry ticketing be sent by e-mail?")).toEqual(["Due in March."]);
});

test("a question that names none, a part of a name, or both keeps all that was found", () => {
  expect(asides("When are tenders due?")).toEqual([]);
  expect(asides("When does the ferry leave the harbour?")).toEqual([]);
  expect(asides("Do the harbour records system and ferry ticketing allow e-mail?")).toEqual([]);
});

test("a tender that is named and says nothing leaves the others where they stand", () => {
  expect(asides("Is ferry ticketing sent by e-mail?", [said("Due in March.", "harbour.pdf")])).toEqual([]);
});
