import { expect, type Locator, type Page, test } from "@playwright/test";
import { anAddress, password } from "../security/people";
import { allRead, answerTo, isAnswered, samplePath } from "./library";

/** More stops than any of these screens has. */
const mostStops = 120;

/** Tab until the thing has the focus, as somebody without a mouse gets there; on the way the focus is always somewhere to be seen. */
async function tabTo(page: Page, thing: Locator): Promise<void> {
  await expect(thing).toBeVisible({ timeout: 90_000 });
  for (let stops = 0; stops < mostStops; stops++) {
    if (await thing.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
    expect(await unseen(page), "has the focus and does not show it").toBeNull();
  }
  throw new Error(`Tab never reaches ${thing}.`);
}

/** What has the focus without a sign of it; null when all is well, also while the browser's own frame has its turn. */
function unseen(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    const hasRing = outlineStyle !== "none" && outlineWidth !== "0px";
    // A box whose frame is lit around what is typed into it.
    const isLit = focused.matches("textarea, [role=combobox]") || focused.matches("h2[tabindex], p[tabindex]");
    return hasRing || isLit ? null : focused.outerHTML.slice(0, 200);
  });
}

/** What Enter takes in the palette. */
const chosen = (page: Page) => page.getByRole("dialog").getByRole("option", { selected: true });

/** By the palette to what is called so. */
async function goTo(page: Page, name: string, path: RegExp): Promise<void> {
  await expect(async () => {
    // Keys that are pressed before the page's scripts have come open nothing.
    await page.keyboard.press("ControlOrMeta+k");
    await expect(page.getByPlaceholder("Go to, create or ask")).toBeFocused({ timeout: 10_000 });
  }).toPass();
  await page.keyboard.type(name);
  await expect(chosen(page)).toContainText(name, { ignoreCase: true });
  await page.keyboard.press("Enter");
  await page.waitForURL(path, { timeout: 90_000 });
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

test("without a mouse: an account, files, an answer and its passage, a colleague, a key, and out again", async ({
  page,
}) => {
  test.setTimeout(400_000);
  page.setDefaultTimeout(90_000);
  const question = "When are tenders for the harbour records system due?";

  await test.step("an account and a workspace", async () => {
    await page.goto("/");
    await tabTo(page, page.getByRole("link", { name: "Create account" }).first());
    await page.keyboard.press("Enter");
    await page.waitForURL("**/sign-up**");
    await tabTo(page, page.getByLabel("Name"));
    await page.keyboard.type("Kay Example");
    await tabTo(page, page.getByLabel("E-mail"));
    await page.keyboard.type(anAddress());
    await tabTo(page, page.getByLabel("Password"));
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/workspaces/new");
    await tabTo(page, page.getByLabel("Name"));
    await page.keyboard.type("Harbour Bids");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: /First steps/ })).toBeVisible({ timeout: 90_000 });
  });

  await test.step("files, chosen in the dialog of the system", async () => {
    await goTo(page, "library", /\/library/);
    await tabTo(page, page.getByRole("button", { name: "Upload documents" }).first());
    await expect(async () => {
      // A button that its script has not reached yet opens nothing.
      const opened = page.waitForEvent("filechooser", { timeout: 5_000 });
      await Promise.all([opened, page.keyboard.press("Enter")]);
      await (await opened).setFiles(samplePath("invitation"));
    }).toPass();
    await allRead(page, 1);
  });

  await test.step("a question, its source, and back to where it was opened, by Esc and by the button", async () => {
    await goTo(page, "ask", /\/ask$/);
    await tabTo(page, page.getByRole("textbox", { name: "Question" }));
    await page.keyboard.type(question);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/ask\/[0-9a-f-]{36}/);
    const answer = answerTo(page, question);
    await isAnswered(answer);
    const chip = answer.getByRole("link", { name: /^Source 1:/ }).first();
    const source = page.getByRole("region", { name: /^Source: / });
    await tabTo(page, chip);
    await page.keyboard.press("Enter");
    await expect(source.getByRole("heading").first()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(source).toBeHidden();
    await expect(chip).toBeFocused();
    await page.keyboard.press("Enter");
    await tabTo(page, source.getByRole("button", { name: "Back to the answer (Esc)" }));
    await page.keyboard.press("Enter");
    await expect(source).toBeHidden();
    await expect(chip).toBeFocused();
  });

  await test.step("what was typed and is no name is asked", async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByPlaceholder("Go to, create or ask").pressSequentially("Who evaluates the tenders?");
    await expect(chosen(page)).toHaveText("Ask the documents");
    await page.keyboard.press("Escape");
    await expect(chipOf(page, question)).toBeFocused();
  });

  await test.step("a colleague is invited, and the focus comes back", async () => {
    await goTo(page, "members", /\/settings\/members$/);
    const invite = page.getByRole("button", { name: "Invite member" });
    await tabTo(page, invite);
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByLabel("E-mail")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(invite).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(dialog.getByLabel("E-mail")).toBeFocused();
    await page.keyboard.type(anAddress());
    await page.keyboard.press("Enter");
    await expect(dialog.getByText(/It is shown only now|it is shown only now/)).toBeFocused();
    await tabTo(page, dialog.getByRole("button", { name: "Copy link" }));
    await page.keyboard.press("Escape");
    await expect(invite).toBeFocused();
  });

  await test.step("a key is made and shown", async () => {
    await goTo(page, "API keys", /\/settings\/api-keys$/);
    await tabTo(page, page.getByRole("button", { name: "Create key" }));
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByLabel("Name")).toBeFocused();
    await page.keyboard.type("Nightly upload");
    await page.keyboard.press("Enter");
    await expect(dialog.getByText("Copy the key now")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Create key" })).toBeFocused();
  });

  await test.step("the theme by the menu's arrows, and out", async () => {
    const menu = page.getByRole("button", { name: /account and theme$/ });
    await tabTo(page, menu);
    await page.keyboard.press("Enter");
    await arrowTo(page, page.getByRole("menuitemradio", { name: "Dark" }));
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveClass(/(^| )dark( |$)/);
    await page.keyboard.press("Escape");
    // A menu that is still closing gives the focus back once it has gone.
    await expect(page.getByRole("menu")).toHaveCount(0);
    await expect(menu).toBeFocused();
    await page.keyboard.press("Enter");
    await arrowTo(page, page.getByRole("menuitem", { name: "Sign out" }));
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/sign-in/);
    await expect(page.getByLabel("E-mail")).toBeFocused();
  });
});

const chipOf = (page: Page, question: string) =>
  answerTo(page, question)
    .getByRole("link", { name: /^Source 1:/ })
    .first();

async function arrowTo(page: Page, item: Locator): Promise<void> {
  await expect(item).toBeVisible();
  // The menu takes the focus a moment after it has been shown.
  await expect(page.getByRole("menu").locator(":focus").or(page.locator("[role=menu]:focus"))).toHaveCount(1);
  for (let steps = 0; steps < 20; steps++) {
    if (await item.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`No arrow reaches ${item}.`);
}
