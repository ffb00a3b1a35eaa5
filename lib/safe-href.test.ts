import { expect, test } from "vitest";
import { safeHref } from "./safe-href";

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "\u0001javascript:alert(1)",
  " \tjavascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "blob:https://example.com/1",
  "file:///etc/passwd",
  "//example.com",
  "/relative",
  "&#106;avascript:alert(1)",
])("%j is not linked to", (address) => {
  expect(safeHref(address)).toBeNull();
});

test("web and mail addresses are", () => {
  expect(safeHref("HTTPS://Example.com/a?b=c")).toBe("https://example.com/a?b=c");
  expect(safeHref("mailto:bids@example.com")).toBe("mailto:bids@example.com");
});
