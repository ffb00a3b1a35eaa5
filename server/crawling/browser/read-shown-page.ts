import type { Page, Request, Response } from "playwright-core";
import { withoutPlace } from "@/lib/canonical-url";
import type { FetchedPage } from "../fetching/fetched-page";
import { showsSecret } from "../fetching/without-secrets";
import { readAnswers } from "./read-answers";
import { keptRowsBack, rowsMoveOnScroll, scrolledBoxes } from "./scroll-lists";
import { showEntryAlone } from "./show-entry-alone";

/** Characters of a document that are read; a few bytes on the wire can become any number of them. */
const maxCharacters = 16 * 1024 * 1024;
/** The document as scripts have made it, with what stands in open shadow roots, which `outerHTML` leaves out. */
const documentText = `(() => {
  const root = document.documentElement;
  const shadows = [];
  const waiting = [document];
  while (waiting.length > 0 && shadows.length < 2000) {
    for (const element of waiting.pop().querySelectorAll("*")) {
      if (!element.shadowRoot) continue;
      shadows.push(element.shadowRoot);
      waiting.push(element.shadowRoot);
    }
  }
  const frame = root.cloneNode(false).outerHTML;
  const end = frame.lastIndexOf("</");
  const html = shadows.length === 0 || !root.getHTML
    ? root.outerHTML
    : frame.slice(0, end) + root.getHTML({ shadowRoots: shadows }) + frame.slice(end);
  if (html.length > ${maxCharacters}) return null;
  return (document.doctype ? new XMLSerializer().serializeToString(document.doctype) : "") + html;
})()`;
/** The tallest picture that is taken, in CSS pixels; the text goes on below it. */
const tallestShot = 8_000;

const mostAnswers = 200;

/** The documents that the main frame asked for and got, in order, however it came to them. */
export class Navigation {
  request: Request | null = null;
  response: Response | null = null;
  readonly redirects: string[] = [];
  /** What scripts of the page got by asking for it. */
  readonly answers: Response[] = [];
  /** Resolves when the page's process dies; a page never comes back from that. */
  readonly crashed: Promise<void>;

  constructor(page: Page) {
    this.crashed = new Promise((resolve) => page.once("crash", () => resolve()));
    page.on("request", (request) => {
      if (!isMainDocument(page, request)) return;
      if (this.request && this.request.url() !== request.url()) this.redirects.push(this.request.url());
      this.request = request;
    });
    page.on("response", (response) => {
      if (isMainDocument(page, response.request())) this.response = response;
      else if (isDataOf(response) && this.answers.length < mostAnswers) this.answers.push(response);
    });
  }

  /** A new visit begins. */
  reset(): void {
    this.request = null;
    this.response = null;
    this.redirects.length = 0;
    this.answers.length = 0;
  }
}

function isDataOf(response: Response): boolean {
  return (
    /^(?:xhr|fetch)$/.test(response.request().resourceType()) &&
    response.ok() &&
    /json/i.test(response.headers()["content-type"] ?? "")
  );
}

function isMainDocument(page: Page, request: Request): boolean {
  try {
    return request.isNavigationRequest() && request.frame() === page.mainFrame();
  } catch {
    // A worker's request has no frame.
    return false;
  }
}

/**
 * What the page shows now, as it would be fetched: the document as scripts have made it, and a picture with passwords covered.
 * Null when the document is too large to be read.
 */
export async function readShownPage(
  page: Page,
  navigation: Navigation,
  visit: {
    url: string;
    startedAt: number;
    screenshot: boolean;
    as?: "list" | "entry" | undefined;
    secrets: readonly string[];
    /** Something was done on the page; it is not tried out any more. */
    hasActed: boolean;
    rest: (quietMs: number) => Promise<void>;
  },
): Promise<FetchedPage | null> {
  const isShowable = visit.screenshot && !(await isSecretShown(page, visit.secrets));
  const screenshot = isShowable ? await takePicture(page) : undefined;
  const answers = visit.as === "list" ? await readAnswers(navigation.answers, page.url()) : [];
  const hasScrolledBox = visit.as === "list" && Number(await page.evaluate(scrolledBoxes)) > 0;
  if (visit.as === "entry") await page.evaluate(showEntryAlone);
  // A picture of the whole page is taken by making the window large, at which a list may draw its rows anew.
  if (visit.as === "list" && visit.hasActed) await page.evaluate(keptRowsBack);
  const text = (await page.evaluate(documentText)) as string | null;
  if (text === null) return null;
  // Last of all: what it shows further down is no part of this look.
  const asksToScroll =
    hasScrolledBox || (visit.as === "list" && !visit.hasActed && (await rowsMoveOnScroll(page, visit.rest)));
  const body = Buffer.from(text, "utf8");
  const headers = { ...(await navigation.response?.allHeaders()) };
  delete headers["set-cookie"];
  return {
    url: visit.url,
    finalUrl: withoutPlace(page.url()),
    redirects: navigation.redirects.map(withoutPlace).filter((url) => url !== withoutPlace(page.url())),
    status: navigation.response?.status() ?? 200,
    headers,
    mime: "text/html",
    charset: "utf-8",
    body,
    text,
    rung: "browser",
    fetchedAt: new Date(),
    ms: Math.round(performance.now() - visit.startedAt),
    bytes: body.length,
    ...(screenshot ? { screenshot } : {}),
    ...(answers.length > 0 ? { answers } : {}),
    ...(asksToScroll ? { asksToScroll } : {}),
  };
}

/** What stands in fields, where a button may have made a password readable, and in text, in every frame. Compared out here. */
const shownText = `(() => {
  const found = [document.documentElement.outerHTML, document.documentElement.textContent];
  const waiting = [document];
  while (waiting.length > 0 && found.length < 5000) {
    for (const element of waiting.pop().querySelectorAll("*")) {
      if ("value" in element && element.type !== "password") found.push(String(element.value));
      if (element.shadowRoot) { found.push(element.shadowRoot.textContent); waiting.push(element.shadowRoot); }
    }
  }
  return found.join("\\u0000").slice(0, ${maxCharacters});
})()`;

async function isSecretShown(page: Page, secrets: readonly string[]): Promise<boolean> {
  if (secrets.length === 0) return false;
  const texts = await Promise.all(
    // A frame that cannot be looked into may show anything.
    page.frames().map((frame) => frame.evaluate(shownText).then(String, () => null)),
  );
  return texts.some((text) => text === null || showsSecret([text], secrets));
}

/** A page whose picture cannot be taken is still read. */
async function takePicture(page: Page): Promise<Buffer | undefined> {
  try {
    const height = Number(await page.evaluate("document.documentElement.scrollHeight"));
    const size = page.viewportSize() ?? { width: 1280, height: 900 };
    return await page.screenshot({
      type: "jpeg",
      quality: 70,
      fullPage: true,
      clip: {
        x: 0,
        y: 0,
        width: size.width,
        height: Math.max(1, Math.min(Math.max(height, size.height), tallestShot)),
      },
      // What somebody typed in secret must not be readable from a stored picture.
      mask: [page.locator('input[type="password"]')],
      timeout: 10_000,
    });
  } catch {
    return undefined;
  }
}
