import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { type BrowserProxy, type BrowserProxyOptions, startBrowserProxy } from "@/server/platform/egress/browser-proxy";
import type { ProxyPass } from "@/server/platform/egress/proxy/pass";
import { userAgent } from "../fetching/user-agent";
import { bypassRule, launchBrowser } from "./launch-browser";

export interface OpenBrowserOptions extends BrowserProxyOptions {
  executablePath?: string | null;
  /** A browser that runs elsewhere, spoken to over CDP. */
  wsUrl?: string | undefined;
  /** `host:port` at which that browser reaches our proxy, which then listens on this port of every interface. */
  proxyAddress?: string | undefined;
  /** What one page with everything that it loads may bring; 64 MiB when not given. */
  maxPageBytes?: number | undefined;
  /** Tests show what happens without the rule. */
  bypass?: string;
}

/** One context: cookies and storage of one source, its page, and its pass through the proxy. */
export interface BrowserRoom {
  context: BrowserContext;
  page: Page;
  pass: ProxyPass;
}

/** A running browser with the proxy that is its only way out. */
export interface OpenBrowser {
  browser: Browser;
  proxy: BrowserProxy;
  openRoom(): Promise<BrowserRoom>;
  /** Resident memory of all its processes in bytes; null where that cannot be told. */
  rssBytes(): Promise<number | null>;
  close(): Promise<void>;
}

const viewport = { width: 1280, height: 900 };

/** Launches (or connects to) a browser behind a new proxy. Errors: those of Playwright. */
export async function openBrowser(options: OpenBrowserOptions): Promise<OpenBrowser> {
  const {
    executablePath,
    wsUrl,
    proxyAddress,
    bypass = bypassRule,
    maxPageBytes = 64 * 1024 * 1024,
    ...proxyOptions
  } = options;
  const port = Number(proxyAddress?.slice(proxyAddress.lastIndexOf(":") + 1));
  const listen = wsUrl && proxyAddress ? { listen: { host: "0.0.0.0", port } } : {};
  const proxy = await startBrowserProxy({ ...proxyOptions, ...listen });
  const server = `http://${wsUrl && proxyAddress ? proxyAddress : `127.0.0.1:${proxy.port}`}`;
  let browser: Browser;
  try {
    browser = wsUrl
      ? await (await import("playwright-core")).chromium.connectOverCDP(wsUrl, { timeout: 30_000 })
      : await launchBrowser(executablePath ?? "", server, bypass);
  } catch (error) {
    await proxy.close();
    throw error;
  }
  const agent = agentOf(browser.version());

  const openRoom = async (): Promise<BrowserRoom> => {
    const pass = proxy.admit(maxPageBytes);
    try {
      const context = await browser.newContext({
        proxy: { server, bypass, username: pass.username, password: pass.password },
        acceptDownloads: false,
        serviceWorkers: "block",
        permissions: [],
        reducedMotion: "reduce",
        locale: "en-US",
        userAgent: agent,
        viewport,
      });
      const page = await context.newPage();
      // Windows that a page opens are nothing that was asked for.
      context.on("page", (opened) => opened !== page && void opened.close().catch(() => {}));
      return { context, page, pass };
    } catch (error) {
      pass.revoke();
      throw error;
    }
  };
  return {
    browser,
    proxy,
    openRoom,
    rssBytes: () => rssOf(browser),
    close: async () => {
      await browser.close().catch(() => {});
      await proxy.close();
    },
  };
}

/** A browser's usual name, so that pages show what they show to browsers, and ours, because we do not hide. */
function agentOf(version: string): string {
  const major = version.split(".", 1)[0];
  return `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36 ${userAgent}`;
}

async function rssOf(browser: Browser): Promise<number | null> {
  try {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    await session.detach();
    // Linux: the second field of statm is the resident pages, of 4 KiB on every machine that runs Chromium.
    const pages = await Promise.all(
      processInfo.map(async ({ id }) => Number((await readFile(`/proc/${id}/statm`, "utf8")).split(" ")[1])),
    );
    return pages.reduce((sum, count) => sum + count, 0) * 4096;
  } catch {
    return null;
  }
}
