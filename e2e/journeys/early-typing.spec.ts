import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { anOwner } from "../security/people";
import { openAsleep } from "./asleep";
import { answerTo, samplePath, upload } from "./library";

const question = "How long are backups kept?";

test.describe("what is typed before the page has woken", () => {
  test.describe.configure({ mode: "serial", timeout: 400_000 });
  let context: BrowserContext;
  let page: Page;
  let slug = "";

  test.beforeAll(async ({ browser }) => {
    ({ context, page, slug } = await anOwner(browser, "Early Bids"));
    page.setDefaultTimeout(90_000);
    await upload(page, slug, samplePath("security"), 1);
  });
  test.afterAll(async () => {
    await context?.close();
  });

  test("a question stands in the box and is asked, though nothing is typed after the page woke", async () => {
    const wake = await openAsleep(page, `/${slug}/ask`);
    const box = page.getByRole("textbox", { name: "Question" });
    await box.click();
    await page.keyboard.type(question);
    await wake();
    const button = page.getByRole("button", { name: "Ask", exact: true });
    await expect(button).toBeEnabled({ timeout: 90_000 });
    await expect(box).toHaveValue(question);
    await button.click();
    await page.waitForURL(/\/ask\/[0-9a-f-]{36}/);
    await expect(answerTo(page, question)).toBeVisible();
  });

  test("a page that wakes in the middle of a question loses none of it, nor the place of the cursor", async () => {
    const wake = await openAsleep(page, `/${slug}/ask`);
    const box = page.getByRole("textbox", { name: "Question" });
    await box.click();
    const half = question.length / 2;
    await page.keyboard.type(question.slice(0, half));
    await wake();
    await page.keyboard.type(question.slice(half), { delay: 30 });
    await expect(page.getByRole("button", { name: "Ask", exact: true })).toBeEnabled({ timeout: 90_000 });
    await expect(box).toHaveValue(question);
  });

  test("words to search for are searched, though nothing is pressed after the page woke", async () => {
    const wake = await openAsleep(page, `/${slug}/search`);
    await page.getByRole("searchbox", { name: "Search the library" }).click();
    await page.keyboard.type("backups");
    await wake();
    await expect(page.getByRole("region", { name: "Results" }).getByRole("listitem").first()).toBeVisible({
      timeout: 90_000,
    });
    await expect(page.getByRole("searchbox", { name: "Search the library" })).toHaveValue("backups");
  });
});
