import type { Browser } from "playwright-core";

/** Takes away Chromium's implicit rule that loopback addresses are reached without the proxy. */
export const bypassRule = "<-loopback>";

/** What the browser may not do by itself, besides Playwright's own list (which turns background networking off). */
const restrictions = [
  // Names are the proxy's to resolve: whatever would look one up by itself finds nothing.
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
  "--dns-prefetch-disable",
  "--disable-quic",
  // WebRTC opens UDP sockets of its own, which no HTTP proxy sees. Two names, because the whole Chromium knows only the newer one.
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--disable-domain-reliability",
  "--disable-client-side-phishing-detection",
  "--no-pings",
  "--mute-audio",
  // One page's script must not take the machine's memory.
  "--js-flags=--max-old-space-size=512",
];

/**
 * A headless Chromium whose only way out is the proxy at `proxyUrl`; without a pass, which only contexts get, that lets nothing
 * through, so the browser's own traffic ends there.
 */
export async function launchBrowser(executablePath: string, proxyUrl: string, bypass = bypassRule): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath,
    headless: true,
    // Chromium's sandbox refuses to run as root; everywhere else it stays on.
    chromiumSandbox: process.getuid?.() !== 0,
    proxy: { server: proxyUrl, bypass },
    args: restrictions,
    timeout: 30_000,
    // Stopping the process is the server's own affair, which closes the browser in its turn.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
