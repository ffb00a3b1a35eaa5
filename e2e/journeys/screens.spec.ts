import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { anOwner } from "../security/people";
import { ask, isAnswered, samplePath, upload } from "./library";
import { isSound, type Screen, sideways } from "./sound-screen";

const settings = ["profile", "security", "workspace", "members", "api-keys", "models", "audit", "jobs"];

test.describe("every screen, wide and narrow, light and dark", () => {
  test.describe.configure({ mode: "default", timeout: 240_000 });
  let context: BrowserContext;
  let page: Page;
  let stranger: Page;
  let doors: Screen[] = [];
  let places: Screen[] = [];

  test.beforeAll(async ({ browser }) => {
    let slug = "";
    ({ context, page, slug } = await anOwner(browser, "Harbour Bids"));
    page.setDefaultTimeout(30_000);
    stranger = await (await browser.newContext()).newPage();
    const files = ["invitation", "serviceLevels", "notice", "questions", "prices", "security"] as const;
    await upload(page, slug, files.map(samplePath), files.length);
    const document = async (title: string) =>
      new URL((await page.getByRole("link", { name: title }).first().getAttribute("href")) ?? "", page.url()).pathname;
    const [pdf, html] = [await document("Invitation to Tender"), await document("Tender Notice")];
    await page.goto(`/${slug}/ask`);
    await isAnswered(await ask(page, "When are tenders for the harbour records system due?"));
    const conversation = new URL(page.url()).pathname;

    const heading = (name: string | RegExp) => (at: Page) => at.getByRole("heading", { name }).first();
    doors = [
      { name: "landing", path: "/", shows: (at) => at.getByRole("heading", { level: 1 }) },
      { name: "sign-in", path: "/sign-in", shows: (at) => at.getByLabel("Password") },
      { name: "sign-up", path: "/sign-up", shows: (at) => at.getByLabel("Password") },
      { name: "reset-password", path: "/reset-password", shows: (at) => at.getByLabel("E-mail") },
    ];
    places = [
      { name: "today", path: `/${slug}/today`, shows: heading(/First steps/) },
      { name: "library", path: `/${slug}/library`, shows: (at) => at.getByText("Invitation to Tender").first() },
      { name: "document-pdf", path: pdf, shows: (at) => at.locator(".pdf-text span").first() },
      { name: "document-html", path: html, shows: (at) => at.getByText("public liability insurance") },
      { name: "search", path: `/${slug}/search?q=insurance+certificate`, shows: (at) => at.locator("mark").first() },
      { name: "ask", path: `/${slug}/ask`, shows: heading("Earlier questions") },
      { name: "conversation", path: conversation, shows: (at) => at.getByText("How this was found") },
      ...settings.map((place) => ({
        name: `settings-${place}`,
        path: `/${slug}/settings/${place}`,
        shows: (at: Page) => at.getByRole("main").getByRole("heading").first(),
      })),
    ];
  });
  test.afterAll(async () => {
    await stranger?.context().close();
    await context?.close();
  });

  for (const theme of ["light", "dark"] as const) {
    test(`${theme}: axe finds nothing serious, and nothing scrolls sideways`, async () => {
      for (const [at, screens] of [
        [stranger, doors],
        [page, places],
      ] as const) {
        await at.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
        for (const screen of screens) {
          await at.setViewportSize({ width: 1440, height: 900 });
          await at.goto(screen.path);
          for (const width of [1440, 390]) {
            await at.setViewportSize({ width, height: 900 });
            await isSound(at, screen, `${screen.name}-${width}-${theme}`);
          }
        }
      }
    });
  }

  test("a source open beside its answer, wide and narrow", async () => {
    const conversation = places.find(({ name }) => name === "conversation");
    if (!conversation) throw new Error("the conversation was not prepared");
    for (const [width, theme] of [
      [1440, "light"],
      [390, "dark"],
    ] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(conversation.path);
      await page
        .getByRole("link", { name: /^Source 1:/ })
        .first()
        .click();
      const shows = (at: Page) => at.locator(".pdf-text span").first();
      await isSound(page, { ...conversation, shows }, `source-${width}-${theme}`);
    }
  });

  test("360 px are enough", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const screen of places.filter(({ name }) => ["library", "ask", "conversation"].includes(name))) {
      await page.goto(screen.path);
      await expect(screen.shows(page)).toBeVisible({ timeout: 30_000 });
      expect.soft(await sideways(page), `${screen.name} at 360 px scrolls sideways`).toBeLessThanOrEqual(0);
    }
  });
});
