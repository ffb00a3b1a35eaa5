import { expect, test } from "@playwright/test";
import { anAddress, anOwner, call, password, signUp } from "./people";

test("from nothing to a workspace, out again, and back to the very page", async ({ browser }) => {
  const { page, email, slug } = await anOwner(browser);
  await page.getByRole("button", { name: /account and theme/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
  await page.goto(`/${slug}/settings/members`);
  await page.waitForURL("**/sign-in?next=**");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("The e-mail address or the password is not right.")).toBeVisible();
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**/${slug}/settings/members`);
  await expect(page.getByRole("table", { name: "Members" })).toContainText(email);
});

test("a cookie that was kept is worth nothing after signing out", async ({ browser, playwright, baseURL }) => {
  const { context, page } = await anOwner(browser);
  const kept = await context.storageState();
  await page.getByRole("button", { name: /account and theme/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
  const thief = await playwright.request.newContext({ baseURL, storageState: kept });
  expect((await call(thief, "identity.me")).status()).toBe(401);
  await thief.dispose();
});

test("a session ended in Settings is refused elsewhere within 5 seconds", async ({ browser }) => {
  const { page, email, slug } = await anOwner(browser);
  const phone = await browser.newContext();
  const other = await phone.newPage();
  await other.goto("/sign-in");
  await other.getByLabel("E-mail").fill(email);
  await other.getByLabel("Password").fill(password);
  await other.getByRole("button", { name: "Sign in" }).click();
  await other.waitForURL(`**/${slug}/**`);
  expect((await call(phone, "identity.me")).status()).toBe(200);
  await page.goto(`/${slug}/settings/security`);
  await page.getByRole("button", { name: "End all others" }).click();
  await expect(page.getByText("1 session ended")).toBeVisible();
  await expect.poll(async () => (await call(phone, "identity.me")).status(), { timeout: 5_000 }).toBe(401);
});

test("an invitation says what it gives, opens this workspace, and removal closes it again", async ({ browser }) => {
  const { context, page, slug } = await anOwner(browser, "Acme Tenders");
  const guestEmail = anAddress();
  await page.goto(`/${slug}/settings/members`);
  await page.getByRole("button", { name: "Invite member" }).click();
  await page.getByRole("dialog").getByLabel("E-mail").fill(guestEmail);
  await page.getByRole("dialog").getByLabel("Role").selectOption("viewer");
  await page.getByRole("dialog").getByRole("button", { name: "Invite", exact: true }).click();
  const link = (await page.getByRole("dialog").locator("pre").textContent()) ?? "";

  const guestContext = await browser.newContext();
  const guest = await guestContext.newPage();
  await guest.goto(link);
  await expect(guest.getByRole("heading", { name: "Join Acme Tenders" })).toBeVisible();
  await expect(guest.getByRole("definition").filter({ hasText: "viewer" })).toBeVisible();
  await guest.getByLabel("Name").fill("Grace Example");
  await guest.getByLabel("Password").fill(password);
  await guest.getByRole("button", { name: "Create account" }).click();
  await guest.getByRole("button", { name: "Join Acme Tenders" }).click();
  await guest.waitForURL(`**/${slug}/**`);
  const renamed = await call(guestContext, "workspaces.rename", { slug, input: { name: "Mine" } });
  expect(renamed.status()).toBe(403);

  await guest.goto(link);
  await expect(guest.getByRole("heading", { name: /not valid any more/ })).toBeVisible();

  const members = (await (await call(context, "members.list", { slug })).json()).result.data;
  const { userId } = members.find((member: { email: string }) => member.email === guestEmail);
  expect((await call(context, "members.remove", { slug, input: { userId } })).status()).toBe(200);
  await expect
    .poll(async () => (await call(guestContext, "workspaces.get", { slug })).status(), { timeout: 5_000 })
    .toBe(404);
  await guest.goto(`/${slug}/library`);
  await expect(guest.getByText("There is nothing at this address")).toBeVisible();
});

test("who opens another's invitation goes on as the invited, and a link that is over says so before anything is typed", async ({
  browser,
}) => {
  const { context, page, slug } = await anOwner(browser, "Acme Tenders");
  const guestEmail = anAddress();
  const invited = await call(context, "invitations.create", { slug, input: { email: guestEmail, role: "member" } });
  const { link, invitation } = (await invited.json()).result.data;
  await page.goto(link);
  await expect(page.getByText(`this invitation is for ${guestEmail} only`)).toBeVisible();
  await page.getByRole("button", { name: `Sign out and go on as ${guestEmail}` }).click();
  await expect(page.getByRole("heading", { name: "Join Acme Tenders" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Create account" })).toBeVisible();
  expect((await call(context, "identity.me")).status()).toBe(401);
  expect(invitation.email).toBe(guestEmail);
  await page.goto("/reset-password?token=used-or-made-up");
  await expect(page.getByRole("heading", { name: "This link is not valid any more" })).toBeVisible();
  await page.getByLabel("E-mail").fill(guestEmail);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText(/a link for a new password is on its way/)).toBeVisible();
});

test("a stranger's workspace looks like one that does not exist", async ({ browser }) => {
  const [mine, theirs] = [await anOwner(browser), await anOwner(browser)];
  const [foreign, unknown] = [
    await call(mine.context, "workspaces.get", { slug: theirs.slug }),
    await call(mine.context, "workspaces.get", { slug: "no-such-workspace" }),
  ];
  const told = async (response: typeof foreign) => {
    const { error } = await response.json();
    return { status: response.status(), message: error.message, reason: error.data.reason };
  };
  expect(await told(foreign)).toEqual(await told(unknown));
  await mine.page.goto(`/${theirs.slug}/library`);
  await expect(mine.page.getByText("There is nothing at this address")).toBeVisible();
});

test("another site can change nothing with the browser's cookies", async ({ browser, baseURL }) => {
  const { context, slug } = await anOwner(browser);
  const body = JSON.stringify({ name: "Taken over" });
  const origin = "https://evil.example";
  const attempts: Record<string, string>[] = [
    { origin, "content-type": "application/json" },
    { origin, "content-type": "text/plain" },
    { origin, "content-type": "multipart/form-data; boundary=x" },
    { origin: "null", "content-type": "application/json" },
    { origin: baseURL ?? "", "sec-fetch-site": "cross-site", "content-type": "application/json" },
    { host: "evil.example", "content-type": "application/json" },
  ];
  for (const headers of attempts) {
    const response = await context.request.post("/api/trpc/workspaces.rename", {
      headers: { ...headers, "x-outrider-workspace": slug },
      data: Buffer.from(body),
    });
    expect(response.status(), JSON.stringify(headers)).toBe(403);
  }
  const plain = await context.request.post("/api/trpc/workspaces.rename", {
    headers: { "content-type": "text/plain", "x-outrider-workspace": slug },
    data: Buffer.from(body),
  });
  expect(plain.status()).toBe(415);
  const byGet = await context.request.get(`/api/trpc/workspaces.rename?input=${encodeURIComponent(body)}`, {
    headers: { "x-outrider-workspace": slug },
  });
  expect(byGet.status()).toBe(405);
  const signOut = await context.request.post("/api/auth/signout", { headers: { origin }, form: {} });
  expect(signOut.status()).toBe(403);
  const { result } = await (await call(context, "workspaces.get", { slug })).json();
  expect(result.data.name).toBe("Acme Bids");
});

test("after signing in nobody is led away from here", async ({ browser }) => {
  for (const next of ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]) {
    const page = await (await browser.newContext()).newPage();
    await signUp(page, anAddress(), next);
    await page.waitForURL("**/workspaces/new");
    await page.context().close();
  }
});

