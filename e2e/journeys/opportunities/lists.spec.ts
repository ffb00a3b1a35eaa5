import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { anOwner } from "../../security/people";
import { samplePath, upload } from "../library";
import { looksSound } from "../sound-screen";

const list = `Title,Buyer,Reference,Deadline,Country
Maintenance of lifts in the harbour,Port of Exampleton,POE-2031-07,2031-09-20,Germany
Lift maintenance at the ferry terminal,Exampleton Ports,EX-77-2031,2031-09-20,Germany
Painting of bridges,Road office,RO-2031-99,31.02.2031,Germany
`;

test.describe("a list of one's own: brought in, put together and taken apart, and a profile from the library", () => {
  test.describe.configure({ mode: "serial", timeout: 400_000 });
  let context: BrowserContext;
  let page: Page;
  let slug = "";
  let opportunity = "";
  const rows = () => page.getByRole("table", { name: "Opportunities" }).getByRole("row");

  test.beforeAll(async ({ browser }) => {
    ({ context, page, slug } = await anOwner(browser, "Lift Bids"));
    page.setDefaultTimeout(90_000);
  });
  test.afterAll(async () => {
    await context?.close();
  });

  test("a spreadsheet is looked at before it is taken, and a row that cannot be understood says why", async () => {
    await page.goto(`/${slug}/opportunities`);
    await page.getByRole("button", { name: "Add" }).click();
    await page.getByRole("menuitem", { name: "A list as XLSX or CSV" }).click();
    const dialog = page.getByRole("dialog");
    const file = { name: "tenders.csv", mimeType: "text/csv", buffer: Buffer.from(list) };
    await dialog.getByLabel("Table to import").setInputFiles(file);
    await expect(dialog.getByLabel("What “Deadline” says")).toHaveValue("submission_date");
    await expect(dialog.getByRole("listitem").filter({ hasText: "Row 4" })).toContainText(
      "“31.02.2031” is no date that exists",
    );
    await looksSound(page, { name: "import-list", path: "", shows: () => dialog.getByText("As they will be kept") });
    await dialog.getByRole("button", { name: "Import 2 of 3 rows" }).click();
    await expect(dialog.getByRole("status")).toContainText("3 of 3 rows: 2 opportunities new");
    await dialog.getByRole("button", { name: "Done" }).click();
    await expect(rows()).toHaveCount(3);
    await expect(rows().filter({ hasText: "lifts in the harbour" })).toContainText("Too little known");
  });

  test("what can be done to chosen rows may take its time to arrive: the list stays", async () => {
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    const isCode = "**/_next/static/**/*.js*";
    let asked = 0;
    await page.route(isCode, async (route) => {
      asked += 1;
      await arrived;
      await route.continue();
    });
    const box = page.getByRole("checkbox", { name: "Choose Maintenance of lifts in the harbour" });
    await box.check();
    await expect.poll(() => asked).toBeGreaterThan(0);
    await expect(rows()).toHaveCount(3);
    await expect(box).toBeChecked();
    arrive();
    const bar = page.getByRole("toolbar", { name: "Chosen opportunities" });
    await expect(bar).toContainText("1 chosen");
    await page.unroute(isCode);
    await bar.getByRole("button", { name: "Clear choice" }).click();
    await expect(bar).toHaveCount(0);
  });

  test("two that are one tender are merged, and the notice that does not belong is split off again", async () => {
    await page.getByRole("link", { name: "Maintenance of lifts in the harbour" }).click();
    await page.waitForURL(/\/opportunities\/[0-9a-f-]{36}/);
    opportunity = new URL(page.url()).pathname;
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Merge with another" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("searchbox", { name: "Search opportunities" }).fill("ferry terminal");
    await dialog.getByRole("radio", { name: /ferry terminal/ }).check();
    await dialog.getByRole("button", { name: "Merge it into this one" }).click();
    await expect(page.getByText("2 publications about this tender")).toBeVisible();
    await expect(page.getByText(/^Merged by hand\./)).toBeVisible();
    // What was merged away is no likeness any more.
    await expect(page.getByRole("heading", { name: "More like this" })).toHaveCount(0);
    await page.goto(`/${slug}/opportunities`);
    await expect(rows()).toHaveCount(2);
    await page.goto(opportunity);
    const notice = page.getByRole("listitem").filter({ hasText: "ferry terminal" });
    await notice.getByRole("button", { name: "Not the same" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Split it off" }).click();
    await expect(page.getByText("1 publication about this tender")).toBeVisible();
    await page.goto(`/${slug}/opportunities`);
    await expect(rows()).toHaveCount(3);
  });

  test("the profile is proposed from the library, chosen line by line, and kept once it is saved", async () => {
    await upload(page, slug, [samplePath("security"), samplePath("service")], 2);
    await page.goto(`/${slug}/settings/what-we-do`);
    await page.getByRole("button", { name: "Propose from the library" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText("2 documents read.")).toBeVisible();
    await looksSound(page, { name: "profile-proposals", path: "", shows: () => dialog.getByText("2 documents read.") });
    await dialog.getByRole("checkbox", { name: "Choose ISO/IEC 27001" }).check();
    await dialog.getByRole("button", { name: "Put 1 line into the form" }).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText(/^Saved; the fit/)).toBeVisible();
    await page.reload();
    await expect(page.getByLabel("Certifications")).toHaveValue(/ISO\/IEC 27001/);
  });

  test("the daily mail is turned on by whoever wants it, and a fit of which little is known says what would help", async () => {
    await page.goto(`/${slug}/settings/notifications`);
    const box = page.getByRole("checkbox", { name: /^Send it to / });
    await expect(box).not.toBeChecked();
    await box.check();
    await expect(page.getByText("The daily mail is on")).toBeVisible();
    await looksSound(page, { name: "settings-notifications", path: "", shows: () => box });
    await page.goto(`${opportunity}?tab=fit`);
    await expect(page.getByRole("link", { name: "Say what you do" })).toBeVisible();
    await looksSound(page, {
      name: "fit-unknown",
      path: "",
      shows: (at) => at.getByRole("heading", { name: "Fit: too little known" }),
    });
    await page.goto(`${opportunity}?tab=overview`);
    await expect(page.getByRole("heading", { name: "More like this" })).toBeVisible();
    await expect(page.getByText(/^Same buyer/)).toBeVisible();
  });
});
