import { expect, test } from "vitest";
import { foldText } from "./fold-text";

test("words are found however they are accented, cased or joined", () => {
  expect(foldText("Straßenbau – Łódź, Čís. 17/2-A")).toBe(" strassenbau lodz cis 17 2 a");
  expect(foldText("  Façade\u00a0Ørsted ")).toBe(" facade orsted");
  expect(foldText(" -- ")).toBe("");
});
