import { expect, it } from "vitest";
import { readPageTree } from "./page-tree";
import { plainText } from "./plain-text";
import { showPage } from "./show-page";

it("shows what a page says, part by part, and none of its code", () => {
  const html = `<html><head><script>alert(1)</script><style>p{}</style></head><body onload="alert(2)"><div><div>
    <h1>Calls</h1><ul><li><a href="javascript:alert(3)" onclick="alert(4)">Roof</a> now</li></ul>
    <iframe src="https://evil.example/"></iframe><img src="https://evil.example/x.png" alt="x"><table><tbody><tr><td>1</td></tr></tbody></table></div></div></body></html>`;
  const parts = showPage(html);
  expect(parts.map(({ kind, text }) => text || kind)).toEqual([
    "block",
    "heading",
    "Calls",
    "list",
    "item",
    "link",
    "Roof",
    "now",
    "table",
    "row",
    "cell",
    "1",
  ]);
  expect(JSON.stringify(parts)).not.toMatch(/alert|evil|http/);
});

it("names for every part the element that a click on it means", () => {
  const html = "<main><p>One <b>two</b></p><p>Three</p></main>";
  const { nodes } = readPageTree(html);
  for (const { node, kind, text } of showPage(html))
    if (kind === "text") expect(plainText(nodes[node]?.element as never)).toContain(text);
});

it("stops somewhere on a page without end", () => {
  expect(showPage("<p>a</p>".repeat(50_000)).length).toBeLessThanOrEqual(5_002);
  expect(showPage("")).toEqual([]);
});
