import { describe, expect, it } from "vitest";
import { findNextPage } from "./find-next-page";
import { around } from "./testing/layouts";

const url = "https://buyers.example/notices";
const at = (path: string) => ({ kind: "link", url: `https://buyers.example${path}` });

describe("by what the page says of itself", () => {
  it("follows rel=next in the head and on links", () => {
    expect(
      findNextPage('<html><head><link rel="next" href="/notices?page=2"></head><body>x</body></html>', url),
    ).toEqual(at("/notices?page=2"));
    expect(findNextPage('<a rel="nofollow next" href="?p=3">3</a>', url)).toEqual(at("/notices?p=3"));
  });

  it("reads addresses against the page's base", () => {
    expect(
      findNextPage('<html><head><base href="/deep/"></head><body><a rel="next" href="two">Next</a></body></html>', url),
    ).toEqual(at("/deep/two"));
  });

  it("never leaves the host; what only a script can turn is turned in the browser", () => {
    expect(findNextPage('<a rel="next" href="https://elsewhere.example/2">Next</a>', url)).toBeNull();
    expect(findNextPage('<a rel="next" href="javascript:go(2)">Next</a>', url)).toEqual({
      kind: "turn",
      selector: 'a:text-is("Next")',
    });
    expect(findNextPage('<button aria-label="Next page">›</button><p>x</p>', url)).toEqual({
      kind: "turn",
      selector: 'button[aria-label="Next page"]',
    });
  });
});

describe("by words", () => {
  const words = [
    "Next",
    "next page »",
    "Older posts",
    "Weiter",
    "Nächste Seite ›",
    "Suivant",
    "Page suivante",
    "Siguiente",
    "Próxima",
    "Successiva",
    "Volgende",
    "Następna",
    "Nästa",
    "Další",
    "Следующая",
    "次へ",
    "下一页",
  ];
  it.each(words)("knows %s", (word) => {
    expect(findNextPage(`<div class="pages"><a href="/notices/b">${word}</a></div>`, url)).toEqual(at("/notices/b"));
  });

  it("reads labels for screen readers and alternative texts", () => {
    expect(findNextPage('<a href="/n/2" aria-label="Next page"><i class="icon"></i></a>', url)).toEqual(at("/n/2"));
    expect(findNextPage('<a href="/n/2"><img src="r.png" alt="Next"></a>', url)).toEqual(at("/n/2"));
  });

  it("turns by numbers where the only arrow is a double one", () => {
    const pager = (here: number, hint = "") =>
      `<ul>${[1, 2, 3].map((page) => `<li${page === here ? ' class="active"' : ""}><a href="?page=${page}">${page}</a></li>`).join("")}<li><a href="?page=3"${hint}>»</a></li></ul>`;
    expect(findNextPage(pager(1), `${url}?page=1`)).toEqual(at("/notices?page=2"));
    expect(findNextPage(pager(2), `${url}?page=2`)).toEqual(at("/notices?page=3"));
    expect(findNextPage(pager(3), `${url}?page=3`)).toBeNull();
    const onlyLast = '<p><a href="?page=1">1</a> <a href="?page=9" title="Last page">»</a></p>';
    expect(findNextPage(onlyLast, `${url}/9`)).toBeNull();
    expect(findNextPage('<p><a href="?page=1">1</a> <a href="?page=2">»</a></p>', `${url}?page=1`)).toEqual(
      at("/notices?page=2"),
    );
  });

  it("prefers the single arrow to the double one, which leads to the last page", () => {
    expect(
      findNextPage('<p><a href="?page=1">1</a> <a href="?page=9">»</a> <a href="?page=2">›</a></p>', `${url}?page=1`),
    ).toEqual(at("/notices?page=2"));
  });

  it.each([
    '<a href="/x">Next steps for suppliers</a>',
    '<div class="carousel"><a href="/slide2">Next</a></div>',
    '<div class="calendar"><a href="/2031/12">Next</a></div>',
    '<li class="disabled"><a href="/n/2">Next</a></li>',
    '<a href="/x" aria-disabled="true">Next</a>',
    '<a href="/somewhere/else">→</a>',
  ])("is not misled by %s", (html) => {
    expect(findNextPage(html, url)).toBeNull();
  });
});

