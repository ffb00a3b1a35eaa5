import { setTimeout as sleep } from "node:timers/promises";
import type { Response } from "playwright-core";

const mostKept = 40;
const longest = 1024 * 1024;
const longestTogether = 4 * 1024 * 1024;
const longestWaitMs = 2_000;

/** What the page's own site answered to its scripts, as it came through the door: never from another origin, and never more than a page's worth. */
export async function readAnswers(responses: readonly Response[], pageUrl: string): Promise<string[]> {
  const origin = URL.parse(pageUrl)?.origin;
  const own = responses.filter((response) => URL.parse(response.url())?.origin === origin);
  const late = sleep(longestWaitMs, null);
  const texts: string[] = [];
  let length = 0;
  for (const response of own.slice(0, mostKept)) {
    // A body that the browser no longer has, or that has not ended, is left out.
    const text = await Promise.race([response.text().catch(() => null), late]);
    if (text === null || text.length > longest || length + text.length > longestTogether) continue;
    length += text.length;
    texts.push(text);
  }
  return texts;
}
