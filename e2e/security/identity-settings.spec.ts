import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { startApp } from "../../scripts/services/app.mjs";
import { anAddress, anOwner, call, password, signUp } from "./people";

test("a changed password keeps this browser in and puts the others out", async ({ browser }) => {
  const { page, context, email, slug } = await anOwner(browser);
  const phone = await browser.newContext();
  const other = await phone.newPage();
  await other.goto("/sign-in");
  await other.getByLabel("E-mail").fill(email);
  await other.getByLabel("Password").fill(password);
  await other.getByRole("button", { name: "Sign in" }).click();
  await other.waitForURL(`**/${slug}/**`);
  await page.goto(`/${slug}/settings/security`);
  await page.getByLabel("Current password").fill(password);
  await page.getByLabel("New password").fill("seven lanterns over copper bay");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Password changed")).toBeVisible();
  expect((await call(context, "identity.me")).status()).toBe(200);
  await expect.poll(async () => (await call(phone, "identity.me")).status(), { timeout: 5_000 }).toBe(401);
});

test("a key made in Settings works over REST until it is revoked there", async ({ browser, playwright, baseURL }) => {
  const { page, slug } = await anOwner(browser);
  await page.goto(`/${slug}/settings/api-keys`);
  await page.getByRole("button", { name: "Create key" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("nightly script");
  await page.getByRole("dialog").getByRole("button", { name: "Create key" }).click();
  const key = (await page.getByRole("dialog").locator("pre").textContent()) ?? "";
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).first().click();
  const script = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { authorization: `Bearer ${key}` } });
  const reply = await script.get("/api/v1/workspace");
  expect(await reply.json()).toMatchObject({ slug, role: "viewer" });
  await page.getByRole("button", { name: "Revoke nightly script" }).click();
  await page.getByRole("button", { name: "Revoke key" }).click();
  await expect(page.getByText("revoked").first()).toBeVisible();
  await expect.poll(async () => (await script.get("/api/v1/workspace")).status(), { timeout: 5_000 }).toBe(401);
  await script.dispose();
});

test("a role is changed in Settings, and the audit shows it, checks out and can be saved", async ({ browser }) => {
  const { page, context, slug } = await anOwner(browser);
  const email = anAddress();
  const invited = await call(context, "invitations.create", { slug, input: { email, role: "viewer" } });
  const { link } = (await invited.json()).result.data;
  const guest = await (await browser.newContext()).newPage();
  await signUp(guest, email);
  await guest.goto(link);
  await guest.getByRole("button", { name: "Join Acme Bids" }).click();
  await guest.waitForURL(`**/${slug}/**`);

  await page.goto(`/${slug}/settings/members`);
  await page
    .getByRole("row", { name: new RegExp(email) })
    .getByRole("button")
    .click();
  await page.getByRole("menuitem", { name: "Change role" }).click();
  await page.getByRole("dialog").getByLabel("Role").selectOption("admin");
  await page.getByRole("dialog").getByRole("button", { name: "Change role" }).click();
  await expect(page.getByRole("row", { name: new RegExp(email) })).toContainText("admin");

  await page.goto(`/${slug}/settings/audit`);
  await page.getByLabel("Search the audit").fill("change_role");
  await expect(page.getByRole("table", { name: "Audit" })).toContainText("to: admin, from: viewer");
  await page.getByRole("button", { name: "Check the seal" }).click();
  await expect(page.getByText(/All \d+ entries are as they were written/)).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as CSV" }).click(),
  ]);
  expect(readFileSync(await download.path(), "utf8")).toContain("member.change_role");
});

test("the set-up token makes the operator, who reads the outbox; a second use is refused", async ({ browser }) => {
  test.setTimeout(180_000);
  const app = await startApp();
  try {
    const context = await browser.newContext({ baseURL: app.url });
    const page = await context.newPage();
    const setupToken = app.setupToken();
    await signUp(page, anAddress());
    await page.getByLabel("Name").fill("Acme Bids");
    await page.getByRole("button", { name: "Create workspace" }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/workspaces"));
    const slug = new URL(page.url()).pathname.split("/")[1] ?? "";
    await page.goto(`/${slug}/settings/outbox`);
    await expect(page.getByText("The outbox is for the operator")).toBeVisible();
    await page.goto(`/${slug}/settings/profile`);
    await page.getByLabel("Set-up token").fill("a guess");
    await page.getByRole("button", { name: "Become operator" }).click();
    await expect(page.getByText("The set-up token is not right")).toBeVisible();
    await page.getByLabel("Set-up token").fill(setupToken);
    await page.getByRole("button", { name: "Become operator" }).click();
    await expect(page.getByText("You look after this installation")).toBeVisible();

    await call(context, "invitations.create", { slug, input: { email: "new@example.com", role: "viewer" } });
    await page.goto(`/${slug}/settings/outbox`);
    await page.getByText("Invitation to Acme Bids").click();
    await expect(page.getByText(`${app.url}/accept-invitation?token=`)).toBeVisible();

    const again = await context.request.post("/api/v1/init", {
      data: { email: anAddress(), password, workspace: "Second", setupToken },
    });
    expect(again.status()).toBe(403);
  } finally {
    await app.stop();
  }
});

test("a new installation is set up over REST with its token, once", async ({ playwright }) => {
  test.setTimeout(180_000);
  const app = await startApp();
  try {
    const script = await playwright.request.newContext({ baseURL: app.url });
    const data = { email: anAddress(), password, workspace: "Acme", setupToken: app.setupToken() };
    const made = await script.post("/api/v1/init", { data });
    expect(made.status(), await made.text()).toBe(200);
    const { workspaceId, apiKey, url } = await made.json();
    expect(url).toBe(`${app.url}/acme`);
    const headers = { authorization: `Bearer ${apiKey}` };
    const workspace = await (await script.get("/api/v1/workspace", { headers })).json();
    expect(workspace).toMatchObject({ id: workspaceId, role: "admin" });
    expect(await (await script.get("/api/v1/audit/verify", { headers })).json()).toMatchObject({ isIntact: true });
    expect((await script.post("/api/v1/init", { data: { ...data, email: anAddress() } })).status()).toBe(403);
    await script.dispose();
  } finally {
    await app.stop();
  }
});
