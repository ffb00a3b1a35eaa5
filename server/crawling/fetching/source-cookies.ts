import { Cookie, CookieJar, type SerializedCookieJar } from "tough-cookie";

/** A cookie as browsers are given them and give them back. */
export interface BrowserCookie {
  name: string;
  value: string;
  /** With a leading dot when subdomains get it, too. */
  domain: string;
  path: string;
  /** Seconds since 1970; -1 until the session ends. */
  expires: number;
  httpOnly: boolean;
  secure: boolean;
}

// A hostile server must not be able to fill our memory with what it asks us to remember.
const maxCookies = 200;
const maxCookieLength = 4096;

/**
 * The cookies of one source, for both rungs, by the rules of RFC 6265 (domains, paths, public suffixes). Never shared
 * between sources. `toJSON` holds secrets: whoever stores it seals it.
 */
export class SourceCookies {
  readonly #jar: CookieJar;
  #taken = 0;

  constructor(saved?: SerializedCookieJar) {
    this.#jar = saved ? CookieJar.deserializeSync(saved) : new CookieJar();
    this.#taken = saved?.cookies.length ?? 0;
  }

  /** The Cookie header for an address; empty when there is nothing to send. */
  header(url: string): string {
    return this.#taken === 0 ? "" : this.#jar.getCookieStringSync(url);
  }

  /** Takes the Set-Cookie lines of an answer; what the rules forbid is left out silently, as browsers do. */
  take(setCookies: readonly string[], url: string): void {
    for (const line of setCookies) {
      if (this.#taken >= maxCookies) return;
      if (line.length <= maxCookieLength && this.#jar.setCookieSync(line, url, { ignoreError: true })) this.#taken++;
    }
  }

  forBrowser(url: string): BrowserCookie[] {
    if (this.#taken === 0) return [];
    return this.#jar.getCookiesSync(url, { allPaths: true }).map((cookie) => ({
      name: cookie.key,
      value: cookie.value,
      domain: (cookie.hostOnly ? "" : ".") + (cookie.domain ?? ""),
      path: cookie.path ?? "/",
      expires: cookie.expires instanceof Date ? Math.floor(cookie.expires.getTime() / 1000) : -1,
      httpOnly: cookie.httpOnly,
      secure: cookie.secure,
    }));
  }

  takeFromBrowser(cookies: readonly BrowserCookie[]): void {
    for (const one of cookies) {
      if (this.#taken >= maxCookies) return;
      const host = one.domain.replace(/^\./, "");
      const cookie = new Cookie({
        key: one.name,
        value: one.value,
        path: one.path,
        httpOnly: one.httpOnly,
        secure: one.secure,
        domain: one.domain.startsWith(".") ? host : null,
        expires: one.expires > 0 ? new Date(one.expires * 1000) : "Infinity",
      });
      const origin = `${one.secure ? "https" : "http"}://${host}${one.path}`;
      if (this.#jar.setCookieSync(cookie, origin, { ignoreError: true })) this.#taken++;
    }
  }

  toJSON(): SerializedCookieJar | undefined {
    return this.#jar.serializeSync();
  }
}
