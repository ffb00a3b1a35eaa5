import Link from "next/link";
import type { ReactNode } from "react";
import { BrandMark } from "@/components/ui/brand-mark";
import { Code } from "@/components/ui/code";

interface CrawlerNoticeProps {
  /** What robots.txt files address. */
  token: string;
  /** As it stands in logs. */
  userAgent: string;
  /** Of this installation. */
  baseUrl: string;
  /** The least time between two requests to one host. */
  gapMs: number;
  /** The address that this installation sends mail from, when it sends any. */
  mailFrom: string | null;
}

/** For the owner of a site that is read: who reads, what for, how fast, and how to end it. */
export function CrawlerNotice({ token, userAgent, baseUrl, gapMs, mailFrom }: CrawlerNoticeProps) {
  const { host } = new URL(baseUrl);
  return (
    <div className="mx-auto flex min-h-dvh max-w-190 flex-col px-5 sm:px-8">
      <header className="flex h-16 items-center gap-2">
        <Link href="/" className="flex items-center gap-2 text-lg font-semibold tracking-tight">
          <BrandMark /> Outrider
        </Link>
      </header>
      <main className="flex flex-1 flex-col gap-8 py-8">
        <div>
          <h1 className="text-2xl font-semibold tracking-tight">The crawler that read your site</h1>
          <p className="mt-3 text-lg text-muted">
            Outrider watches public notices, feeds and web pages for people who answer tenders. A person who uses the
            installation at <span className="text-ink wrap-anywhere">{host}</span> asked it to watch an address of
            yours. In your log it is called:
          </p>
          <p className="mt-4 rounded-md border border-subtle bg-sunken px-3 py-2 font-mono text-sm wrap-anywhere">
            {userAgent}
          </p>
        </div>
        <Part title="What it reads">
          The address that it was given, the entries and documents that a listing there leads to, and further pages of
          the same site as far as its owner set the depth. It keeps each version with its date, so that what is quoted
          from it can be checked later, and compares it with the version before. Forms are left alone but for turning
          the pages of a listing, and it signs in only where its user has an account with you.
        </Part>
        <Part title="How fast">
          From one site it takes a page at most every {gapWords(gapMs)}, and less often when your robots.txt names a
          Crawl-delay, when your server answers slowly, or when it answers 429 or 503; Retry-After is followed. It asks
          with If-None-Match and If-Modified-Since, so a page that has not changed costs you an empty answer. After
          repeated failures it stays away for a while.
        </Part>
        <Part title="How to stop it">
          <p>
            It reads robots.txt before anything else and obeys it (RFC 9309). To close your whole site to it, add these
            lines; to close a part, name the folder instead of “/”. They are followed within a day.
          </p>
          <div className="mt-3">
            <Code text={`User-agent: ${token}\nDisallow: /`} label="Copy the rule" />
          </div>
          <p className="mt-3">To slow it down, write a delay in seconds:</p>
          <div className="mt-3">
            <Code text={`User-agent: ${token}\nCrawl-delay: 10`} label="Copy the delay" />
          </div>
          <p className="mt-3">
            Or write to who runs it, below: one setting closes a site to everybody who uses this installation.
          </p>
          <p className="mt-3">
            The only exception to robots.txt is a site whose owner has allowed more: who gave that leave is written down
            with the source.
          </p>
        </Part>
        <Part title="Who runs it">
          Outrider is software that many run for themselves. This installation answers at{" "}
          <span className="text-ink wrap-anywhere">{baseUrl}</span>, and its operator decides what is watched from here.{" "}
          {mailFrom ? (
            <>
              Write to <span className="text-ink wrap-anywhere">{mailFrom}</span>, or to the owner of {host}.
            </>
          ) : (
            <>It names no mail address of its own: write to the owner of {host}.</>
          )}{" "}
          A request whose name says something else did not come from here.
        </Part>
      </main>
      <footer className="border-t border-subtle py-6 text-sm text-muted">
        Outrider rides ahead of the people who sell to organisations.
      </footer>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="text-lg font-semibold">{title}</h2>
      <div className="mt-2 text-muted">{children}</div>
    </section>
  );
}

function gapWords(gapMs: number): string {
  return gapMs < 1_000 ? `${gapMs} milliseconds` : `${(gapMs / 1_000).toLocaleString("en")} seconds`;
}
