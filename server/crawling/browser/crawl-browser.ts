import { logger } from "@/server/platform/logging";
import { failure } from "../fetching/failure";
import type { FetchFailure, FetchOutcome } from "../fetching/fetched-page";
import type { SourceCookies } from "../fetching/source-cookies";
import type { LoginCredential, SignInResult } from "../login/sign-in";
import { ContextPool, type Lease } from "./context-pool";
import { type BrowserRoom, type OpenBrowser, type OpenBrowserOptions, openBrowser } from "./open-browser";
import { Navigation } from "./read-shown-page";
import { renderInRoom } from "./render-in-room";
import { defaultMaxMs, type RenderRequest } from "./render-request";
import { signInRoom } from "./sign-in-room";

export interface CrawlBrowserOptions extends OpenBrowserOptions {
  /** Contexts at once; 8 when not given. */
  maxContexts?: number;
  maxPagesPerContext?: number;
  maxContextAgeMs?: number;
  /** A browser that has grown larger is replaced. */
  maxRssBytes?: number;
  /** Tests hold on to what was opened. */
  open?: (options: OpenBrowserOptions) => Promise<OpenBrowser>;
}

interface Room extends BrowserRoom {
  allowed: ReadonlySet<string>;
  home: Running;
  navigation: Navigation;
}

interface Running {
  open: OpenBrowser;
  rooms: number;
  isRetired: boolean;
}

const checkMemoryEvery = 20;
/** How long a page may take to die before its context, and then the browser, goes with it. */
const deathMs = 3_000;
const signInMs = 60_000;
/** Without work for so long, the browser's memory is given back. */
const idleMs = 5 * 60_000;

/**
 * One shared browser and its contexts. The browser starts with the first page, and again after a crash; contexts stay warm for the
 * key that they belong to, and are replaced after a number of pages, at an age, or when something went wrong in them.
 */
