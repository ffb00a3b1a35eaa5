import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { anOwner } from "../../security/people";
import { opensSound, type Screen } from "../sound-screen";
import { importTender } from "./tender";

test.describe("screens of opportunities, wide and narrow, light and dark", () => {
  test.describe.configure({ mode: "default", timeout: 240_000 });
  let context: BrowserContext;
  let page: Page;
  let screens: Screen[] = [];
  let opportunity = "";

  test.beforeAll(async ({ browser }) => {
    let slug = "";
    ({ context, page, slug } = await anOwner(browser, "Harbour Bids"));
    page.setDefaultTimeout(90_000);
    opportunity = await importTender(page, slug);
    const list = `/${slug}/opportunities`;
    const heading = (name: string | RegExp) => (at: Page) => at.getByRole("heading", { name }).first();
    screens = [
      { name: "today-opportunities", path: `/${slug}/today`, shows: heading(/New opportunities/) },
      { name: "opportunities", path: list, shows: (at) => at.getByRole("table", { name: "Opportunities" }) },
      { name: "board", path: `${list}?view=board`, shows: (at) => at.getByRole("region", { name: "New" }) },
      { name: "calendar", path: `${list}?view=calendar&month=2031-05`, shows: heading("May 2031") },
      { name: "opportunity", path: opportunity, shows: heading("Key dates") },
      {
        name: "requirements",
        path: `${opportunity}?tab=requirements`,
        shows: (at) => at.getByRole("region", { name: "Requirements" }),
      },
      { name: "fit", path: `${opportunity}?tab=fit`, shows: heading("Go or no-go") },
      { name: "changes", path: `${opportunity}?tab=changes`, shows: (at) => at.getByText(/What the buyer amends/) },
      { name: "questions", path: `${opportunity}?tab=questions`, shows: (at) => at.getByText(/question to the buyer/) },
      { name: "activity", path: `${opportunity}?tab=activity`, shows: heading("Activity") },
      { name: "settings-pipeline", path: `/${slug}/settings/pipeline`, shows: heading("Pipeline") },
      { name: "settings-what-we-do", path: `/${slug}/settings/what-we-do`, shows: heading("What counts") },
    ];
  });
  test.afterAll(async () => {
    await context?.close();
  });

  test("axe finds nothing serious, and nothing scrolls sideways", async () => {
    for (const screen of screens) await opensSound(page, screen);
  });

  test("on a phone the count of requirements is one line", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${opportunity}?tab=requirements`);
    const counted = page.getByRole("status").filter({ hasText: /^\d+ requirements, \d+ mandatory$/ });
    await expect(counted).toBeVisible();
    const { height = Number.POSITIVE_INFINITY } = (await counted.boundingBox()) ?? {};
    expect(height).toBeLessThan(30);
  });
});
