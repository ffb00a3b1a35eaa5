import { type Element, isTag } from "domhandler";
import { findOne } from "domutils";
import { parseDocument } from "htmlparser2";
import { expect, test } from "vitest";
import { isOpenedByReader } from "./is-opened-by-reader";
import { elementTree } from "./is-panel-of-tabs";

function isOpened(html: string): boolean {
  const part = findOne(
    (element) => isTag(element) && element.attribs.id === "part",
    parseDocument(`<main>${html}</main>`).children,
  );
  return isOpenedByReader(part as Element, elementTree);
}

test("a part under the button that folds it out is the reader's to open", () => {
  expect(
    isOpened(
      '<h3><button aria-controls="part" aria-expanded="false">Papers</button></h3><div id="part" hidden>A</div>',
    ),
  ).toBe(true);
});

test("a part that no button right before it names stays hidden", () => {
  const button = '<button aria-controls="part" aria-expanded="false">Papers</button>';
  expect(isOpened('<button aria-expanded="false">Papers</button><div id="part" hidden>A</div>')).toBe(false);
  expect(isOpened('<button aria-controls="part">Papers</button><div id="part" hidden>A</div>')).toBe(false);
  expect(isOpened(`${button}<p>Between</p><div id="part" hidden>A</div>`)).toBe(false);
});
