import { type FetchedPage, isTextual, mimeOf } from "../../fetching";
import { detectSource } from "../detect-source";

/** An answer as the fetcher hands it out. */
export function answer(url: string, body: string | Buffer, contentType?: string, status = 200): FetchedPage {
  const bytes = Buffer.from(body);
  const mime = mimeOf(contentType, bytes);
  return {
    url,
    finalUrl: url,
    redirects: [],
    status,
    headers: contentType ? { "content-type": contentType } : {},
    mime,
    charset: "utf-8",
    body: bytes,
    text: isTextual(mime) ? bytes.toString() : null,
    rung: "http",
    fetchedAt: new Date(),
    ms: 1,
    bytes: bytes.length,
  };
}

export const site = "https://site.test";
/** A probe for which every other address is missing. */
export const nowhere = async () => null;
export const kindOf = async (body: string, type?: string) =>
  (await detectSource(answer(`${site}/x`, body, type), nowhere)).kind;

/** A list as portals, news rooms and careers pages show it. */
export function listPage(title: string, columns: string[], rows: string[][]): string {
  const head = columns.map((column) => `<th>${column}</th>`).join("");
  const body = rows
    .map(
      ([first, ...rest], index) =>
        `<tr><td><a href="/n/${index}">${first}</a></td>${rest.map((cell) => `<td>${cell}</td>`).join("")}</tr>`,
    )
    .join("");
  return `<!doctype html><html><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav><h1>${title}</h1><table><tr>${head}</tr>${body}</table></body></html>`;
}
