import { expect, test } from "vitest";
import { RenditionBuilder } from "./rendition-builder";
import { writeTable } from "./tables";

const headersOf = (...rows: string[][]) => {
  const builder = new RenditionBuilder(10_000);
  writeTable(
    builder,
    rows.map((cells) => ({ cells: cells.map((content, column) => ({ content, column })) })),
  );
  return builder.build("test", 1).blocks.filter(({ isHeader }) => isHeader).length;
};

test("labels that end with the mark of an abbreviation or a short question are a header all the same", () => {
  expect(headersOf(["No.", "Requirement", "Mandatory?"], ["1", "Waterproof lamps", "yes"])).toBe(1);
  expect(headersOf(["Item no.", "Description", "Qty."], ["1", "Lamp", "4"])).toBe(1);
});

test("sentences in the first row make no header", () => {
  expect(headersOf(["Lamps burn at night.", "Oil", "Wick"], ["Ropes are tarred.", "Tar", "Brush"])).toBe(0);
});
