import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { clientScript } from "./client-script";
import { type ScriptPortalSite, startScriptPortalSite } from "./script-portal-site";

let site: ScriptPortalSite;
beforeEach(async () => {
  site = await startScriptPortalSite();
});
afterEach(() => site.close());

it("shows nothing of its notices without a script, on any address", async () => {
  for (const path of ["/", "/notices?page=2", `/notices/${site.register.all()[0]?.slug}`]) {
    const body = await (await fetch(site.origin + path)).text();
    expect(body).toContain("enable JavaScript");
    for (const { title } of site.register.all()) expect(body).not.toContain(title);
  }
});

it("answers its script in pages and one by one, and follows changes", async () => {
  const list = async (page: number) =>
    (await fetch(`${site.origin}/api/notices?page=${page}`)).json() as Promise<{
      pages: number;
      total: number;
      notices: { slug: string; title: string }[];
    }>;
  const { pages, total, notices } = await list(1);
  expect([pages, total, notices.length]).toEqual([5, 46, 10]);
  expect((await fetch(`${site.origin}/api/notices/${notices[0]?.slug}`)).status).toBe(200);
  expect((await fetch(`${site.origin}/api/notices/none`)).status).toBe(404);
  site.set({ publish: { title: "A new lighthouse" } });
  expect((await list(1)).total).toBe(47);
});

it("sends a script that can be parsed", () => {
  expect(() => runInNewContext(`(() => {${clientScript}})`)).not.toThrow();
});