test("known and unknown addresses are answered alike, and forged addresses buy no further attempts", async ({
  browser,
  playwright,
  baseURL,
}) => {
  const { email } = await anOwner(browser);
  const stranger = await playwright.request.newContext({ baseURL });
  const attempt = async (as: string, headers: Record<string, string> = {}) => {
    const { csrfToken } = await (await stranger.get("/api/auth/csrf")).json();
    const response = await stranger.post("/api/auth/callback/credentials", {
      headers: { "x-auth-return-redirect": "1", ...headers },
      form: { csrfToken, email: as, password: "not the password" },
    });
    return { status: response.status(), body: await response.text() };
  };
  const [known, unknown] = [await attempt(email), await attempt(anAddress())];
  expect(known).toEqual(unknown);
  // A plain form, which follows redirects by itself, is led back to the page that says what was wrong.
  const { csrfToken } = await (await stranger.get("/api/auth/csrf")).json();
  const plain = await stranger.post("/api/auth/callback/credentials", {
    form: { csrfToken, email: anAddress(), password: "not the password" },
    maxRedirects: 0,
  });
  expect(plain.status()).toBe(302);
  expect(plain.headers().location).toMatch(/\/sign-in\?error=CredentialsSignin&code=credentials$/);
  expect(plain.headers()["cache-control"]).toBe("private, no-store");
  for (let n = 0; n < 9; n++) await attempt(email, { "x-forwarded-for": `198.51.100.${n}` });
  const further = await attempt(email, {
    "x-forwarded-for": "203.0.113.99",
    forwarded: "for=203.0.113.99",
    "x-real-ip": "203.0.113.99",
  });
  expect(further.body).toContain("code=limited");
  const answers = [];
  for (const input of [{ email }, { email: anAddress() }]) {
    const response = await call(stranger, "identity.requestPasswordReset", { input });
    answers.push([response.status(), await response.text()]);
  }
  expect(answers[0]).toEqual(answers[1]);
  await stranger.dispose();
});