describe("by numbers", () => {
  it("goes from the shown page to the one after it", () => {
    expect(findNextPage(around("<p>list</p>"), url)).toEqual(at("/notices?page=2"));
    const html = '<div><a href="/l/1">1</a> <strong>2</strong> <a href="/l/3">3</a> <a href="/l/4">4</a></div>';
    expect(findNextPage(html, "https://buyers.example/l/2")).toEqual(at("/l/3"));
    expect(
      findNextPage('<td><a href="/l/1">1</a> | 2 | <a href="/l/3">3</a></td>', "https://buyers.example/l/2"),
    ).toEqual(at("/l/3"));
    expect(
      findNextPage(
        '<ul><li><a href="/l/1">1</a></li><li><a aria-current="page" href="/l/2">2</a></li><li><a href="/l/3">3</a></li></ul>',
        "https://buyers.example/l/2",
      ),
    ).toEqual(at("/l/3"));
  });

  it("knows the page that is shown by a name in one word, and by brackets", () => {
    const link = (number: number, name: string) =>
      `<a class="${name}" href="javascript:__doPostBack('grid$p${number}','')"><span>${number}</span></a>`;
    const grid = `<form method="post" action="./list.aspx"><div class="num">${link(1, "")}${link(2, "rgCurrentPage")}${link(3, "")}</div></form>`;
    expect(findNextPage(grid, url)).toMatchObject({ kind: "form", fields: { __EVENTTARGET: "grid$p3" } });
    const bracketed = '<div>Page <strong>[1]</strong> <a href="/n?at=b7">2</a> <a href="/n?at=c9">3</a> of 3</div>';
    expect(findNextPage(bracketed, url)).toEqual(at("/n?at=b7"));
  });

  it("ends on the last page", () => {
    const html =
      '<ul class="pagination"><li><a href="?page=1">1</a></li><li><a href="?page=2">2</a></li><li class="active"><span>3</span></li></ul>';
    expect(findNextPage(html, `${url}?page=3`)).toBeNull();
  });

  it("reads page and offset parameters and paths from addresses", () => {
    expect(findNextPage('<a href="?q=x&page=4">last</a><a href="?page=3&q=x">on</a>', `${url}?q=x&page=2`)).toEqual(
      at("/notices?page=3&q=x"),
    );
    expect(findNextPage('<a href="?offset=40">b</a><a href="?offset=20">a</a>', url)).toEqual(at("/notices?offset=20"));
    expect(findNextPage('<a href="/notices/page/3">on</a>', "https://buyers.example/notices/page/2")).toEqual(
      at("/notices/page/3"),
    );
  });

  it("does not take another list's pages for its own", () => {
    expect(findNextPage('<a href="/other?page=2">on</a>', url)).toBeNull();
  });
});

describe("by forms and scripts", () => {
  it("sends the form by whose postback a list grows", () => {
    const html = `<form method="post" action="./list.aspx"><input type="hidden" name="__VIEWSTATE" value="vs"><ul><li>A</li></ul><a class="btn" href="javascript:__doPostBack('ctl00$more','')">Load 5 more</a></form>`;
    expect(findNextPage(html, "https://portal.example/list.aspx")).toEqual({
      kind: "form",
      action: "https://portal.example/list.aspx",
      method: "post",
      fields: { __VIEWSTATE: "vs", __EVENTTARGET: "ctl00$more", __EVENTARGUMENT: "" },
    });
  });

  it("reads a postback with every field of its form", () => {
    const html = `<form method="post" action="/list.aspx"><input type="hidden" name="__VIEWSTATE" value="abc"><input name="q" value="roof">
<input type="password" name="secret" value="no"><select name="n"><option>10</option><option selected value="25">25</option></select>
<a href="javascript:__doPostBack('grid','Page$2')">2</a><a href="javascript:__doPostBack(&#39;grid&#39;,&#39;Page$Next&#39;)">Next</a></form>`;
    expect(findNextPage(html, url)).toEqual({
      kind: "form",
      action: "https://buyers.example/list.aspx",
      method: "post",
      fields: { __VIEWSTATE: "abc", q: "roof", n: "25", __EVENTTARGET: "grid", __EVENTARGUMENT: "Page$Next" },
    });
  });

  it("reads a form whose button says next", () => {
    const html =
      '<form action="/find"><input type="hidden" name="from" value="20"><button name="go" value="next">Next</button></form>';
    expect(findNextPage(html, url)).toEqual({
      kind: "form",
      action: "https://buyers.example/find",
      method: "get",
      fields: { from: "20", go: "next" },
    });
  });

  it.each([
    "Load more",
    "Show 20 more",
    "Mehr laden",
    "Weitere Ergebnisse anzeigen",
    "Voir plus",
    "Ver más",
    "Carica altri",
    "Meer laden",
    "Pokaż więcej",
  ])("knows the button %s", (word) => {
    expect(
      findNextPage(`<div id="list"></div><button class="more" data-url="/part?page=2">${word}</button>`, url),
    ).toEqual({
      kind: "load_more",
      selector: "button.more",
      url: "https://buyers.example/part?page=2",
    });
  });

  it("takes no card's own link for more of the list", () => {
    expect(findNextPage('<article><a href="/a">See more</a></article>', url)).toBeNull();
    expect(findNextPage('<a href="#">Ver más</a><a href="#">Ver más</a><a href="#">Ver más</a>', url)).toBeNull();
  });

  it("sees that a page goes on while it is scrolled", () => {
    expect(findNextPage('<div class="infinite-scroll" data-next-url="/part?after=9"></div>', url)).toEqual({
      kind: "scroll",
      url: "https://buyers.example/part?after=9",
    });
    expect(findNextPage('<div data-infinite-list="1"></div>', url)).toEqual({ kind: "scroll" });
  });
});

