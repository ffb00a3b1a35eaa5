import { expect, test } from "vitest";
import { importName } from "./import-name.logic";

test("a dropped folder gives its name", () => {
  expect(importName(["City roads/a.pdf", "City roads/forms/b.docx"])).toBe("City roads");
});

test("a single file or ZIP gives its name without the ending", () => {
  expect(importName(["RFQ 17.zip"])).toBe("RFQ 17");
  expect(importName(["No. 4 final.v2.pdf"])).toBe("No. 4 final.v2");
});

test("of loose files the request names it, not an attachment", () => {
  expect(importName(["Attachment A.docx", "Request for Quotation.pdf", "prices.xlsx"])).toBe("Request for Quotation");
  expect(importName([])).toBe("Tender");
});
