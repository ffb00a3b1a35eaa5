import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
} from "@playwright/test";

import { noteSecret } from "../suite/notes";

export const password = "violet kettle north harbour";
let made = 0;

export function anAddress(): string {
  return `person-${process.pid}-${Date.now()}-${++made}@example.com`;
}

/** Makes an account in the page and stands where it leads. */
export async function signUp(page: Page, email: string, next = "/workspaces"): Promise<void> {
  await page.goto(`/sign-up?next=${encodeURIComponent(next)}`);
  await page.getByLabel("Name").fill("Ada Example");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-up"));
  await noteSession(page);
}

async function noteSession(page: Page): Promise<void> {
  for (const { name, value } of await page.context().cookies())
    if (name.includes("session")) noteSecret("a session", value);
}

/** A browser of its own with an account and a workspace; returns the page inside and the workspace's slug. */
export async function anOwner(browser: Browser, name = "Acme Bids", options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const email = anAddress();
  await signUp(page, email);
  await page.waitForURL("**/workspaces/new");
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Create workspace" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/workspaces"));
  const slug = new URL(page.url()).pathname.split("/")[1] ?? "";
  expect(slug).not.toBe("");
  return { context, page, email, slug };
}

/** A browser of its own with somebody whom the owner has invited, and who stands in the workspace. */
export async function invitedColleague(browser: Browser, owner: Page, slug: string, role: "viewer" | "member") {
  await owner.goto(`/${slug}/settings/members`);
  await owner.getByRole("button", { name: "Invite member" }).click();
  const dialog = owner.getByRole("dialog");
  await dialog.getByLabel("E-mail").fill(anAddress());
  await dialog.getByLabel("Role").selectOption(role);
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  const link = (await dialog.locator("pre").textContent()) ?? "";
  const page = await (await browser.newContext()).newPage();
  // The link names the installation's own address; the path is what counts here.
  await page.goto(new URL(link).pathname + new URL(link).search);
  await page.getByLabel("Name").fill("Grace Example");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("button", { name: /^Join / }).click();
  await page.waitForURL(`**/${slug}/**`);
  await noteSession(page);
  return page;
}

/** Calls a procedure with the browser's own cookies, as its pages do. */
export async function call(
  of: BrowserContext | APIRequestContext,
  path: string,
  options: { slug?: string; input?: object; headers?: Record<string, string> } = {},
) {
  const request = "request" in of ? of.request : of;
  const headers = { ...(options.slug ? { "x-outrider-workspace": options.slug } : {}), ...options.headers };
  return options.input
    ? request.post(`/api/trpc/${path}`, { headers, data: options.input })
    : request.get(`/api/trpc/${path}`, { headers });
}

/** So many documents that the person sees have been read. */
export async function documentsAreRead(context: BrowserContext, slug: string, count: number): Promise<void> {
  const read = async () => {
    const { documents } = (await (await call(context, "documents.list?input=%7B%7D", { slug })).json()).result.data;
    return (documents as { currentSnapshotId: string | null }[]).filter((one) => one.currentSnapshotId).length;
  };
  await expect.poll(read, { timeout: 240_000 }).toBe(count);
}
