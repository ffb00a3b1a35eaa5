import { expect, test } from "vitest";
import { fileNameOf } from "./file-name";

test("a file is called by the last part of its path, as people read it", () => {
  expect(fileNameOf("Lifts/Annex 2.pdf")).toBe("Annex 2.pdf");
  expect(fileNameOf("portal.example/files/Annex%202%20%C3%A4nderung.pdf")).toBe("Annex 2 änderung.pdf");
  expect(fileNameOf("50% off.txt")).toBe("50% off.txt");
  expect(fileNameOf("rate %zz and %C3.txt")).toBe("rate %zz and %C3.txt");
});