export class CrawlBrowser {
  readonly #options: CrawlBrowserOptions;
  readonly #pool: ContextPool<Room>;
  #running: Promise<Running> | null = null;
  /** What `#running` came to. */
  #home: Running | null = null;
  #pages = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(options: CrawlBrowserOptions) {
    this.#options = options;
    this.#pool = new ContextPool({
      create: () => this.#openRoom(),
      dispose: (room) => this.#closeRoom(room),
      size: options.maxContexts ?? 8,
      maxUses: options.maxPagesPerContext ?? 50,
      maxAgeMs: options.maxContextAgeMs ?? 30 * 60_000,
    });
  }

  /** Shows a page. Never throws for anything that the page, the browser or its absence does: see FetchOutcome. */
  async render(request: RenderRequest): Promise<FetchOutcome> {
    const deadline = AbortSignal.timeout(request.maxMs ?? defaultMaxMs);
    const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline;
    clearTimeout(this.#idle);
    try {
      const first = await this.#attempt(request, signal);
      // A crash is often the browser's, not the page's: once more, in a new context.
      const isCrash = first.kind === "failed" && first.code === "browser_failed";
      return isCrash && !signal.aborted ? await this.#attempt(request, signal) : first;
    } finally {
      this.#idle = setTimeout(() => void this.#closeWhenIdle(), idleMs).unref();
    }
  }

  /** Signs in where the form only exists in a browser, and leaves the session in `cookies`. Never throws for what a site does. */
  async signIn(
    credential: LoginCredential,
    request: { contextKey: string; cookies: SourceCookies; signal: AbortSignal },
  ): Promise<SignInResult> {
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(signInMs)]);
    let lease: Lease<Room>;
    try {
      lease = await this.#pool.lease(request.contextKey, signal);
    } catch (error) {
      if (!(error instanceof NoBrowserError)) logger.warn({ err: error }, "a browser context could not be opened");
      return { outcome: "unreachable", reason: failure("no_browser").reason };
    }
    const died = lease.item.navigation.crashed.then(() => null);
    const result = await Promise.race([signInRoom(lease.item, credential, request.cookies), died, aborted(signal)]);
    await lease.release(result === null);
    // Whether the password had gone is not known by then, so it counts as an attempt.
    return result ?? { outcome: "refused", reason: failure("browser_failed").reason };
  }

  /** Wipes cookies and storage of a key: its credential was taken back, or its source is gone. */
  forget(contextKey: string): Promise<void> {
    return this.#pool.forget(contextKey);
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const running = this.#running;
    this.#running = null;
    this.#home = null;
    await this.#pool.clear();
    await (await running?.catch(() => null))?.open.close();
  }

  async #attempt(request: RenderRequest, signal: AbortSignal): Promise<FetchOutcome> {
    let lease: Lease<Room>;
    try {
      lease = await this.#pool.lease(request.contextKey, signal);
    } catch (error) {
      if (signal.aborted) return stopped(request, false);
      if (error instanceof NoBrowserError) return failure("no_browser", error.reason ? { reason: error.reason } : {});
      logger.warn({ err: error }, "a browser context could not be opened");
      return failure("browser_failed");
    }
    const room = lease.item;
    const rendering = renderInRoom(room, request, signal);
    const spent = new Promise<null>((resolve) => {
      room.pass.onSpent = () => resolve(null);
    });
    // What waits in a page that has died would wait until its time is over.
    const crashed = room.navigation.crashed.then(() => failure("browser_failed"));
    const outcome = await Promise.race([rendering, crashed, aborted(signal), spent]);
    if (outcome !== null && !(outcome.kind === "failed" && outcome.code === "browser_failed")) {
      await lease.release();
      void this.#checkMemory(room.home);
      return outcome;
    }
    rendering.catch(() => {});
    const ended =
      outcome ?? (room.pass.isSpent ? failure("too_large") : stopped(request, room.navigation.response !== null));
    await lease.release(true);
    return ended;
  }

  async #openRoom(): Promise<Room> {
    const home = await this.#connected();
    home.rooms++;
    try {
      const room = await home.open.openRoom();
      return { ...room, home, allowed: this.#options.allowed ?? new Set(), navigation: new Navigation(room.page) };
    } catch (error) {
      home.rooms--;
      // Whatever state it is in, the next one starts anew.
      this.#retire(home);
      throw error;
    }
  }

  /** The browser that runs; one that has died without our hearing of it yet is replaced. */
  async #connected(): Promise<Running> {
    this.#running ??= this.#start();
    const home = await this.#running;
    if (home.open.browser.isConnected()) return home;
    this.#retire(home);
    this.#running ??= this.#start();
    return await this.#running;
  }

  async #start(): Promise<Running> {
    const { wsUrl, executablePath, proxyAddress, open: opener = openBrowser } = this.#options;
    try {
      if (!wsUrl && !executablePath) throw new NoBrowserError();
      if (wsUrl && !proxyAddress && !isLoopback(wsUrl)) {
        throw new NoBrowserError(
          "The browser runs on another machine. An operator has to say at which address it reaches our filtering proxy (BROWSER_PROXY_ADDRESS).",
        );
      }
      const open = await opener(this.#options).catch((error) => {
        logger.warn({ err: error }, "the browser did not start");
        throw new NoBrowserError(
          "The browser that pages like this one need could not be started. An operator finds the cause in the log.",
        );
      });
      const running = { open, rooms: 0, isRetired: false };
      open.browser.on("disconnected", () => this.#retire(running));
      this.#home = running;
      return running;
    } catch (error) {
      this.#running = null;
      throw error;
    }
  }

  /** No new contexts there; it closes when the last one has gone. */
  #retire(running: Running): void {
    if (running.isRetired) return;
    running.isRetired = true;
    // News of an old one's end must not lose the one that runs by now.
    if (this.#home === running) {
      this.#home = null;
      this.#running = null;
    }
    if (running.rooms === 0 || !running.open.browser.isConnected()) void running.open.close();
    void this.#pool.clear();
  }

  async #closeRoom(room: Room): Promise<void> {
    room.pass.revoke();
    const closed = room.context.close().then(
      () => true,
      () => true,
    );
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), deathMs).unref());
    // A context that cannot die takes the browser with it: nothing else frees what it holds.
    const isClosed = await Promise.race([closed, late]);
    room.home.rooms--;
    if (!isClosed) this.#retire(room.home);
    if (!isClosed || (room.home.isRetired && room.home.rooms === 0)) await room.home.open.close();
  }

  async #checkMemory(home: Running): Promise<void> {
    if (++this.#pages % checkMemoryEvery !== 0) return;
    const bytes = await home.open.rssBytes();
    if (bytes !== null && bytes > (this.#options.maxRssBytes ?? 1536 * 1024 * 1024)) this.#retire(home);
  }

  async #closeWhenIdle(): Promise<void> {
    if (this.#pool.busy === 0) await this.close();
  }
}

/** There is no browser to be had; `reason` says why in words for people. */
class NoBrowserError extends Error {
  constructor(readonly reason?: string) {
    super(reason ?? "no browser");
  }
}

function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener("abort", () => resolve(null), { once: true });
  });
}

function stopped(request: RenderRequest, hasAnswer: boolean): FetchFailure {
  if (request.signal?.aborted) return failure("cancelled");
  return failure(hasAnswer ? "timeout_body" : "timeout_headers");
}

function isLoopback(url: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(URL.parse(url)?.hostname ?? "");
}
