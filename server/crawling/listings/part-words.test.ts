import { expect, test } from "vitest";
import { namesPart } from "./part-words";

test.each([
  "Closed tenders",
  "Archiv",
  "Consultations clôturées (12)",
  "Aktuelle Ausschreibungen",
  "Gare in corso",
  "Open [3]",
])("%s is a part of a list", (text) => expect(namesPart(text)).toBe(true));

test.each([
  "",
  "(12)",
  "Tenders",
  "Disclosed interests",
  "How we opened the new bridge to everybody last week: closed roads",
])("%s is none", (text) => expect(namesPart(text)).toBe(false));
