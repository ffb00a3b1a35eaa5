import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { anOwner } from "./people";

const widths = [1440, 1024, 390];
const settings = ["profile", "security", "workspace", "members", "api-keys", "audit"];

for (const colorScheme of ["light", "dark"] as const) {
  test(`the doors and Settings read well, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const { page, slug } = await anOwner(browser);
    const stranger = await (await browser.newContext()).newPage();
    const shown = [
      ...["sign-in", "sign-up", "reset-password", "reset-password?token=x", "accept-invitation?token=x"].map(
        (path) => ({
          at: stranger,
          path: `/${path}`,
          name: path.replace(/\W+/g, "-"),
        }),
      ),
      { at: page, path: "/workspaces/new", name: "new-workspace" },
      ...settings.map((place) => ({ at: page, path: `/${slug}/settings/${place}`, name: `settings-${place}` })),
    ];
    await page.emulateMedia({ colorScheme });
    await stranger.emulateMedia({ colorScheme });
    for (const { at, path, name } of shown) {
      await at.goto(path);
      await at.waitForLoadState("networkidle");
      for (const width of widths) {
        await at.setViewportSize({ width, height: 900 });
        await at.screenshot({ path: `e2e/screenshots/${name}-${width}-${colorScheme}.png`, fullPage: true });
        const overflow = await at.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect.soft(overflow, `${name} at ${width} px scrolls sideways`).toBeLessThanOrEqual(0);
      }
      const { violations } = await new AxeBuilder({ page: at }).analyze();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      expect.soft(serious.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([]);
    }
  });
}
