import { isTag } from "domhandler";
import { describe, expect, it } from "vitest";
import { parsePage } from "../parse-page";
import { parseXPath } from "./parse-xpath";
import { isAttribute, selectByXPath } from "./select-by-xpath";

const page = `<html><body><main id="m"><h1>Calls</h1><table class="hits wide"><tr><th>Title</th></tr>
<tr><td><a href="/n/1">Roof</a></td><td> 3  May </td></tr><tr class="new"><td><a href="/n/2">Lunches</a></td><td>5 May</td></tr></table>
<div class="x-card">One</div><div class="x-card big">Two</div></main></body></html>`;

function find(path: string): string[] | null {
  const [root] = parsePage(page);
  if (!root?.parent) throw new Error("no page");
  const found = selectByXPath(path, root.parent);
  return (
    found?.map((node) => {
      if (isAttribute(node)) return `@${node.value}`;
      return isTag(node) ? `${node.name}${node.attribs.class ? `.${node.attribs.class}` : ""}` : "#";
    }) ?? null
  );
}

describe("an XPath finds what a browser's developer tools would find", () => {
  it.each([
    ["/html/body/main/table/tr", ["tr", "tr", "tr.new"]],
    ["//tr[td]", ["tr", "tr.new"]],
    ["//tr[2]/td[1]/a", ["a"]],
    ["//tr[last()]/td/a/@href", ["@/n/2"]],
    ["//a/@href", ["@/n/1", "@/n/2"]],
    ["//*[@id='m']/div", ["div.x-card", "div.x-card big"]],
    ["//div[contains(concat(' ', normalize-space(@class), ' '), ' big ')]", ["div.x-card big"]],
    ["//div[starts-with(@class, 'x-') and not(contains(@class, 'big'))]", ["div.x-card"]],
    ["//td[normalize-space(.)='3 May']", ["td"]],
    ['//td[a="Roof"]/following-sibling::td', ["td"]],
    ["//a[.='Lunches']/ancestor::tr", ["tr.new"]],
    ["//a[text()='Roof']/../..", ["tr"]],
    ["//tr[count(td)=2 or @class='none'][1]", ["tr"]],
    ["//h1 | //th", ["h1", "th"]],
    ["//tr[position()>1][td]", ["tr", "tr.new"]],
    ["//div[translate(., 'TWO', 'two')='two']", ["div.x-card big"]],
    ["//td/text()", ["#", "#"]],
    ["descendant::th", ["th"]],
    ["//nothing", []],
  ])("%s", (path, expected) => expect(find(path)).toEqual(expected));

  it.each([
    "",
    "//",
    "//tr[",
    "//tr[1",
    "//tr]",
    "tr[@]",
    "//tr[foo()]",
    "following::tr",
    "//svg:path",
    "1 + 1",
    "$x",
    "contains(//a, 'x')",
    `//a[${"(".repeat(40)}1${")".repeat(40)}]`,
    `//a[. = '${"x".repeat(600)}']`,
  ])("%s is refused", (path) => expect(find(path)).toBeNull());

  it("gives up on a page on which it would take long", () => {
    const [root] = parsePage(`<main>${"<div><p>a</p></div>".repeat(20_000)}</main>`);
    const startedAt = performance.now();
    expect(selectByXPath("//div[count(//p[count(//p) > 1]) > 1]", root?.parent ?? (root as never))).toBeNull();
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it("tells what it has understood", () => {
    expect(parseXPath("//a[1]")).toMatchObject({ kind: "path", isAbsolute: true, steps: [{}, { test: "a" }] });
  });
});
