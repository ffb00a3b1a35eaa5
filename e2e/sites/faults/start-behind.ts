import { html, page } from "../ground/html";
import { type Reply, type Site, type SiteRequest, startSite } from "../ground/start-site";

/** What the whole site shows in the place of its pages. */
export const outages = ["captcha", "login_wall", "soft_404"] as const;
export type Outage = (typeof outages)[number];

interface OutageChange {
  outage: Outage | null;
}

/** The same site at another address, behind a front that can show something else in the place of every page. */
export async function startBehind(site: Site<never> | Site<object>): Promise<Site<OutageChange>> {
  let outage: Outage | null = null;
  return startSite<OutageChange>(
    {},
    (request) => (outage && !/robots\.txt$/.test(request.path) ? walls[outage]() : passOn(site.origin, request)),
    (change) => {
      outage = change.outage;
    },
  );
}

async function passOn(origin: string, { method, url, headers, form }: SiteRequest): Promise<Reply> {
  const { cookie = "" } = headers;
  const init = method === "POST" ? { method, body: form } : { method };
  const reply = await fetch(origin + url.pathname + url.search, { ...init, headers: { cookie }, redirect: "manual" });
  const kept: Record<string, string | string[]> = { "set-cookie": reply.headers.getSetCookie() };
  for (const name of ["content-type", "location", "x-next"]) {
    const value = reply.headers.get(name);
    if (value !== null) kept[name] = value;
  }
  return { status: reply.status, headers: kept, body: Buffer.from(await reply.arrayBuffer()) };
}

const frame = (title: string, main: ReturnType<typeof html>) =>
  page({ title, siteName: "The exchange", nav: [], accent: "#444444", main });

const walls: Record<Outage, () => Reply> = {
  captcha: () => ({
    status: 403,
    body: frame(
      "Checking your browser",
      html`<h1>Are you a human?</h1><p>Please complete the security check.</p><div class="g-recaptcha" data-sitekey="s"></div>`,
    ),
  }),
  login_wall: () => ({
    body: frame(
      "Sign in",
      html`<h1>Sign in</h1><form method="post" action="/session"><input name="user"><input type="password" name="pass"><button>Go</button></form>`,
    ),
  }),
  soft_404: () => ({
    body: frame("Page not found", html`<h1>Page not found</h1><p>It may have been moved. Try the search.</p>`),
  }),
};
