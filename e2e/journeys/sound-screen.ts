import AxeBuilder from "@axe-core/playwright";
import { type ConsoleMessage, expect, type Page } from "@playwright/test";

export interface Screen {
  name: string;
  path: string;
  /** What is there once the screen has what it shows. */
  shows: (page: Page) => ReturnType<Page["locator"]>;
}

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 900 };

export async function opensSound(page: Page, screen: Screen): Promise<void> {
  const complaints: string[] = [];
  const onComplaint = (message: ConsoleMessage) => message.type() === "error" && complaints.push(message.text());
  const onError = ({ message }: Error) => complaints.push(message);
  page.on("console", onComplaint).on("pageerror", onError);
  await page.setViewportSize(wide);
  await page.goto(screen.path);
  await looksSound(page, screen);
  page.off("console", onComplaint).off("pageerror", onError);
  // Among them what server and browser did not draw alike.
  expect.soft(complaints, `${screen.name} complains in the console`).toEqual([]);
}

/** Looks at the screen that is open wide and narrow, light and dark. */
export async function looksSound(page: Page, screen: Screen): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.setViewportSize(wide);
  await isSound(page, screen, `${screen.name}-1440-light`);
  await page.setViewportSize(narrow);
  await isSound(page, screen, `${screen.name}-390-light`);
  // The dark theme is the same page in other colours.
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await takePicture(page, `${screen.name}-390-dark`);
  await page.setViewportSize({ width: 360, height: 740 });
  expect.soft(await sideways(page), `${screen.name} at 360 px scrolls sideways`).toBeLessThanOrEqual(0);
  await page.setViewportSize(wide);
  await takePicture(page, `${screen.name}-1440-dark`);
  await axeIsContent(page, `${screen.name}-1440-dark`, ["color-contrast"]);
}

/** The screen shows what it is for, fits its width, and axe finds nothing serious; a picture of it is kept. */
export async function isSound(page: Page, screen: Screen, picture: string): Promise<void> {
  await expect.soft(screen.shows(page), `${picture} shows what it is for`).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole("status", { name: /^(Loading|Opening)/ })).toHaveCount(0, { timeout: 90_000 });
  await takePicture(page, picture);
  expect.soft(await sideways(page), `${picture} scrolls sideways`).toBeLessThanOrEqual(0);
  await axeIsContent(page, picture);
}

async function takePicture(page: Page, picture: string): Promise<void> {
  await page.screenshot({ path: `e2e/screenshots/${picture}.png`, fullPage: true });
}

async function axeIsContent(page: Page, picture: string, rules?: string[]): Promise<void> {
  // No screen has frames, so the page is judged in itself and not by way of a second one; only what is wrong is written out.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ["violations"],
    ...(rules ? { runOnly: { type: "rule", values: rules } } : {}),
  });
  const { violations } = await axe.analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const found = serious.map(({ id, nodes }) => `${picture}: ${id} ${nodes.map(({ html }) => html).join(" ")}`);
  expect.soft(found).toEqual([]);
}

function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
