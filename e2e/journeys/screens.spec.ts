import { type BrowserContext, type Page, test } from "@playwright/test";
import { anOwner } from "../security/people";
import { ask, isAnswered, samplePath, upload } from "./library";
import { isSound, opensSound, type Screen } from "./sound-screen";

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
    page.setDefaultTimeout(90_000);
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
      { name: "new-password", path: "/reset-password?token=x", shows: heading(/./) },
      { name: "accept-invitation", path: "/accept-invitation?token=x", shows: heading(/./) },
    ];
    places = [
      { name: "new-workspace", path: "/workspaces/new", shows: heading(/./) },
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

  test("before signing in, axe finds nothing serious, and nothing scrolls sideways", async () => {
    for (const screen of doors) await opensSound(stranger, screen);
  });

  test("in the workspace, axe finds nothing serious, and nothing scrolls sideways", async () => {
    for (const screen of places.filter(({ name }) => !name.startsWith("settings"))) await opensSound(page, screen);
  });

  test("in the settings, axe finds nothing serious, and nothing scrolls sideways", async () => {
    for (const screen of places.filter(({ name }) => name.startsWith("settings"))) await opensSound(page, screen);
  });

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
});
