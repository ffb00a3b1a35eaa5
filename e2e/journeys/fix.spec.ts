import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { anOwner, call } from "../security/people";
import { type RenamedSite, startRenamedSite } from "../sites/renamed/renamed-site";
import { looksSound, opensSound } from "./sound-screen";

const firstDay = new Date("2031-01-06T10:00:00Z");

test.describe("from a page that nothing can read any more to one that a person has taught", () => {
  test.describe.configure({ mode: "serial", timeout: 400_000 });
  let site: RenamedSite;
  let context: BrowserContext;
  let page: Page;
  let slug = "";
  let source = "";
  let task = "";

  test.beforeAll(async ({ browser }) => {
    site = await startRenamedSite({ port: Number(process.env.E2E_OTHER_SITE_PORT), now: firstDay });
    ({ context, page, slug } = await anOwner(browser, "Fen Bids"));
    page.setDefaultTimeout(90_000);
  });
  test.afterAll(async () => {
    await context?.close();
    await site?.close();
  });

  test("a listing is read, and the source says by which rule and how full its fields are", async () => {
    const input = { url: `${site.origin}/tenders`, kind: "portal", name: "Penrow Calls", budget: { depth: 0 } };
    const made = await call(context, "sources.create", { slug, input });
    expect(made.ok()).toBe(true);
    source = `/${slug}/sources/${(await made.json()).result.data.id}`;
    await page.goto(source);
    await expect(page.getByRole("table", { name: "Runs" })).toContainText("Finished", { timeout: 240_000 });
    const fields = page.getByRole("table", { name: "How full the fields are" });
    await expect(fields.getByRole("row").filter({ hasText: "Deadline" })).toContainText("100%");
    await expect(page.getByText(/Rule: learned from the page/)).toBeVisible();
  });

  test("the page is rebuilt beyond all rules, and the queue asks for a person", async () => {
    site.set({ skin: 4 });
    await page.getByRole("button", { name: "Scan now" }).click();
    await expect(page.getByText(/^Run finished: /)).toBeVisible({ timeout: 240_000 });
    await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Sources", exact: true }).click();
    await page.getByRole("link", { name: /^To fix/ }).click();
    const row = page.getByRole("table", { name: "To fix" }).getByRole("row").filter({ hasText: "Penrow Calls" });
    await expect(row).toContainText("No entries found");
    await row.getByRole("link").first().click();
    await page.waitForURL(/\/sources\/fixes\/[0-9a-f-]{36}/);
    task = new URL(page.url()).pathname;
  });

  test("a person shows one entry's fields with the mouse and the keyboard, and sees what they find", async () => {
    const [first, second] = site.register.listed();
    if (!first || !second) throw new Error("the site lists too little");
    await page.getByRole("button", { name: first.title }).click();
    await expect(page.getByRole("radio", { name: "Title" })).not.toBeChecked();
    const found = page.getByRole("table", { name: "Entries found" });
    await expect(found).toContainText(second.title);
    await page.getByRole("radio", { name: "Buyer" }).check();
    // From the title the next text is the buyer's.
    await page.getByRole("button", { name: first.title }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(found.getByRole("row").nth(2)).toContainText(second.buyer);
    await page.getByRole("textbox", { name: "Name of another field" }).fill("Reference");
    await page.getByRole("button", { name: "Add" }).click();
    await page.getByRole("button", { name: first.reference, exact: true }).click();
    await expect(found.getByRole("row").nth(2)).toContainText(second.reference);
    await expect(page.getByText("10 entries on the page now")).toBeVisible();
    await expect(page.getByRole("list", { name: "Found on earlier revisions" })).toContainText("0 entries");
  });

  test("axe finds nothing serious on the screen to fix, and nothing scrolls sideways", async () => {
    // The task as it stands, with what was clicked.
    const shows = (at: Page) => at.getByRole("table", { name: "Entries found" });
    await looksSound(page, { name: "fix-clicked", path: task, shows });
  });

  test("a rule that does not fit the past is used only when somebody says so, and the next run reads by it", async () => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 900 });
    const use = page.getByRole("button", { name: "Use for this source" });
    await expect(use).toBeDisabled();
    await page.getByRole("checkbox", { name: /^The page has been rebuilt since/ }).check();
    await use.click();
    await expect(page.getByText("Mended by a person")).toBeVisible();
    // Whoever asks while a run is under way joins that one, which began by the old rule.
    const input = encodeURIComponent(JSON.stringify({ id: source.split("/").at(-1) }));
    const lastRun = async () => {
      const { result } = await (await call(context, `sources.get?input=${input}`, { slug })).json();
      return String(result.data.lastRun?.status);
    };
    await expect.poll(lastRun, { timeout: 240_000 }).toBe("finished");
    const asked = page.waitForResponse((reply) => reply.url().includes("sources.scan"));
    await page.getByRole("button", { name: "Scan now" }).click();
    expect((await asked).ok()).toBe(true);
    await page.goto(source);
    await expect(page.getByText(/marked by a person/i).first()).toBeVisible({ timeout: 240_000 });
    const fields = page.getByRole("table", { name: "How full the fields are" });
    await expect(fields.getByRole("row").filter({ hasText: "Reference" })).toContainText("100%");
    await page.getByRole("tab", { name: "Entries" }).click();
    const [first] = site.register.listed();
    await expect(page.getByRole("list", { name: "Entries" })).toContainText(first?.reference ?? "none");
  });

  test("an entry is said to be wrong, the task is dismissed, and the rule before comes back by Undo", async () => {
    await page
      .getByRole("button", { name: /^This is wrong: / })
      .first()
      .click();
    await page.waitForURL(/\/sources\/fixes\/[0-9a-f-]{36}/);
    await expect(page.getByText("An entry is wrong")).toBeVisible();
    await page.getByText("Dismiss", { exact: true }).click();
    await expect(page.getByText("Dismissed", { exact: true })).toBeVisible();
    await page.goto(`${source}?tab=settings`);
    await page.getByRole("button", { name: "Forget this rule" }).click();
    await expect(page.getByText("No rule is used.", { exact: false })).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("button", { name: "Forget this rule" })).toBeVisible();
  });

  test("a rule is written by hand and tried on the kept pages before it is used", async () => {
    await page.getByText("Write a rule by hand").click();
    await page.getByLabel("Language").selectOption("xpath");
    await page.getByLabel("Entries", { exact: true }).fill("//div[@class='q-1']");
    await page.getByLabel("Fields, one a line, from an entry on").fill("Buyer: .//span[@class='q-5']");
    await page.getByRole("button", { name: "Try on the kept pages" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "title" })).toBeVisible();
    await page
      .getByLabel("Fields, one a line, from an entry on")
      .fill("title: ./div[1]/span\nBuyer: .//span[@class='q-5']");
    await page.getByRole("button", { name: "Try on the kept pages" }).click();
    await expect(page.getByText("10 entries on the page now")).toBeVisible();
  });

  test("the queue, the health page and the settings are sound, too", async () => {
    await call(context, "fixTasks.open", { slug, input: { sourceId: source.split("/").at(-1) } });
    const screens = [
      {
        name: "fixes",
        path: `/${slug}/sources/fixes`,
        shows: (at: Page) => at.getByRole("table", { name: "To fix" }),
      },
      { name: "fix-start", path: task, shows: (at: Page) => at.getByText("Mended by a person") },
      {
        name: "source-reading",
        path: source,
        shows: (at: Page) => at.getByRole("table", { name: "How full the fields are" }),
      },
      {
        name: "source-rule",
        path: `${source}?tab=settings`,
        shows: (at: Page) => at.getByText("How entries are found"),
      },
    ];
    for (const screen of screens) await opensSound(page, screen);
  });
});
