import { expect, test } from "vitest";
import { failure } from "./failure";
import type { FetchedPage } from "./fetched-page";
import { withoutSecrets } from "./without-secrets";

const secret = `can<a>ry "otter" & 'lamp' 42`;
const page = (text: string): FetchedPage => ({
  ...{ url: "https://a.example/", finalUrl: "https://a.example/", redirects: [], status: 200, headers: {} },
  ...{
    mime: "text/html",
    charset: "windows-1252",
    body: Buffer.from(text),
    text,
    rung: "browser",
    fetchedAt: new Date(),
  },
  ...{ ms: 1, bytes: text.length, screenshot: Buffer.from("picture") },
});
const read = (text: string, secrets = [secret]) => withoutSecrets({ kind: "fetched", page: page(text) }, secrets);

test.each([
  ["as words", "<p>Your password is can&lt;a&gt;ry \"otter\" &amp; 'lamp' 42.</p>"],
  ["in a field", `<input value="can&lt;a&gt;ry &quot;otter&quot; &amp; &#39;lamp&#39; 42">`],
  ["in a script", `<script>const login = ${JSON.stringify({ password: secret })}</script>`],
  ["in an address", `<a href="/in?pass=${encodeURIComponent(secret)}">in</a>`],
  ["in a form's address", `<a href="/in?${new URLSearchParams({ pass: secret })}">in</a>`],
])("a password that a page shows %s is covered, and no picture of it is kept", (_, html) => {
  const outcome = read(`<h1>Account</h1>${html}`);
  if (outcome.kind !== "fetched") return expect.unreachable();
  expect(outcome.page).not.toHaveProperty("screenshot");
  for (const kept of [outcome.page.text, outcome.page.body.toString()]) {
    expect(kept).toContain("<h1>Account</h1>");
    expect(kept).toContain("••••••");
    expect(kept).not.toMatch(/otter|lamp/);
  }
});

test("a page that spells it with markup or other references between its letters is not kept", () => {
  for (const html of ["<b>can</b>ary-otter-42", "canary&#45;otter&#45;42"])
    expect(read(`<p>${html}</p>`, ["canary-otter-42"])).toMatchObject({ kind: "failed", code: "secret_shown" });
});

test("an error page is covered, too; other pages, and secrets of a few letters, stay as they are", () => {
  const wrong = failure("http_403", { status: 403, page: page("<p>canary-otter-42 is wrong</p>") });
  expect(withoutSecrets(wrong, ["canary-otter-42"])).toMatchObject({
    code: "http_403",
    page: { text: "<p>•••••• is wrong</p>" },
  });
  for (const [html, own] of [
    ["<p>Tenders of the north</p>", [secret]],
    ["<p>of the north</p>", ["the"]],
    ["<p>x</p>", []],
  ] as const) {
    const outcome = { kind: "fetched", page: page(html) } as const;
    expect(withoutSecrets(outcome, own)).toBe(outcome);
  }
});

test("what a page's scripts were told is left out where it holds the password, and else stays", () => {
  const [told, harmless] = [JSON.stringify({ user: { password: secret } }), JSON.stringify({ hits: [1] })];
  const outcome = withoutSecrets({ kind: "fetched", page: { ...page("<p>Tenders</p>"), answers: [told, harmless] } }, [
    secret,
  ]);
  expect(outcome).toMatchObject({ kind: "fetched", page: { text: "<p>Tenders</p>", answers: [harmless] } });
});
