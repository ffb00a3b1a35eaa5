import { describe, expect, test } from "vitest";
import { quoteAt } from "../tender-document";
import { extractRequirements } from "./extract-requirements";
import { aDocument, shred } from "./testing/shred";

describe("what a requirement carries", () => {
  const source = [
    "# Request for Tenders",
    "## 3.2 Delivery",
    "(a) The contractor shall deliver the crates within 10 working days of the order.",
    "",
    "(b) The contractor shall deliver as set out in Attachment Q.",
    "",
    "(c) The contractor shall paint the crates in a colour TBD.",
  ].join("\n");

  test("place, number as the document has it, section and due time", () => {
    const document = aDocument(source);
    const [first] = extractRequirements([document]);
    expect(first).toMatchObject({
      ref: "3.2 (a)",
      section: ["Request for Tenders", "3.2 Delivery"],
      due: "within 10 working days of the order",
      obliged: "contractor",
    });
    expect(first && quoteAt([document], first.place)).toBe(first?.quote);
  });

  test("blanks and pointers to what is missing are unclear", () => {
    const [first, second, third] = shred(source);
    expect(first?.isUnclear).toBeUndefined();
    expect(second?.isUnclear).toContain("Attachment Q");
    expect(third?.isUnclear).toContain("TBD");
  });

  test("the same requirement in a second document names the first", () => {
    const sentence = "# Terms\n\nThe contractor shall keep the quay free of ice from November to March.";
    const found = extractRequirements([aDocument(sentence, "a.md"), aDocument(sentence, "b.md")]);
    expect(found.map((one) => one.duplicateOf)).toEqual([undefined, 0]);
    // However either of them numbers it.
    const numbered = sentence.replace("The contractor", "3.1 The contractor");
    const both = extractRequirements([aDocument(sentence, "a.md"), aDocument(numbered, "b.md")]);
    expect(both.map((one) => one.duplicateOf)).toEqual([undefined, 0]);
  });

  test.each([
    ["modals", "The contractor shall be and will be ".repeat(3_000)],
    ["commas", `${"the agency, and the contractor, ".repeat(4_000)}shall pay.`],
    ["passives", `All files shall be ${"a, ".repeat(15_000)}by`],
    ["numbers", "1.1.1.1 ".repeat(10_000)],
    ["German", `der die das und ist mit für nicht\n\nDer Auftragnehmer ist ${"a ".repeat(20_000)}`],
  ])("endless text of %s takes no endless time", (_, markdown) => {
    const document = aDocument(markdown);
    const before = process.cpuUsage();
    extractRequirements([document]);
    expect(process.cpuUsage(before).user).toBeLessThan(3_000_000);
  });

  test("two hundred dense pages take far less than twenty seconds", () => {
    const page = Array.from(
      { length: 25 },
      (_, line) => `The contractor shall check valve ${line} every week, and the agency will review the log.`,
    );
    const long = Array.from({ length: 200 }, (_, number) => `## ${number + 1} Part\n\n${page.join(" ")}`).join("\n\n");
    const document = aDocument(long);
    // Processor time, because other tests share the machine.
    const before = process.cpuUsage();
    expect(extractRequirements([document])).toHaveLength(5_000);
    expect(process.cpuUsage(before).user).toBeLessThan(10_000_000);
  });
});