it("is null for a page without pages and for an address that is none", () => {
  expect(findNextPage("<p>Hello</p>", url)).toBeNull();
  expect(findNextPage("<a rel=next href=/2>Next</a>", "no address")).toBeNull();
});

it("a number of the visit in the path is no other path, and a count beside the item of an arrow says that it goes on", () => {
  const html =
    '<ul><li><a href="/list;jsessionid=0A1B?k=now&page=2">»</a></li><li class="disabled"><span>Seite 1 von 3</span></li></ul>';
  const next = findNextPage(html, "https://portal.example/list;jsessionid=0A1B?k=now");
  expect(next).toEqual({ kind: "link", url: "https://portal.example/list?k=now&page=2" });
});

it("a part that a framework fetches when it is scrolled to is the next page of the same list, and of no other", () => {
  const next = (part: string, url = "https://a.example/notices?status=open") =>
    findNextPage(
      `<html><body><ul><li><a href="/n/1">One</a></li><li><a href="/n/2">Two</a></li></ul>${part}</body></html>`,
      url,
    );
  const frame = (src: string) =>
    `<turbo-frame id="p2" src="${src}" loading="lazy"><div role="status">Loading more</div></turbo-frame>`;
  const second = { kind: "link", url: "https://a.example/notices?status=open&page=2" };
  expect(next(frame("/notices?status=open&amp;page=2"))).toEqual(second);
  expect(next('<div hx-get="/notices?status=open&amp;page=2" hx-trigger="revealed"></div>')).toEqual(second);
  expect(next(frame("/news?page=2"))).toBeNull();
  expect(next(frame("/notices?status=open&amp;page=2"), "https://a.example/notices?status=open&page=3")).toBeNull();
});

it("dots behind the last of the numbers that are shown lead to the next of them, dots before them do not", () => {
  const turn = (n: number, text = String(n)) => `<td><a href="/list?page=${n}">${text}</a></td>`;
  const pager = (...cells: string[]) => `<html><body><table><tr>${cells.join("")}</tr></table></body></html>`;
  const next = (html: string, n: number) => findNextPage(html, `https://a.example/list?page=${n}`);
  const on = (n: number) => ({ kind: "link", url: `https://a.example/list?page=${n}` });
  const now = (n: number) => `<td><span>${n}</span></td>`;
  expect(next(pager(turn(1), turn(2), now(3), turn(4, "...")), 3)).toEqual(on(4));
  expect(next(pager(turn(3, "..."), now(4), turn(5)), 4)).toEqual(on(5));
  expect(next(pager(turn(3, "..."), turn(4), now(5)), 5)).toBeNull();
});

it("numbers of which the one that is shown cannot be pressed are turned by the one behind it, up to the last", () => {
  const pager = (shown: number) =>
    `<html><body><div id="app"><h1>Calls</h1><nav><button type="button" disabled>Back</button>${[1, 2, 3].map((n) => `<button type="button"${n === shown ? " disabled" : ""}>${n}</button>`).join("")}</nav></div></body></html>`;
  const next = (shown: number) => findNextPage(pager(shown), "https://buyers.example/");
  expect(next(1)).toEqual({ kind: "turn", selector: "nav > button[disabled] + button:not([disabled])" });
  expect(next(2)).toEqual({ kind: "turn", selector: "nav > button[disabled] + button:not([disabled])" });
  expect(next(3)).toBeNull();
});

