import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { anOwner } from "../security/people";
import { type PortalSite, startPortalSite } from "../sites/portal/portal-site";
import { opensSound } from "./sound-screen";

const firstDay = new Date("2031-01-06T10:00:00Z");

test.describe("from an address to a change with before and after", () => {
  test.describe.configure({ mode: "serial", timeout: 400_000 });
  let portal: PortalSite;
  let context: BrowserContext;
  let page: Page;
  let slug = "";
  let source = "";
  let change = "";

  test.beforeAll(async ({ browser }) => {
    portal = await startPortalSite({ port: Number(process.env.E2E_SITE_PORT), now: firstDay });
    ({ context, page, slug } = await anOwner(browser, "Harbour Bids"));
    page.setDefaultTimeout(90_000);
  });
  test.afterAll(async () => {
    await context?.close();
    await portal?.close();
  });

  test("an address that robots.txt closes is not read, and the way on asks who allowed it", async () => {
    await page.goto(`/${slug}/sources`);
    await page.getByRole("link", { name: "Add source" }).first().click();
    await checkAddress(page, `${portal.origin}/staff/board`);
    await expect(page.getByRole("alert").filter({ hasText: "robots.txt" })).toBeVisible({ timeout: 120_000 });
    expect(portal.requests.map(({ path }) => path)).not.toContain("/staff/board");
    await page.getByRole("button", { name: "Go on with their leave" }).click();
    await expect(page.getByRole("button", { name: "Start watching" })).toBeDisabled();
  });

  test("an address shows what it is, what would be read, and what else the page names", async () => {
    await checkAddress(page, `${portal.origin}/tenders`);
    await expect(page.getByRole("radio", { name: /^Tender portal/ })).toBeChecked({ timeout: 120_000 });
    await expect(page.getByRole("list", { name: "First entries" }).getByRole("listitem")).toHaveCount(10);
    await page.getByRole("radio", { name: /^Feed/ }).click();
    await expect(page.getByText("on the first page; what would be read")).toContainText("20 entries");
    await page.getByRole("radio", { name: /^Tender portal/ }).click();
    await page.getByText("Limits, quiet hours, and what is compared").click();
    await page.getByLabel("Pages in one run").fill("12");
    await page.getByLabel("Tags").fill("county, works");
    await page.getByRole("button", { name: "Start watching" }).click();
    await page.waitForURL(/\/sources\/[0-9a-f-]{36}/);
    source = new URL(page.url()).pathname;
  });

  test("the first run ends before one's eyes, and its entries open the pages that were kept", async () => {
    const runs = page.getByRole("table", { name: "Runs" });
    await expect(runs.getByRole("row").filter({ hasText: "first reading" })).toContainText("Finished", {
      timeout: 240_000,
    });
    await expect(page.getByText("Healthy")).toBeVisible();
    const [newest] = portal.register.listed();
    if (!newest) throw new Error("the sample portal lists nothing");
    await page.getByRole("tab", { name: "Entries" }).click();
    const entry = page.getByRole("list", { name: "Entries" }).getByRole("listitem").filter({ hasText: newest.title });
    await expect(entry).toContainText(newest.reference);
    await entry.getByRole("link", { name: newest.title, exact: true }).click();
    await page.waitForURL(/\/library\/[0-9a-f-]{36}/);
    await expect(page.getByText(newest.summary).first()).toBeVisible({ timeout: 120_000 });
  });

  test("the site changes, the next run tells it, and the change shows both wordings", async () => {
    const [, tender] = portal.register.listed();
    if (!tender) throw new Error("the sample portal lists too little");
    portal.set({ amend: { reference: tender.reference, deadline: "2031-09-30T12:00:00Z" } });
    await page.goto(source);
    await page.getByRole("button", { name: "Scan now" }).click();
    await expect(page.getByText(/^Run finished: .*changed/)).toBeVisible({ timeout: 240_000 });

    await page.getByRole("link", { name: /^Changes \d+ not yet seen/ }).click();
    const row = page
      .getByRole("table", { name: "Changes" })
      .getByRole("row")
      .filter({ hasText: `${tender.title} ·` });
    await expect(row.getByRole("img", { name: "Not yet seen" })).toBeVisible();
    await row.getByRole("link").first().click();
    await page.waitForURL(/\/changes\/[0-9a-f-]{36}/);
    change = new URL(page.url()).pathname;
    const items = page.getByRole("list", { name: "What changed" });
    await expect(items.locator("ins").filter({ hasText: "30 September" }).first()).toBeVisible();
    await expect(items.locator("del").first()).toBeVisible();
    await page.getByRole("button", { name: "In one text" }).click();
    await expect(page).toHaveURL(/view=inline/);
    await page.getByRole("link", { name: "Version 1" }).click();
    await expect(page.getByText("This is version 1, and a newer one was added.")).toBeVisible({ timeout: 90_000 });
  });

  test("all is marked as seen, and the mark in the sidebar goes", async () => {
    await page.goto(`/${slug}/changes`);
    await page.getByRole("button", { name: "Mark all as seen" }).click();
    await expect(page.getByText(/^Nothing new since you last looked/)).toBeVisible();
    await expect(page.getByRole("link", { name: "Changes", exact: true })).toBeVisible();
    await page.getByLabel("Which changes").selectOption("unseen");
    await expect(page.getByText("You have seen everything.")).toBeVisible();
  });

  test("a source is paused, resumed by Undo, and scanned from the palette", async () => {
    await page.goto(source);
    await page.getByRole("button", { name: "Pause" }).click();
    await expect(page.getByText("Paused", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("Healthy")).toBeVisible();
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByPlaceholder("Go to, create or ask").fill("scan now");
    await page.getByRole("option", { name: /^Scan now: / }).click();
    await expect(page.getByText(/^Run finished: /)).toBeVisible({ timeout: 240_000 });
  });

  test("axe finds nothing serious on the screens to watch, and nothing scrolls sideways", async () => {
    // Nine screens, each in four ways: three minutes are not always enough beside other work.
    test.setTimeout(400_000);
    const tab = (name: string) => ({
      name: `source-${name}`,
      path: `${source}?tab=${name}`,
      shows: (at: Page) => at.getByRole("tabpanel"),
    });
    const screens = [
      { name: "sources", path: `/${slug}/sources`, shows: (at: Page) => at.getByRole("table", { name: "Sources" }) },
      {
        name: "source-new",
        path: `/${slug}/sources/new`,
        shows: (at: Page) => at.getByRole("textbox", { name: "Address", exact: true }),
      },
      ...["overview", "pages", "entries", "changes", "settings"].map(tab),
      { name: "changes", path: `/${slug}/changes`, shows: (at: Page) => at.getByRole("table", { name: "Changes" }) },
      { name: "change", path: change, shows: (at: Page) => at.locator("ins").first() },
      { name: "crawler", path: "/crawler", shows: (at: Page) => at.getByText("Disallow: /") },
    ];
    for (const screen of screens) await opensSound(page, screen);
  });
});

async function checkAddress(page: Page, address: string) {
  await page.getByRole("textbox", { name: "Address", exact: true }).fill(address);
  await page.getByRole("button", { name: "Check address" }).click();
}
