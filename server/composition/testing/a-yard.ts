import { startSite } from "@/e2e/sites/ground/start-site";
import { allowSite } from "./allow-site";

/** A front page that leads to so many others. `state` says how they answer. */
export async function aYard(pages: number, words: number) {
  const state = { isIll: false, delayMs: 0 };
  const text = (path: string) => `What ${path} tells of the yard and its cranes, and of nothing else. `.repeat(words);
  const site = await startSite<void>(
    {},
    async ({ path }) => {
      if (/robots|sitemap/.test(path)) return { status: 404 };
      const links = Array.from({ length: pages }, (_, at) => `<li><a href="/page/${at}">Page ${at}</a></li>`).join("");
      if (path === "/") return { body: `<main><h1>The yard</h1><p>${text(path)}</p><ul>${links}</ul></main>` };
      if (state.isIll) return { status: 500, body: "<h1>Something broke</h1>" };
      await new Promise((done) => setTimeout(done, state.delayMs));
      return { body: `<title>${path}</title><main><h1>${path}</h1><p>${text(path)}</p></main>` };
    },
    () => {},
  );
  allowSite(site);
  return Object.assign(site, { state, asked: () => site.requests.filter(({ path }) => path.startsWith("/page/")) });
}