it("a button whose script writes the place in the list into its address is pressed, one with the whole address is followed", () => {
  const button = (attributes: string) =>
    findNextPage(
      `<html><body><ul><li>One</li></ul><button id="more" ${attributes}>Afficher plus de résultats</button></body></html>`,
      "https://buyers.example/calls",
    );
  const pressed = { kind: "load_more", selector: expect.any(String) };
  expect(button('data-url="/calls/rest" data-from="8"')).toEqual(pressed);
  expect(button('data-url="/calls/rest?kind=works" data-from="8"')).toEqual(pressed);
  expect(button('data-url="/calls/rest"')).toEqual(pressed);
  expect(button('data-url="/calls/rest?from=8" data-from="8"')).toEqual({
    ...pressed,
    url: "https://buyers.example/calls/rest?from=8",
  });
  expect(button('data-next-url="/calls/page/2"')).toEqual({ ...pressed, url: "https://buyers.example/calls/page/2" });
});

it("numbers without addresses are turned by the one behind that of the page that is shown, up to the last", () => {
  const pager = (shown: number) =>
    `<html><body><div class="finder"><p>27 calls</p><div class="turns">${[1, 2, 3].map((n) => `<button type="button" class="${n === shown ? "is-active" : ""}">${n}</button>`).join("")}</div></div></body></html>`;
  const next = (html: string) => findNextPage(html, "https://a.example/calls");
  expect(next(pager(1))).toEqual({ kind: "turn", selector: "div.turns > button.is-active + button" });
  expect(next(pager(3))).toBeNull();
  expect(next(pager(1).replace("is-active", "grey"))).toBeNull();
});

describe("by a choice of pages", () => {
  const numbers = (chosen: number, count = 3) =>
    Array.from(
      { length: count },
      (_, at) => `<option value="${at + 1}"${at + 1 === chosen ? " selected" : ""}>${at + 1}</option>`,
    ).join("");
  const form = (name: string, options: string, behind = "") =>
    `<form action="/notices"><input type="hidden" name="org" value="7"><select name="${name}">${options}</select>${behind}<button>Go</button></form>`;

  it("sends the number after the chosen one with what else stands in the form, and ends at the last one", () => {
    expect(findNextPage(form("PageNum", numbers(1)), url)).toEqual({
      kind: "form",
      action: "https://buyers.example/notices",
      method: "get",
      fields: { org: "7", PageNum: "2" },
    });
    expect(findNextPage(form("PageNum", numbers(3)), url)).toBeNull();
    expect(findNextPage(form("n", numbers(2), " of 3 "), url)).toMatchObject({ fields: { n: "3" } });
  });

  it("posts back where the choice does so from a timer, and follows numbers that stand for addresses", () => {
    const choice = `<select name="ctl00$pager" aria-label="Page" onchange="javascript:setTimeout('__doPostBack(\\'ctl00$pager\\',\\'\\')', 0)">${numbers(1)}</select>`;
    expect(
      findNextPage(
        `<form method="post" action="/grid"><input type="hidden" name="__VIEWSTATE" value="v">${choice}</form>`,
        url,
      ),
    ).toEqual({
      kind: "form",
      action: "https://buyers.example/grid",
      method: "post",
      fields: { __VIEWSTATE: "v", __EVENTTARGET: "ctl00$pager", __EVENTARGUMENT: "", ctl00$pager: "2" },
    });
    const jumps = ["1", "2"].map((n) => `<option value="/notices?sida=${n}">Page ${n} of 2</option>`).join("");
    expect(findNextPage(`<div><select onchange="location=this.value">${jumps}</select></div>`, url)).toEqual(
      at("/notices?sida=2"),
    );
  });

  it("takes neither pieces to buy nor entries to a page for one", () => {
    expect(findNextPage(form("qty", numbers(1, 9)), url)).toBeNull();
    const sizes = "<option>10</option><option>25</option><option>50</option>";
    expect(findNextPage(form("page_size", sizes), url)).toBeNull();
  });
});
