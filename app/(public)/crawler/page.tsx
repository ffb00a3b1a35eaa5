import type { Metadata } from "next";
import { CrawlerNotice } from "@/components/crawler/crawler-notice";
import { baseUrl, env } from "@/lib/env";
import { userAgent, userAgentToken } from "@/server/crawling/fetching";

export const metadata: Metadata = {
  title: "About the crawler",
  description: "Who reads your site, what for, how fast, and how to stop it.",
  robots: { index: true },
};

/** The page that the crawler's User-Agent names, for whoever found it in a log. */
export default function CrawlerPage() {
  return (
    <CrawlerNotice
      token={userAgentToken}
      userAgent={userAgent}
      baseUrl={baseUrl}
      gapMs={env.OUTRIDER_CRAWL_GAP_MS}
      mailFrom={env.SMTP_URL ? env.MAIL_FROM : null}
    />
  );
}
