import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { anOwner } from "../../security/people";
import { dropOn, importTender, isRead, requirementOf } from "./tender";
import { amendedWork, folder, tenderZip } from "./tender-package";

test.describe("from dropped files to a decision", () => {
  test.describe.configure({ mode: "serial", timeout: 400_000 });
  let context: BrowserContext;
  let page: Page;
  let slug = "";
  let opportunity = "";

  test.beforeAll(async ({ browser }) => {
    ({ context, page, slug } = await anOwner(browser, "Ferry Bids"));
    page.setDefaultTimeout(90_000);
  });
  test.afterAll(async () => {
    await context?.close();
  });

  test("a new workspace shows the one thing to begin with, and five steps", async () => {
    await page.goto(`/${slug}/today`);
    await expect(page.getByText("Begin with a tender")).toBeVisible();
    await expect(page.getByRole("button", { name: "Choose tender files" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "First steps: 0 of 5" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Ask a question" })).toHaveCount(1);
  });

  test("an empty list says what belongs there and the ways to fill it", async () => {
    await page.goto(`/${slug}/opportunities`);
    await expect(page.getByText("Tenders, requests and grants that might be answered belong here.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Choose tender files" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Watch a portal" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Try with the sample" })).toBeVisible();
  });

  test("a ZIP dropped anywhere becomes an opportunity with its dates, buyer and requirements", async () => {
    await page.goto(`/${slug}/today`);
    await dropOn(page, tenderZip(), "Drop to make an opportunity");
    await page.waitForURL(/\/opportunities\/[0-9a-f-]{36}/);
    opportunity = new URL(page.url()).pathname;
    await isRead(page);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Ferry Ticketing");
    await expect(page.getByRole("main")).toContainText("Northshire Transport Authority");
    await expect(page.getByRole("main")).toContainText("NTA-2031-17");
    await expect(page).toHaveTitle(/^.*Ferry Ticketing.* · Ferry Bids$/);
    await expect(page.getByRole("tab", { name: /^Requirements/ })).toContainText(/\d/);
  });

  test("two statements of the deadline stand beside each other, and a person says which one holds", async () => {
    await page.goto(opportunity);
    const contradiction = page.getByRole("region", { name: "Submission: documents disagree" });
    await expect(contradiction.getByText("2031-05-14 16:00")).toBeVisible();
    await expect(contradiction.getByText("2031-05-21 12:00")).toBeVisible();
    await expect(contradiction.getByRole("listitem").filter({ hasText: "2031-05-14" })).toContainText(
      "drives reminders",
    );
    await contradiction
      .getByTitle(/^Open .*Covering letter/i)
      .first()
      .click();
    const source = page.getByRole("region", { name: /^Source: / });
    await expect(source.locator("mark[data-passage]").filter({ hasText: "21 May 2031" })).toBeInViewport();
    await page.keyboard.press("Escape");
    await expect(source).toBeHidden();
    await contradiction
      .getByRole("listitem")
      .filter({ hasText: "2031-05-21" })
      .getByRole("button", { name: "This one holds" })
      .click();
    await expect(contradiction).toBeHidden();
    await expect(page.getByText(/2031-05-21/).first()).toBeVisible();
  });

  test("a date that is settled otherwise comes back as it had been settled with Undo", async () => {
    await page.goto(opportunity);
    const submission = page.getByRole("listitem").filter({ hasText: /^Submission/ });
    await submission.getByRole("button", { name: /other statement/ }).click();
    const other = submission.getByRole("listitem").filter({ hasText: "2031-05-14" });
    await expect(other).toContainText("Rejected");
    await other.getByRole("button", { name: "This one holds" }).click();
    await expect(page.getByText("Submission: 2031-05-14 16:00", { exact: false }).first()).toBeVisible();
    await page.getByRole("region", { name: "Messages" }).getByRole("button", { name: "Undo" }).click();
    await expect(submission.getByRole("listitem").filter({ hasText: "2031-05-14" })).toContainText("Rejected");
  });

  test("a requirement lights its sentence in the buyer's own document, by keyboard as well", async () => {
    await page.goto(`${opportunity}?tab=requirements`);
    const outage = requirementOf(page, "report every outage");
    await outage.getByRole("button", { name: /report every outage/ }).click();
    const lit = page.locator("mark[data-passage]");
    await expect(lit.filter({ hasText: "report every outage" })).toBeInViewport();
    await page.keyboard.press("j");
    await expect(lit.filter({ hasText: "encrypt all personal data" })).toBeInViewport();
    await page.keyboard.press("k");
    await expect(lit.filter({ hasText: "report every outage" })).toBeInViewport();
  });

  test("requirements are narrowed, edited and dropped, and Undo takes it back", async () => {
    await page.goto(`${opportunity}?tab=requirements`);
    await page.getByRole("searchbox", { name: "Search requirements" }).fill("penetration test");
    const yearly = requirementOf(page, "penetration test");
    await expect(page.getByRole("region", { name: "Requirements" }).getByRole("listitem")).toHaveCount(3);
    await yearly.getByRole("button", { name: /penetration test/ }).click();
    await page.keyboard.press("e");
    await page.getByRole("textbox", { name: /^Text of R-/ }).fill("A penetration test twice a year.");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(requirementOf(page, "twice a year")).toBeVisible();
    await page.getByRole("region", { name: "Messages" }).getByRole("button", { name: "Undo" }).click();
    await expect(requirementOf(page, "at least once a year")).toBeVisible();
    await page.keyboard.press("Delete");
    await expect(page.getByText("No requirement fits these filters.")).toBeVisible();
    await page.getByRole("region", { name: "Messages" }).getByRole("button", { name: "Undo" }).last().click();
    await expect(requirementOf(page, "at least once a year")).toBeVisible();
  });

  test("a go is decided with its reason, and is history afterwards", async () => {
    await page.goto(opportunity);
    await page.getByRole("button", { name: "Decide go or no-go" }).click();
    await expect(page.getByRole("tab", { name: "Fit", exact: true })).toHaveAttribute("aria-selected", "true");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "Go", exact: true }).check();
    await dialog.getByLabel("Reason").fill("Our ferry customers ask for it.");
    await dialog.getByRole("button", { name: "Decide go" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText("Our ferry customers ask for it.").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Change the decision" })).toBeVisible();
  });

  async function changeDecision(decision: "Go" | "No-go", reason: string) {
    await page.getByRole("button", { name: "Change the decision" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: decision, exact: true }).check();
    await dialog.getByLabel("Reason").fill(reason);
    if (decision === "No-go") await dialog.getByLabel(/^Also close it/).uncheck();
    await dialog.getByRole("button", { name: /^Decide / }).click();
    await expect(dialog).toBeHidden();
  }

  test("a decision that is changed leaves no Undo of the one before, and both are history", async () => {
    await page.goto(`${opportunity}?tab=fit`);
    const messages = page.getByRole("region", { name: "Messages" });
    await changeDecision("No-go", "The crew is booked.");
    await expect(messages.getByText("Decided: no-go")).toBeVisible();
    // The message stays for as long as it is looked at.
    await messages.hover();
    await changeDecision("Go", "The crew is free again.");
    await expect(messages.getByText("Decided: go")).toBeVisible();
    await expect(messages.getByText("Decided: no-go")).toHaveCount(0);
    await expect(messages.getByRole("button", { name: "Undo" })).toHaveCount(1);
    const history = page.getByRole("main").getByRole("listitem");
    await expect(history.filter({ hasText: "The crew is booked." })).toContainText("No-go");
  });

  test("what was decided against is no news on Today, until it is decided otherwise", async () => {
    const isNew = page.locator(`main a[href="${opportunity}"]`);
    await page.goto(`/${slug}/today`);
    await expect(isNew.first()).toBeVisible();
    await page.goto(`${opportunity}?tab=fit`);
    await changeDecision("No-go", "The crew is booked again.");
    await page.goto(`/${slug}/today`);
    await expect(page.getByText("No new tender that is still open.")).toBeVisible();
    await expect(isNew).toHaveCount(0);
    await page.goto(`${opportunity}?tab=fit`);
    await changeDecision("Go", "The crew is free after all.");
  });

  test("a card is carried to another stage by keys, and stays there", async () => {
    await page.goto(`/${slug}/opportunities?view=board`);
    const card = page.getByRole("button", { name: /^Request for Proposal: Ferry|^Ferry Ticketing/ });
    await expect(page.getByRole("region", { name: "New" }).getByRole("button").first()).toBeVisible();
    await card.focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Space");
    await expect(page.getByText("Moved to Qualifying", { exact: true })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("region", { name: "Qualifying" }).getByRole("button")).toHaveCount(1);
  });

  test("a comment names a colleague, and stands in the activity", async () => {
    await page.goto(`${opportunity}?tab=activity`);
    const field = page.getByRole("combobox", { name: "Comment" });
    await field.fill("Please look at 3.3, @Ad");
    await expect(
      page.getByRole("listbox", { name: "People" }).getByRole("option", { name: "Ada Example" }),
    ).toBeVisible();
    await field.press("Enter");
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    const comment = page.getByRole("article", { name: "Comment of Ada Example" });
    await expect(comment).toContainText("Please look at 3.3, @Ada Example");
    await expect(page.getByRole("main")).toContainText("moved it");
  });

  test("a new version of a document is told requirement by requirement, and approved", async () => {
    await page.goto(opportunity);
    await page.getByLabel("New version of Statement of Work", { exact: true }).setInputFiles(amendedWork());
    await page.getByRole("tab", { name: "Changes 1" }).click({ timeout: 120_000 });
    const changed = page.getByRole("region", { name: "Changed" });
    await expect(changed.locator("ins")).toContainText("15");
    await expect(changed.locator("del")).toContainText("30");
    await expect(page.getByRole("region", { name: "Added" })).toContainText("mobile phone");
    await expect(page.getByRole("region", { name: "Removed" })).toContainText("ticket records");
    await page.getByRole("button", { name: "Approve" }).click();
    await expect(page.getByText("Approved", { exact: true })).toBeVisible();
  });

  test("another workspace sees nothing of it", async ({ browser }) => {
    const stranger = await anOwner(browser, "Elsewhere");
    await stranger.page.goto(`/${stranger.slug}/opportunities/${opportunity.split("/").at(-1)}`);
    await expect(stranger.page.getByText("The opportunity could not be opened.")).toBeVisible({ timeout: 90_000 });
    await stranger.page.goto(`/${stranger.slug}/opportunities`);
    await expect(stranger.page.getByText(folder)).toHaveCount(0);
    await stranger.context.close();
  });

  test("the same package brought once more is told to be here already, and one press makes the two one", async () => {
    const again = await importTender(page, slug);
    expect(again).not.toBe(opportunity);
    await page.goto(again);
    const twin = page.getByRole("region", { name: "This tender may be here already" });
    await expect(twin).toContainText("Same reference: NTA-2031-17");
    await twin.getByRole("button", { name: /^Merge into #\d+$/ }).click();
    await page.waitForURL(`**${opportunity}`);
    await expect(page.getByText("Merged into this one")).toBeVisible();
    await page.goto(`/${slug}/opportunities`);
    await expect(page.getByRole("table", { name: "Opportunities" }).getByRole("row")).toHaveCount(2);
  });
});
