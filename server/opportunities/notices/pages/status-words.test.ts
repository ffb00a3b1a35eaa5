import { expect, test } from "vitest";
import { splitStatus, statusOfBanner, statusOfHeading, statusOfWords } from "./status-words";

test.each([
  ["Withdrawn. The buyer has withdrawn this tender.", "cancelled"],
  ["This tender has been cancelled by the buyer.", "cancelled"],
  ["Closed. Tenders are no longer accepted.", "closed"],
  ["Contract awarded", "awarded"],
  ["Aufgehoben", "cancelled"],
  ["Das Verfahren wurde aufgehoben", "cancelled"],
  ["Widerrufen", "cancelled"],
  ["Das Verfahren wurde abgebrochen.", "cancelled"],
  ["Marché attribué", "awarded"],
  ["Marché attribué à Bennes du Midi.", "awarded"],
  ["Der Zuschlag ging an Gebr. Zollinger", "awarded"],
  ["Contract awarded to Hale Roofing Ltd", "awarded"],
  ["Licitación anulada", "cancelled"],
  ["Gara aggiudicata", "awarded"],
])("the banner %s", (text, status) => {
  expect(statusOfBanner(text)).toBe(status);
});

test.each([
  "Contract award criteria",
  "Closed procedure with two lots",
  "Award date",
  "Open",
  "Register to see the documents",
  "Complete the form before you bid",
  "Past performance",
  "Cancellation policy",
])("%s says nothing of the sort", (text) => {
  expect(statusOfBanner(text)).toBeNull();
});

test("a status around a title is taken off, words of the title are not", () => {
  expect(splitStatus("CANCELLED - Boilers")).toEqual({ title: "Boilers", status: "cancelled" });
  expect(splitStatus("[Aufgehoben] Heizung")).toEqual({ title: "Heizung", status: "cancelled" });
  expect(splitStatus("Heizung (annulé)")).toEqual({ title: "Heizung", status: "cancelled" });
  expect(splitStatus("Closed-circuit television for the depot")).toMatchObject({ status: null });
  expect(splitStatus("Closure of the landfill - phase 2")).toMatchObject({ status: null });
});

test("a status is read in several languages", () => {
  expect(
    ["laufend", "En cours", "Abierta", "In corso", "clôturé", "vergeben", "geplant", "Expired"].map(statusOfWords),
  ).toEqual(["open", "open", "open", "open", "closed", "awarded", "planned", "closed"]);
});

test("what is only announced is planned, what waits for its award is over", () => {
  expect(
    ["Early engagement notice", "Market sounding", "Notice of intent", "Sources sought"].map(statusOfWords),
  ).toEqual(Array(4).fill("planned"));
  expect(["Pending", "Pending award"].map(statusOfWords)).toEqual(["closed", "closed"]);
  expect(["Notice of intent to award", "Pending publication"].map(statusOfWords)).toEqual([null, null]);
});

test("a heading says that all under it is over only when it says nothing else", () => {
  for (const text of [
    "Closed tenders",
    "Past opportunities",
    "Closed and Awarded",
    "Marchés clôturés",
    "Licitaciones cerradas",
  ])
    expect(statusOfHeading(text), text).toBe("closed");
  expect(statusOfHeading("Awarded contracts")).toBe("awarded");
  expect(statusOfHeading("Vergebene Aufträge")).toBe("awarded");
  for (const text of [
    "Current tenders",
    "Closed road works",
    "November 2031",
    "Tenders closed to large firms",
    "Tenders",
  ])
    expect(statusOfHeading(text), text).toBeNull();
});

test.each([
  ["Contract signed", "awarded"],
  ["Contrato firmado", "awarded"],
  ["Marché notifié", "awarded"],
  ["Under evaluation", "closed"],
])("the state %s", (text, status) => {
  expect(statusOfWords(text)).toBe(status);
});
