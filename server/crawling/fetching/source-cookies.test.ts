import { describe, expect, it } from "vitest";
import { SourceCookies } from "./source-cookies";

describe("the cookies of a source", () => {
  it("go where they belong only", () => {
    const cookies = new SourceCookies();
    cookies.take(["a=1", "b=2; Domain=example.com", "c=3; Path=/deep", "d=4; Secure"], "https://www.example.com/");
    expect(cookies.header("https://www.example.com/")).toBe("a=1; b=2; d=4");
    expect(cookies.header("https://www.example.com/deep/er")).toBe("c=3; a=1; b=2; d=4");
    expect(cookies.header("http://other.example.com/")).toBe("b=2");
    expect(cookies.header("https://example.org/")).toBe("");
  });

  it("refuse what is set for a public suffix or for somebody else", () => {
    const cookies = new SourceCookies();
    cookies.take(["a=1; Domain=co.uk", "b=2; Domain=elsewhere.example", "c=3; Domain=com"], "https://shop.co.uk/");
    expect(cookies.header("https://shop.co.uk/")).toBe("");
    expect(cookies.header("https://elsewhere.example/")).toBe("");
  });

  it("outlive the process, and travel to the browser and back", () => {
    const cookies = new SourceCookies();
    cookies.take(["a=1; HttpOnly; Max-Age=1000", "b=2; Domain=example.com; Path=/x"], "https://www.example.com/");
    const again = new SourceCookies(JSON.parse(JSON.stringify(cookies)));
    expect(again.header("https://www.example.com/x")).toBe("b=2; a=1");
    const browser = again.forBrowser("https://www.example.com/x");
    expect(browser.map(({ name, domain, path, httpOnly }) => [name, domain, path, httpOnly])).toEqual([
      ["b", ".example.com", "/x", false],
      ["a", "www.example.com", "/", true],
    ]);
    const third = new SourceCookies();
    third.takeFromBrowser(browser);
    expect(third.header("https://www.example.com/x")).toBe("b=2; a=1");
    expect(third.header("https://other.example.com/x")).toBe("b=2");
  });

  it("are kept in bounded number and size", () => {
    const cookies = new SourceCookies();
    for (let index = 0; index < 1000; index++)
      cookies.take([`n${index}=1`, `long${index}=${"x".repeat(5000)}`], "https://example.com/");
    expect(cookies.header("https://example.com/").split("; ").length).toBe(200);
  });
});
