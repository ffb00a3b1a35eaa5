import { expect, test } from "vitest";
import { aNotice } from "./eforms/testing/a-notice";
import { readNoticeFile } from "./read-notice-file";

const release = { ocid: "ocds-x-1", id: "1", tag: ["tender"], tender: { title: "Lamps", status: "active" } };

test.each([
  ["a package of releases", JSON.stringify({ releases: [release] }), "ocds"],
  ["a release a line", `${JSON.stringify(release)}\n${JSON.stringify({ ...release, id: "2" })}\n`, "ocds"],
  ["an answer of SAM.gov", JSON.stringify({ opportunitiesData: [{ noticeId: "n", title: "Lamps" }] }), "sam"],
  ["an answer of TED", JSON.stringify({ notices: [{ "publication-number": "1-2031" }] }), "ted"],
  ["an eForms notice", aNotice(), "ted"],
  ["one with a byte order mark", `\uFEFF${aNotice()}`, "ted"],
])("%s is told by what it holds", (_what, text, scheme) => {
  expect(readNoticeFile(text).notices[0]?.scheme).toBe(scheme);
});

test("what is none of them is refused", () => {
  expect(readNoticeFile("Dear supplier,").refused[0]?.reason).toContain("neither JSON nor XML");
});
