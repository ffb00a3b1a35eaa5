import { afterEach, expect, it } from "vitest";
import { type LoginPortalOptions, type LoginPortalSite, startLoginPortalSite } from "./login-portal-site";
import { base32, oneTimeCode } from "./one-time-code";

let site: LoginPortalSite;
afterEach(() => site.close());

let cookie = "";
async function ask(path: string, form?: Record<string, string>): Promise<Response> {
  const init: RequestInit = { redirect: "manual", headers: { cookie } };
  const reply = await fetch(
    site.origin + path,
    form ? { ...init, method: "POST", body: new URLSearchParams(form) } : init,
  );
  cookie = reply.headers.get("set-cookie")?.split(";")[0] ?? cookie;
  return reply;
}
async function open(options: LoginPortalOptions = {}): Promise<string> {
  cookie = "";
  site = await startLoginPortalSite(options);
  return token("/login");
}
const token = async (path: string) => /name="csrf_token" value="(\w+)"/.exec(await (await ask(path)).text())?.[1] ?? "";
const account = () => ({ username: site.username, password: site.password });

it("sends strangers to its sign-in page and shows them no tender", async () => {
  await open();
  const reply = await ask("/tenders");
  expect([reply.status, reply.headers.get("location")]).toEqual([303, "/login?next=%2Ftenders"]);
});

it("lets people in with the token of the form, and out again", async () => {
  const csrf_token = await open();
  expect((await ask("/login", { ...account(), csrf_token })).headers.get("location")).toBe("/tenders");
  expect(await (await ask("/tenders")).text()).toContain("Appointment reminders");
  site.set({ signOutAll: true });
  expect((await ask("/tenders")).status).toBe(303);
});

it("refuses a wrong password and a missing token, and notes which", async () => {
  const csrf_token = await open();
  expect((await ask("/login", { ...account(), password: "guess", csrf_token })).status).toBe(401);
  expect((await ask("/login", account())).status).toBe(403);
  expect(site.requests.flatMap(({ note }) => note ?? [])).toEqual(["wrong password", "wrong token"]);
});

it("asks for a one-time code when it is told to", async () => {
  const csrf_token = await open({ hasOneTimeCode: true });
  expect((await ask("/login", { ...account(), csrf_token })).headers.get("location")).toBe("/login/code");
  expect((await ask("/tenders")).status).toBe(303);
  expect((await ask("/login/code", { csrf_token, code: "abc" })).status).toBe(401);
  const bits = [...site.oneTimeSecret]
    .map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0"))
    .join("");
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  await ask("/login/code", { csrf_token, code: oneTimeCode(secret, new Date()) });
  expect((await ask("/tenders")).status).toBe(200);
});

it("makes the codes of RFC 6238, appendix B, and the letters of RFC 4648", async () => {
  await open();
  const secret = Buffer.from("12345678901234567890");
  expect([59, 1_111_111_109, 20_000_000_000].map((second) => oneTimeCode(secret, new Date(second * 1000)))).toEqual([
    "287082",
    "081804",
    "353130",
  ]);
  expect(base32(Buffer.from("foobar"))).toBe("MZXW6YTBOI");
});
