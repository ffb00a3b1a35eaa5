import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { anOwner } from "../security/people";
import { allRead, drop } from "./library";

const chosen = {
  "Bid pack/Read me.md": "# Read me\n\nThe pack of the quayside contract.\n",
  "Bid pack/Terms.md": "# Terms\n\nInvoices are paid within 30 days.\n",
  "Bid pack/Annexes/Terms.md": "# Terms of the annexes\n\nPenalties are at most 5 percent.\n",
  "Bid pack/Annexes/Deep/Deeper/Prices ä.csv": "item,price\ncrane,120\n",
};
const litter = {
  "Bid pack/.DS_Store": "left by the system",
  "Bid pack/.git/config": "left by a program",
  "Bid pack/Annexes/Thumbs.db": "left by the system",
  "Bid pack/__MACOSX/Annexes/Terms.md": "left by an archiver",
};
/** More than a browser hands out of one folder at a time. The same bytes are one document, so that reading them takes no time. */
const manyFiles = 230;

test.describe("folders", () => {
  test.describe.configure({ mode: "serial", timeout: 400_000 });
  let context: BrowserContext;
  let page: Page;
  let slug = "";
  const folder = mkdtempSync(join(tmpdir(), "outrider-folders-"));
  const panel = (count: number) => page.getByText(`${count} of ${count} files uploaded`);
  const rowOf = (path: string) => page.getByRole("listitem").filter({ has: page.getByText(path, { exact: true }) });

  test.beforeAll(async ({ browser }) => {
    write(folder, { ...chosen, ...litter });
    mkdirSync(join(folder, "Bid pack/Nothing in here"));
    write(folder, { "Second pack/Inner/Notes.md": "# Notes\n\nThe lighthouse is repainted in May.\n" });
    for (let i = 1; i <= manyFiles; i++)
      write(folder, { [`Second pack/Copies/copy ${i}.txt`]: "One text that lies in the folder many times.\n" });
    ({ context, page, slug } = await anOwner(browser, "Folder Bids"));
    page.setDefaultTimeout(90_000);
  });
  test.afterAll(async () => {
    await context?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("a chosen folder is sent with all that lies below it, and each file keeps its path", async () => {
    await page.goto(`/${slug}/library`);
    await expect(async () => {
      await page.getByRole("button", { name: "More" }).click();
      await expect(page.getByRole("menuitem", { name: "Upload a folder" })).toBeVisible({ timeout: 3_000 });
    }).toPass();
    const dialog = page.waitForEvent("filechooser");
    await page.getByRole("menuitem", { name: "Upload a folder" }).click();
    await (await dialog).setFiles(join(folder, "Bid pack"));
    await allRead(page, Object.keys(chosen).length);
    for (const path of Object.keys(chosen)) {
      await expect(rowOf(path)).toContainText("Ready");
      await expect(rowOf(path).getByRole("link", { name: `Open ${path}`, exact: true })).toBeVisible();
    }
    await expect(page.getByText(/DS_Store|\.git|Thumbs|MACOSX/)).toHaveCount(0);
    // Two files of one name in two folders are two documents.
    const documents = page.getByRole("table", { name: "Documents" });
    await expect(documents.getByRole("row").filter({ hasText: "Terms" })).toHaveCount(2);
  });

  test("the link of a file opens that document, which tells its path", async () => {
    const path = "Bid pack/Annexes/Terms.md";
    await page.getByRole("link", { name: `Open ${path}`, exact: true }).click();
    await expect(page.getByText("Penalties are at most 5 percent.")).toBeVisible();
    await expect(page.getByText(path, { exact: true })).toBeVisible();
  });

  test("a folder let go above the window is opened as far down as it goes, however many files lie in it", async () => {
    await page.goto(`/${slug}/library`);
    await drop(page, join(folder, "Second pack"));
    await expect(panel(manyFiles + 1)).toBeVisible({ timeout: 240_000 });
    await page.getByRole("button", { name: `Show all ${manyFiles + 1} files` }).click();
    for (const path of ["Second pack/Inner/Notes.md", "Second pack/Copies/copy 1.txt"]) {
      await expect(rowOf(path)).toContainText("Ready", { timeout: 120_000 });
    }
    await expect(rowOf(`Second pack/Copies/copy ${manyFiles}.txt`)).toBeVisible();
    await expect(page.getByText("Was there already")).toHaveCount(manyFiles - 1);
  });
});

function write(folder: string, files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
