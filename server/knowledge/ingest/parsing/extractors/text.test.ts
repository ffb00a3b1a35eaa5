import { expect, test } from "vitest";
import { defaultParseLimits } from "../limits";
import { outline } from "../testing/outline";
import { readText } from "./text";

function read(source: string | Uint8Array) {
  return readText(typeof source === "string" ? Buffer.from(source) : source, defaultParseLimits);
}

test("joins hard-wrapped paragraphs and reads headings by underline, number and capitals", () => {
  const source = [
    "Annual Report",
    "=============",
    "",
    "1.1 Scope of Work",
    "",
    "DELIVERABLES",
    "",
    "The contractor shall deliver a monthly status report that lists all open",
    "tasks, and shall send it to the contracting officer on the fifth business",
    "day of each month.",
    "",
    "Next paragraph.",
  ].join("\r\n");
  expect(outline(read(source))).toEqual([
    "# Annual Report",
    "### 1.1 Scope of Work",
    "## DELIVERABLES",
    "The contractor shall deliver a monthly status report that lists all open tasks, and shall send it to the contracting officer on the fifth business day of each month.",
    "Next paragraph.",
  ]);
});

test("reads lists with marks, nested, and lists without", () => {
  expect(
    outline(read("Tasks:\n  1. Plan\n     (a) early\n  2. Build\n\nInclude the following:\nprice\nteam\n")),
  ).toEqual(["Tasks:", "[1.] Plan", "  [(a)] early", "[2.] Build", "Include the following:", "[] price", "[] team"]);
});

test("reads columns set with tabs as a table", () => {
  expect(outline(read("Item\tPrice\tUnit\nPaper\t3.50\tpack\nInk\t20.00\tpiece"))).toEqual([
    "H Item | Price | Unit",
    "| Paper | 3.50 | pack",
    "| Ink | 20.00 | piece",
  ]);
});

test("reads what was written in another encoding", () => {
  expect(read(Buffer.from("Angebot f\xfcr die Gem\xe4lde", "latin1")).text).toBe("Angebot für die Gemälde");
  expect(read(Buffer.from("\ufeffGrüße an alle", "utf16le")).text).toBe("Grüße an alle");
  expect(read(Buffer.from("Gru\u0308ße", "utf8")).text).toBe("Grüße");
  expect(
    read(Buffer.concat([Buffer.from("Prices in € and £: "), Buffer.from([0xff]), Buffer.from(" more €")])).text,
  ).toContain("€ and £");
});

test("refuses endless text in words", () => {
  expect(() => readText(Buffer.from("a b\n\n".repeat(1000)), { ...defaultParseLimits, textLength: 500 })).toThrow(
    /more than 500 characters/,
  );
});
