import { expect, test } from "vitest";
import { callIn, functionsIn, runCall } from "./plain-scripts";

const run = (handler: string, scripts = "") => {
  const call = callIn(handler);
  return call ? runCall(call, functionsIn(scripts)) : null;
};

test("a function that puts an address together is followed, with what it is given", () => {
  const scripts = `function openLot(id, lang) { if (busy) return; window.location.href = 'lot.php?id=' + id + "&l=" + lang; }`;
  expect(run("openLot(41,'nl')", scripts)).toEqual({ kind: "go", href: "lot.php?id=41&l=nl" });
  expect(run("return openLot('A-7', 'fr');", scripts)).toEqual({ kind: "go", href: "lot.php?id=A-7&l=fr" });
  const arrow = `const detail = (nr) => { top.location = "/d/" + encodeURIComponent(nr); };`;
  expect(run("detail(8)", arrow)).toEqual({ kind: "go", href: "/d/8" });
  const kept = `function show(nr) { var target = 'Lot.aspx?id=' + nr + '&mode=view'; var w = window.open(target, 'w' + nr, 'width=9'); return false; }`;
  expect(run("return show(12);", kept)).toEqual({ kind: "go", href: "Lot.aspx?id=12&mode=view" });
  expect(run("show(12)", `function show(nr) { const target = base() + nr; open(target); }`)).toBeNull();
  expect(run("window.open('/papers/3', '_blank')")).toEqual({ kind: "go", href: "/papers/3" });
});

test("a function that fills a form and sends it says which form and what it writes", () => {
  const scripts = `function turn(p) { document.searchForm.pageNo.value = p; document.searchForm.submit(); }
    function show(k) { document.getElementById("key").value = k; document.getElementById("f2").submit(); }`;
  expect(run("javascript:turn(3)".replace("javascript:", ""), scripts)).toEqual({
    kind: "send",
    form: "searchForm",
    fields: { pageNo: "3" },
  });
  expect(run("show('x9')", scripts)).toEqual({ kind: "send", form: "f2", fields: { key: "x9" } });
});

test("the calls by which server frameworks send a form are understood without their library", () => {
  expect(run("faces.jsfcljs(document.getElementById('list'),{'list:4:open':'list:4:open'},'');return false")).toEqual({
    kind: "send",
    form: "list",
    fields: { "list:4:open": "list:4:open" },
  });
  expect(run("return oam.submitForm('list','list:next');")).toEqual({
    kind: "send",
    form: "list",
    fields: { "list:next": "list:next" },
  });
});

test("what cannot be told from the words alone is left alone", () => {
  expect(run("void(0)")).toBeNull();
  expect(run("history.back()")).toBeNull();
  expect(run("open(map[id])", "")).toBeNull();
  expect(run("go(4)", "function go(n) { location.href = base() + n; }")).toBeNull();
  expect(run("loop()", "function loop() { loop(); }")).toBeNull();
});

test("texts made to be slow are refused soon", () => {
  const began = performance.now();
  for (const text of [
    `location.assign(${"a".repeat(2_900)}`,
    `open(${"a+".repeat(1_400)}`,
    `${"f(".repeat(1_400)}`,
    `${"a.".repeat(1_400)}value = 1`,
    `var a = ${"a+".repeat(1_400)}`,
    `${"var a = b;".repeat(290)}`,
    `document.getElementById(${"'".repeat(2_900)}`,
  ])
    expect(run(text, `${"function a(){".repeat(2_000)}${"x={".repeat(20_000)}`)).toBeNull();
  expect(performance.now() - began).toBeLessThan(5_000);
});
