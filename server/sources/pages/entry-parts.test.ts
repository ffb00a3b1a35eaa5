import { expect, test } from "vitest";
import { belongsToEntry, entryParts } from "./entry-parts";

const link = (url: string, text: string) => ({ url: `https://portal.example${url}`, text });
const parts = (entry: string, ...links: { url: string; text: string }[]) =>
  entryParts(`https://portal.example${entry}`, links).map((url) => url.replace("https://portal.example", ""));

test("papers behind a tab, below the entry's address, or under its number belong to it", () => {
  expect(parts("/tenders/4711", link("/tenders/4711?view=documents", "Documents"))).toEqual([
    "/tenders/4711?view=documents",
  ]);
  expect(parts("/avis/88123", link("/avis/88123/pieces", "Retrait des pièces (DCE)"))).toEqual(["/avis/88123/pieces"]);
  expect(parts("/show?do=Detail&id=9a81f7e2", link("/show?do=Files&id=9a81f7e2", "Vergabeunterlagen"))).toEqual([
    "/show?do=Files&id=9a81f7e2",
  ]);
  expect(parts("/projects/road-works", link("/projects/road-works/addenda", "Addenda (2)"))).toEqual([
    "/projects/road-works/addenda",
  ]);
});

test("what belongs to another entry, does something, or is called otherwise is not a part", () => {
  expect(
    parts(
      "/tenders/4711",
      link("/tenders/4712/documents", "Documents"),
      link("/documents", "Documents"),
      link("/tenders/4711/upload", "Upload documents"),
      link("/login?back=4711", "Log in for documents"),
      link("/tenders/4711/history", "Visits"),
      link("/tenders/4711/get?n=1", "Tender documents.pdf"),
      link("/tenders/4711#documents", "Documents"),
    ),
  ).toEqual([]);
});

test("a session in the path is no part of an address", () => {
  expect(parts("/show;jsessionid=AB12?id=778899", link("/files;jsessionid=AB12?id=778899", "Unterlagen"))).toEqual([
    "/files?id=778899",
  ]);
  expect(belongsToEntry("https://portal.example/show?id=778899", "https://other.example/show?id=778899")).toBe(false);
});

test("what was asked about an entry and answered is a part of it, and a form to ask is none", () => {
  const tab = (text: string) => parts("/tenders/4711", link("/tenders/4711?tab=x", text)).length;
  for (const name of [
    "Q&A",
    "Q and A (4)",
    "Questions",
    "Questions (3)",
    "Public questions 12",
    "Questions & Answers",
    "Fragen und Antworten",
    "Bieterfragen (2)",
    "Questions / réponses",
    "Preguntas y respuestas",
    "Chiarimenti e quesiti",
  ])
    expect([name, tab(name)]).toEqual([name, 1]);
  for (const name of [
    "Ask a question",
    "Questions about this site?",
    "Frage stellen",
    "Poser une question",
    "Questions due",
  ])
    expect([name, tab(name)]).toEqual([name, 0]);
});
