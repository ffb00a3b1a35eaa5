import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { writeTable } from "./write-table";

const sheet = { name: "Bids", header: ["Title", "Buyer"], widths: [40, 20], rows: [["=1+1", "Łódź, city"]] };

test("CSV is marked as UTF-8, and no cell of it runs as a formula", () => {
  const file = writeTable("csv", "bids", sheet);
  expect(file).toMatchObject({ fileName: "bids.csv", mime: "text/csv; charset=utf-8", base64: null });
  expect(file.text).toBe('\ufeffTitle,Buyer\r\n"\'=1+1","Łódź, city"\r\n');
});

test("a workbook comes as bytes that unpack to one sheet", () => {
  const file = writeTable("xlsx", "bids", sheet);
  expect(file).toMatchObject({ fileName: "bids.xlsx", text: null });
  const parts = Object.keys(unzipSync(Buffer.from(file.base64 ?? "", "base64")));
  expect(parts).toContain("xl/worksheets/sheet1.xml");
});
