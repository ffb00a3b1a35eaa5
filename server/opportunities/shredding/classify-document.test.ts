import { expect, test } from "vitest";
import { classifyDocument } from "./classify-document";
import { aDocument } from "./testing/shred";

test.each([
  ["RFQ/Instructions to Bidders.md", "# Instructions\n\nBidders must submit by noon.", "instructions"],
  ["Statement of Work.docx", "# Scope\n\nThe contractor shall sweep.", "statement_of_work"],
  ["Pricing-Template.xlsx", "| Item | Unit price |\n|---|---|\n| Bucket | |", "pricing"],
  ["Questions and Answers.md", "# Questions and Answers\n\nQ1: May we park?\n\nA1: Yes.", "questions_and_answers"],
  ["Amendment 2.md", "# Amendment No. 2\n\nThe closing date is extended to May 3.", "amendment"],
  ["NDA.md", "# Non-disclosure form\n\nName: __________", "form"],
  ["Evaluation.md", "# Evaluation criteria\n\nBids will be scored.", "evaluation"],
  ["General Conditions.md", "# Terms and conditions\n\nGoverning law and liability.", "terms"],
  ["Leistungsbeschreibung.md", "# Leistungsbeschreibung\n\nDer Auftragnehmer liefert.", "statement_of_work"],
  ["Règlement de consultation.md", "# Règlement de la consultation\n\nLes soumissionnaires remettent.", "instructions"],
  ["Contract Notice.html", "# Ferry lamps\n\nContracting authority: Port", "notice"],
  ["lunch.md", "# Lunch\n\nSoup.", "other"],
])("%s is told by its name and words", (path, markdown, role) => {
  expect(classifyDocument(aDocument(markdown, path)).role).toBe(role);
});

test("a draft is told by its folder, its name or its head", () => {
  expect(classifyDocument(aDocument("# RFQ", "Draft-RFQ/RFQ.md")).isDraft).toBe(true);
  expect(classifyDocument(aDocument("# DRAFT Request\n\nReply by: XXXX X, 2031", "RFQ.md")).isDraft).toBe(true);
  expect(classifyDocument(aDocument("# RFQ", "Final/RFQ.md")).isDraft).toBe(false);
});
