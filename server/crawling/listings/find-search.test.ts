import { describe, expect, it } from "vitest";
import { findSearch } from "./find-search";

const url = "https://buyers.example/tenders/search";
const page = (main: string) =>
  `<html><body><header><form action="/find"><input name="q"><button>Search</button></form></header><main><h1>Find tenders</h1>${main}</main></body></html>`;
const sent = (main: string) => findSearch(page(main), url)?.sends ?? null;

describe("a search that is sent as the page fills it", () => {
  it("leaves texts empty, takes the choice that leaves nothing out, and keeps what the page has chosen", () => {
    expect(
      sent(`<form action="/tenders/results"><input name="words"><select name="region"><option value="">Choose a region</option><option value="n">North</option></select>
        <select name="state"><option>All</option><option selected>Open</option></select><label><input type="radio" name="kind" value="any"> Any kind</label><label><input type="radio" name="kind" value="w"> Works</label><button>Show tenders</button></form>`),
    ).toEqual([
      {
        action: "https://buyers.example/tenders/results",
        method: "get",
        fields: { words: "", region: "", state: "Open", kind: "any" },
        asked: { words: "", region: "", state: "Open", kind: "any" },
      },
    ]);
  });

  it("takes an all-inclusive choice where the first one is another", () => {
    expect(
      sent(`<form><select name="cat"><option value="w">Bauleistungen</option><option value="*">Alle Kategorien</option></select>
        <input type="submit" value="Suchen"></form>`)?.[0]?.fields,
    ).toEqual({ cat: "*" });
  });

  it("asks once for each choice where none leaves nothing out", () => {
    const searches = sent(
      `<form method="post"><select name="office"><option value="1">Harbour</option><option value="2">Schools</option></select><button>Rechercher</button></form>`,
    );
    expect(searches?.map(({ fields }) => fields.office)).toEqual(["1", "2"]);
  });

  it("posts with the proof that the form was shown, which is no part of what was asked", () => {
    expect(
      sent(
        `<form method="post" action="/s"><input type="hidden" name="csrf_token" value="f00"><input type="hidden" name="page" value="1"><input name="q"><select name="c"><option>Any</option></select><button name="go" value="1">Buscar</button></form>`,
      ),
    ).toEqual([
      {
        action: "https://buyers.example/s",
        method: "post",
        fields: { csrf_token: "f00", page: "1", q: "", c: "Any", go: "1" },
        asked: { page: "1", q: "", c: "Any", go: "1" },
      },
    ]);
  });

  it("finds the search among the parts of a page that is one form", () => {
    const search = findSearch(
      `<form method="post" action="./list.aspx"><input type="hidden" name="__VIEWSTATE" value="dDwtMTA4NzczMzUxMjs7Pg00"><div class="top"><input type="password" name="p"><input type="submit" name="in" value="Log in"></div>
      <div><h1>Tenders</h1><div class="criteria"><p><label>Words</label><input type="text" name="ctl00$txt"></p><p><a href="javascript:__doPostBack('ctl00$find','')">Search</a></p></div></div></form>`,
      url,
    );
    expect(search?.sends).toMatchObject([
      {
        method: "post",
        fields: { __EVENTTARGET: "ctl00$find", ctl00$txt: "" },
        asked: { __EVENTTARGET: "ctl00$find" },
      },
    ]);
    expect(search?.sends[0]?.asked).not.toHaveProperty("__VIEWSTATE");
  });

  it("names the button of a search that only a script can send", () => {
    expect(
      findSearch(
        page(`<div class="criteria"><input placeholder="Words"><button type="button">Search</button></div>`),
        url,
      ),
    ).toEqual({ sends: [], button: 'button:text-is("Search")' });
  });
});

describe("what is never sent", () => {
  it.each([
    ["the box in the header", ""],
    ["a sign-in", `<form method="post"><input name="user"><input type="password" name="pw"><button>Go</button></form>`],
    ["a newsletter", `<form action="/subscribe"><input type="email" name="mail"><button>Find out more</button></form>`],
    [
      "a contact form",
      `<form method="post"><input name="subject"><textarea name="text"></textarea><button>Search help</button></form>`,
    ],
    ["a saved search", `<form method="post"><input name="q"><button>Save search</button></form>`],
    ["a bid", `<form method="post" class="search"><input name="amount"><button>Submit your bid</button></form>`],
    ["a field that must be filled", `<form><input name="q" required><button>Search</button></form>`],
    [
      "terms that must be agreed to",
      `<form><input name="q"><input type="checkbox" required name="terms"><button>Search</button></form>`,
    ],
    ["a proof of being human", `<form><input name="q"><div class="g-recaptcha"></div><button>Search</button></form>`],
    ["the order of a list", `<form><select name="sort"><option>Newest</option></select><button>Show</button></form>`],
    ["a language", `<form><select name="lang"><option>English</option></select><button>Go</button></form>`],
    [
      "a form of another host",
      `<form action="https://elsewhere.example/s"><input name="q"><button>Search</button></form>`,
    ],
    [
      "a post whose button does not say what it does",
      `<form method="post" class="search-form"><input name="q"><button>Submit</button></form>`,
    ],
    [
      "a search that deletes",
      `<form method="post" action="/search/delete"><input name="q"><button>Search</button></form>`,
    ],
  ])("%s", (_, main) => {
    expect(findSearch(page(main), url)).toBeNull();
  });

  it("throws on nothing", () => {
    for (const broken of ["", "<form", "<form><button>Search", "<select><option>", "x".repeat(9_000)])
      expect(() => findSearch(broken, url)).not.toThrow();
    expect(findSearch("<form><input name=q><button>Search</button></form>", "not an address")).toBeNull();
  });
});
