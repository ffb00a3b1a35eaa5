import { expect, test } from "vitest";
import { defaultParseLimits } from "../limits";
import { outline } from "../testing/outline";
import { readMarkdown } from "./markdown";
import { stripInline } from "./markdown-inline";

function read(source: string) {
  return readMarkdown(Buffer.from(source), defaultParseLimits);
}

test("joins wrapped lines and ends a paragraph at two spaces", () => {
  expect(outline(read("The contractor shall\ndeliver the report.  \nIt is due in May.\n\nNext."))).toEqual([
    "The contractor shall deliver the report.",
    "It is due in May.",
    "Next.",
  ]);
});

test("reads headings by mark, underline, bold line and number", () => {
  const source =
    "Statement of Work\n=====\n\nScope\n---\n\n##No space\n\n**Key Personnel**\n\n4.2 Place of Performance\n\n**1. General.** Please submit.";
  expect(outline(read(source))).toEqual([
    "# Statement of Work",
    "## Scope",
    "## No space",
    "### Key Personnel",
    "### 4.2 Place of Performance",
    "1. General. Please submit.",
  ]);
});

test("nests lists by indent and keeps their marks out of the item", () => {
  expect(
    outline(
      read(
        "The contractor shall:\n\n1.  Plan\n    a)  weekly, in\n        writing\n    b)  monthly\n2.  Report\n-   and bill",
      ),
    ),
  ).toEqual([
    "The contractor shall:",
    "[1.] Plan",
    "  [a)] weekly, in writing",
    "  [b)] monthly",
    "[2.] Report",
    "[-] and bill",
  ]);
});

test("reads short lines after a colon as a list without marks when the writer broke them by hand", () => {
  expect(outline(read("Include the following:  \nprice  \nteam"))).toEqual([
    "Include the following:",
    "[] price",
    "[] team",
  ]);
});

test("starts a new line at a label inside wrapped text", () => {
  expect(outline(read("From: A. Saunders\nSubject: Request"))).toEqual(["From: A. Saunders", "Subject: Request"]);
});

test("reads pipe tables and HTML tables as rows with a header", () => {
  const rendition = read(
    "| Item | Due |\n|---|---|\n| **Report** | 5 days |\n\n<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>\n\nAfter.",
  );
  expect(outline(rendition)).toEqual(["H Item | Due", "| Report | 5 days", "H A | B", "| 1 | 2", "After."]);
  expect(rendition.blocks.map((block) => block.table)).toEqual([0, 0, 1, 1, undefined]);
});

test("front matter gives its title and what readers are told, not the settings of the publisher", () => {
  const front =
    '---\nlayout: post\ntitle: "Lamps: north quay"\nreference: POE-7\ndeadline: 3 June 2031\ntags: [a, b]\n---\n';
  expect(outline(read(`${front}Text`))).toEqual([
    "# Lamps: north quay",
    "Reference: POE-7",
    "Deadline: 3 June 2031",
    "Text",
  ]);
  expect(read(`${front}Text`).title).toBe("Lamps: north quay");
  // A title that the page bears itself is not said twice.
  expect(outline(read("---\ntitle: Lamps\n---\n# Lamps\n\nText"))).toEqual(["# Lamps", "Text"]);
});

test("leaves code as it stands and drops comments, rules and the publisher's settings", () => {
  expect(
    outline(read("---\nlayout: x\n---\n<!-- note\nmore -->\n```js\nif (a) {\n  b()\n}\n```\n\n* * *\n\nText")),
  ).toEqual(["code: if (a) {\n  b()\n}", "Text"]);
});

test("strips emphasis, links, escapes, tags and entities from a line", () => {
  expect(
    stripInline(
      "**Bold** and *it*, [text](https://a.example/x_(y)) `code` a_b_c \\_\\_ &amp; <b>x</b> <https://u.example> 2 * 3",
    ),
  ).toBe("Bold and it, text code a_b_c __ & x https://u.example 2 * 3");
});

test("takes linear time on lines made of marks", () => {
  for (const mark of ["[", "*", "_", "`", "<", "![", "&", "<a", "[a](", "\\"]) {
    const source = mark.repeat(200_000);
    expect(stripInline(source).length).toBeLessThanOrEqual(source.length);
  }
  for (const line of [
    `${"> ".repeat(50_000)}x`,
    `${"#".repeat(100_000)}`,
    `${"| ".repeat(50_000)}\n${"|-".repeat(50_000)}`,
    `${"- ".repeat(100_000)}`,
    `**${"a ".repeat(100_000)}`,
  ]) {
    read(line);
  }
}, 240_000);

test("what is struck out no longer holds and is left out, whichever way it is marked; a lone mark is none", () => {
  expect(
    outline(
      read(
        "Due ~~3 May~~ 17 May, <del>noon</del> 4 pm.\n\n- ~~Gone~~\n- Kept ~~not~~ whole\n\nAbout ~~ 5 <s> per cent",
      ),
    ),
  ).toEqual(["Due 17 May, 4 pm.", "[-] Kept whole", "About ~~ 5 per cent"]);
});

test("a title has no marks of emphasis, however they are set", () => {
  expect(read("**County Council **\n\nRequest for Quotation").title).toBe("County Council");
  expect(read("# __Terms__ of 2 * 3\n\nText.").title).toBe("Terms of 2 * 3");
  expect(read("Plain words only.").title).toBeNull();
});
