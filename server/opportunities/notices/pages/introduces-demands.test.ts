import { expect, test } from "vitest";
import { readPageFacts } from "./page-facts";

const first = "The lead fitter shall hold a licence.";
const second = "All lamps must be tested before they are hung.";
const listsDemands = (body: string) =>
  readPageFacts(`<html><body><main><h1>Quay lamps</h1>${body}</main></body></html>`, "https://port.example/n/1")
    .listsDemands;

test.each([
  ["items under a heading", `<h3>Requirements for bidders</h3><ul><li>${first}</li><li>${second}</li></ul>`],
  [
    "lines under words in bold",
    `<div>For sale.<br><b>Minimum requirements</b><br>1. ${first}<br>2. ${second}<br></div>`,
  ],
  [
    "terms",
    `<h3><span>Sezione </span>Requisiti richiesti ai concorrenti</h3><dl><dt>1</dt><dd>${first}</dd><dt>2</dt><dd>${second}</dd></dl>`,
  ],
  [
    "rows",
    `<h3>Eignung</h3><table><tr><td>E 1</td><td>${first}</td></tr><tr><td>E 2</td><td>${second}</td></tr></table>`,
  ],
  ["a fieldset", `<fieldset><legend>Conditions of participation</legend><p>${first}</p><p>${second}</p></fieldset>`],
])("a page lists demands as %s", (_, body) => expect(listsDemands(body)).toBe(true));

test.each([
  ["one item alone", `<h3>Requirements</h3><ul><li>${first}</li></ul>`],
  ["another heading", `<h3>News</h3><ul><li>${first}</li><li>${second}</li></ul>`],
  [
    "what stands under the next heading",
    `<h3>Requirements</h3><h3>News</h3><ul><li>${first}</li><li>${second}</li></ul>`,
  ],
  ["labels and dates", "<b>Conditions</b><br>Open<br>Until noon<br>"],
])("a page lists none by %s", (_, body) => expect(listsDemands(body)).toBe(false));
