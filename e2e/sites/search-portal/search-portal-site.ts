import { html, type Markup, page, raw } from "../ground/html";
import { type Reply, type Site, type SiteOptions, type SiteRequest, startSite } from "../ground/start-site";
import { invitationPdf } from "../portal/attachments";
import { slice, tenderTable } from "../portal/pages";
import { openRegister, type PortalChange, type Register, type RegisterSize } from "../portal/register";
import { type Tender, tenderCategories } from "../portal/tender";

export interface SearchPortalSite extends Site<PortalChange> {
  register: Register;
  /** What was posted to anything that is no search; a polite reader leaves it empty. */
  misdeeds: string[];
}

/**
 * A portal that lists nothing until its search is sent: by GET at `/open`, by a POST that wants the token and the cookie of its form at
 * `/desk`, once for each office at `/offices`, and by a script at `/live`. Beside each search stand a newsletter, a sign-in, a question
 * to the buyers and a search to be saved. Its tenders' papers have addresses without file names.
 */
export async function startSearchPortalSite(options: SiteOptions & RegisterSize = {}): Promise<SearchPortalSite> {
  const register = openRegister(options.now ?? new Date(), options);
  const misdeeds: string[] = [];
  const tokens = new Set<string>();
  const site = await startSite<PortalChange>(
    options,
    (request) => answer(request, register, tokens, misdeeds),
    register.change,
  );
  return { ...site, register, misdeeds };
}

function answer(request: SiteRequest, register: Register, tokens: Set<string>, misdeeds: string[]): Reply {
  const { path, query, method, form } = request;
  if (method === "POST" && path !== "/desk/results") {
    misdeeds.push(`${path} ${form}`);
    return { status: 400, body: frame("Error", html`<h1>This is not for you</h1>`) };
  }
  const offices = officesOf(register);
  if (path === "/" || path === "/open")
    return { body: frame("Find tenders", html`<h1>Find tenders</h1>${openForm()}`) };
  if (path === "/open/results") return { body: results(register.listed(), register, "/open/results", query) };
  if (path === "/offices")
    return { body: frame("Tenders by office", html`<h1>Tenders by office</h1>${officesForm(offices)}`) };
  if (path === "/offices/results") {
    const found = register.listed().filter(({ buyer }) => buyer === query.get("office"));
    return { body: results(found, register, "/offices/results", query) };
  }
  if (path === "/desk") return shownDesk(request.cookies.desk ?? `t${tokens.size + 1}`, tokens);
  if (path === "/desk/results") return deskResults(request, register, tokens);
  if (path === "/live") return { body: frame("Search", html`<h1>Search</h1>${liveForm()}`) };
  if (path === "/live/part") return { body: table(slice(register.listed(), 1, register).shown, register).markup };
  return tenderReply(path, query, register) ?? { status: 404, body: frame("Not found", html`<h1>Not found</h1>`) };
}

function officesOf(register: Register): string[] {
  return [...new Set(register.listed().map(({ buyer }) => buyer))];
}

const openForm = () => html`<form class="search" action="/open/results">
<input name="words" aria-label="Words"><select name="category"><option value="">Choose a category</option>${tenderCategories.map(
  (one) => html`<option>${one}</option>`,
)}</select>
<label>Closing after <input type="date" name="after"></label><button>Search</button></form>`;

const officesForm = (offices: string[]) => html`<form class="search" action="/offices/results">
<label>Office <select name="office">${offices.map((one) => html`<option>${one}</option>`)}</select></label><button>Show</button></form>`;

const liveForm =
  () => html`<div class="search"><input id="words" aria-label="Words"><button type="button" id="go">Search</button></div>
<div id="found"></div>${raw(`<script>document.getElementById("go").addEventListener("click", async () => {
  document.getElementById("found").innerHTML = await (await fetch("/live/part")).text();
});</script>`)}`;

/** A token for each showing of the form, good for the visitor to whom it was shown. */
function shownDesk(visitor: string, tokens: Set<string>): Reply {
  const token = `${visitor}.${tokens.size + 1}`;
  tokens.add(token);
  return {
    headers: { "set-cookie": `desk=${visitor}; Path=/; HttpOnly` },
    body: frame(
      "Search desk",
      html`<h1>Search desk</h1><form class="search" method="post" action="/desk/results">
<input type="hidden" name="csrf_token" value="${token}"><input name="words" aria-label="Words"><button name="go" value="1">Search tenders</button></form>`,
    ),
  };
}

function deskResults({ form, cookies, query, method }: SiteRequest, register: Register, tokens: Set<string>): Reply {
  const token = form.get("csrf_token") ?? "";
  if (method === "POST" && (!tokens.has(token) || !token.startsWith(`${cookies.desk}.`)))
    return { status: 403, body: frame("Refused", html`<h1>The form is too old</h1>`) };
  if (!cookies.desk) return { status: 403, body: frame("Refused", html`<h1>Search first</h1>`) };
  return { body: results(register.listed(), register, "/desk/results", query) };
}

function table(tenders: Tender[], register: Register): Markup {
  return tenderTable(tenders, register.now());
}

function results(found: Tender[], register: Register, path: string, query: URLSearchParams): string {
  const { shown, number, count } = slice(found, Number(query.get("page")), register);
  const next = new URLSearchParams([...query].filter(([name]) => name !== "page"));
  next.set("page", String(number + 1));
  return frame(
    "Results",
    html`<h1>${found.length} tenders</h1><p class="soft">${register.pageSize} on a page.</p>${table(shown, register)}
${number < count && html`<p class="pager"><a href="${path}?${next.toString()}">Next</a></p>`}`,
  );
}

function tenderReply(path: string, query: URLSearchParams, register: Register): Reply | null {
  const [, folder, slug = ""] = path.split("/");
  const tender = register.find(folder === "download" ? (query.get("of") ?? "") : slug);
  if (!tender) return null;
  if (folder === "download")
    return {
      body: invitationPdf(tender),
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `attachment; filename="invitation-${tender.reference}.pdf"`,
      },
    };
  if (folder !== "tenders") return null;
  return {
    body: frame(
      tender.title,
      html`<h1>${tender.title}</h1><dl class="facts"><dt>Buyer</dt><dd>${tender.buyer}</dd><dt>Reference</dt><dd>${tender.reference}</dd></dl>
<p>${tender.summary}</p><ul>${tender.requirements.map((text) => html`<li>${text}</li>`)}</ul>
<h2>Documents</h2><ul><li><a href="/download?of=${tender.slug}&amp;part=1">Invitation to tender (PDF, 12 kB)</a></li></ul>
<p><a href="/open">New search</a> <a href="/tenders/${tender.slug}/watch?on=1">Watch this tender</a></p>`,
    ),
  };
}

/** What stands beside every search, and must never be sent. */
const decoys = html`<aside><form method="post" action="/newsletter"><label>Your address <input type="email" name="email"></label><button>Subscribe</button></form>
<form method="post" action="/session"><input name="user"><input type="password" name="password"><button>Sign in</button></form>
<form method="post" action="/searches"><input name="title"><button>Save search</button></form>
<form method="post" action="/questions" class="search-help"><textarea name="text"></textarea><button>Search help</button></form></aside>`;

function frame(title: string, main: Markup): string {
  return page({
    title,
    siteName: "Northgate Tender Search",
    tagline: "Tenders for those who ask",
    nav: [
      { text: "Search", href: "/open" },
      { text: "By office", href: "/offices" },
      { text: "Search desk", href: "/desk" },
      { text: "Live search", href: "/live" },
    ],
    accent: "#6b4f1d",
    main: html`${main}${decoys}`,
  });
}
