import { createHash, randomBytes } from "node:crypto";
import { html, type Markup, page } from "../ground/html";
import { type Reply, type Site, type SiteOptions, type SiteRequest, startSite } from "../ground/start-site";
import { slice, tenderTable } from "../portal/pages";
import { openRegister, type PortalChange, type Register, type RegisterSize } from "../portal/register";
import { base32, oneTimeCode } from "./one-time-code";

export interface LoginPortalOptions extends SiteOptions, RegisterSize {
  username?: string;
  password?: string;
  /** Other people who may sign in, with the same password. */
  colleagues?: string[];
  /** Ask for a one-time code, too. Codes follow the machine's clock, as those who type them do. */
  hasOneTimeCode?: boolean;
  /** Each page shows who is signed in, with the password and the secret of the authenticator. */
  showsSecrets?: boolean;
}

export interface LoginPortalChange extends PortalChange {
  /** Ends every session: the next request meets the sign-in page. */
  signOutAll?: true;
  password?: string;
}

export interface LoginPortalSite extends Site<LoginPortalChange> {
  register: Register;
  username: string;
  password: string;
  /** Base32, for an authenticator. */
  oneTimeSecret: string;
}

interface Session {
  token: string;
  stage: "anonymous" | "password" | "signed_in";
  username?: string;
}

/**
 * A portal whose tenders are behind a sign-in: a form with a token against forged requests, a session cookie, and if wanted a
 * one-time code. What was wrong stands in the request log as a note ("wrong password", "wrong token", "wrong code"), and else who was shown a page.
 */
export async function startLoginPortalSite(options: LoginPortalOptions = {}): Promise<LoginPortalSite> {
  const register = openRegister(options.now ?? new Date(), options);
  const username = options.username ?? "bids@quarrystone.example";
  let password = options.password ?? "otter-lantern-42";
  const secret = createHash("sha256").update(`${username} one-time`).digest().subarray(0, 20);
  const sessions = new Map<string, Session>();

  const answer = (request: SiteRequest): Reply => {
    const id = request.cookies.portal_session ?? "";
    const known = sessions.get(id);
    const newId = known ? id : randomBytes(12).toString("hex");
    const session: Session = known ?? { token: randomBytes(12).toString("hex"), stage: "anonymous" };
    if (!known) sessions.set(newId, session);
    const reply = route(request, session);
    const cookie = `portal_session=${newId}; Path=/; HttpOnly; SameSite=Lax`;
    return known ? reply : { ...reply, headers: { ...reply.headers, "set-cookie": cookie } };
  };
  const route = (request: SiteRequest, session: Session): Reply => {
    const isPost = request.method === "POST";
    if (request.path === "/login") return isPost ? signIn(request, session) : { body: signInPage(session) };
    if (request.path === "/login/code" && session.stage === "password")
      return isPost ? checkCode(request, session) : { body: codePage(session) };
    if (request.path === "/logout") {
      session.stage = "anonymous";
      return redirect("/login");
    }
    if (session.stage !== "signed_in") return redirect(`/login?next=${encodeURIComponent(request.path)}`);
    const shown = tenderPages(request, register);
    const account = `<aside><h2>Your account</h2><p>Password: ${password}</p><input readonly value="${base32(secret)}"></aside>`;
    if (options.showsSecrets) shown.body = String(shown.body).replace("</main>", `${account}</main>`);
    return { ...shown, ...(session.username ? { note: session.username } : {}) };
  };
  const signIn = ({ form }: SiteRequest, session: Session): Reply => {
    if (form.get("csrf_token") !== session.token)
      return {
        status: 403,
        body: signInPage(session, "The form is out of date. Please try again."),
        note: "wrong token",
      };
    const named = form.get("username") ?? "";
    if (![username, ...(options.colleagues ?? [])].includes(named) || form.get("password") !== password)
      return { status: 401, body: signInPage(session, "User name or password is wrong."), note: "wrong password" };
    session.username = named;
    session.stage = options.hasOneTimeCode ? "password" : "signed_in";
    return redirect(options.hasOneTimeCode ? "/login/code" : "/tenders");
  };
  const checkCode = ({ form }: SiteRequest, session: Session): Reply => {
    const moments = [-30_000, 0, 30_000].map((offset) => oneTimeCode(secret, new Date(Date.now() + offset)));
    if (form.get("csrf_token") !== session.token || !moments.includes(form.get("code") ?? ""))
      return { status: 401, body: codePage(session, "This code is not right."), note: "wrong code" };
    session.stage = "signed_in";
    return redirect("/tenders");
  };
  const set = (change: LoginPortalChange) => {
    if (change.signOutAll) sessions.clear();
    if (change.password) password = change.password;
    register.change(change);
  };
  const site = await startSite<LoginPortalChange>(options, answer, set);
  return { ...site, register, username, password, oneTimeSecret: base32(secret) };
}

function redirect(location: string): Reply {
  return { status: 303, headers: { location } };
}

function tenderPages({ path, query }: SiteRequest, register: Register): Reply {
  if (path === "/" || path === "/tenders") {
    const { shown, number, count } = slice(register.listed(), Number(query.get("page")), register);
    const next = number < count && html`<p class="pager"><a rel="next" href="/tenders?page=${number + 1}">Next</a></p>`;
    return { body: frame("Tenders", html`<h1>Tenders</h1>${tenderTable(shown, register.now())}${next}`) };
  }
  const tender = register.find(path.slice("/tenders/".length));
  if (!tender) return { status: 404, body: frame("Not found", html`<h1>Not found</h1>`) };
  return { body: frame(tender.title, html`<h1>${tender.title}</h1><p>${tender.buyer}</p><p>${tender.summary}</p>`) };
}

function signInPage(session: Session, problem?: string): string {
  return frame(
    "Sign in",
    html`<h1>Sign in</h1>${problem && html`<p class="notice" role="alert">${problem}</p>`}
<form method="post" action="/login"><input type="hidden" name="csrf_token" value="${session.token}">
<p><label>User name<br><input name="username" autocomplete="username"></label></p>
<p><label>Password<br><input type="password" name="password" autocomplete="current-password"></label></p><button>Sign in</button></form>`,
  );
}

function codePage(session: Session, problem?: string): string {
  return frame(
    "One more step",
    html`<h1>One more step</h1>${problem && html`<p class="notice" role="alert">${problem}</p>`}
<form method="post" action="/login/code"><input type="hidden" name="csrf_token" value="${session.token}">
<p><label>Code from your authenticator<br><input name="code" inputmode="numeric" autocomplete="one-time-code"></label></p><button>Continue</button></form>`,
  );
}

function frame(title: string, main: Markup): string {
  return page({
    title,
    siteName: "Kestrel Supplier Gate",
    tagline: "For registered suppliers",
    nav: [
      { text: "Tenders", href: "/tenders" },
      { text: "Sign out", href: "/logout" },
    ],
    accent: "#8a2f3b",
    main,
  });
}
