import { proseOf } from "../json-values";
import { emptyNotice, type NoticeReading } from "../notice-facts";
import { kindOf } from "../notice-kind";
import { factsOfValues } from "./facts-of-values";
import type { ListingEntry } from "./listing-entry";
import { localeOfPage } from "./locale-of-page";
import { labelledLines } from "./page-facts";
import { readPortalNotice } from "./read-portal-notice";
import { splitStatus, statusOfBanner } from "./status-words";

/**
 * An entry of a feed, as a tender if it is one: it states when replies are due, or calls itself a tender, request or grant. Other news is
 * refused as such. `page` is what the entry links to, when it was read.
 */
export function readFeedNotice(input: Parameters<typeof readPortalNotice>[0]): NoticeReading {
  const { entry } = input;
  const reading = readPortalNotice(input);
  const [notice] = reading.notices;
  if (!notice) return reading;
  const isDue = notice.deadlines.some(({ kind }) => kind === "submission");
  if (!isDue && !kindOf(entry.title, entry.fields.categories, entry.text.slice(0, 400)))
    return {
      notices: [],
      refused: [
        { key: entry.key, reason: "The entry is news, no tender: it names no deadline and no kind of purchase." },
      ],
    };
  const published = entry.fields.published ?? null;
  return {
    notices: [
      { ...notice, scheme: "feed", key: entry.url ?? notice.key, publishedAt: notice.publishedAt ?? published },
    ],
    refused: [],
  };
}

export interface TextNotice {
  scheme: "email" | "paste" | "file";
  key: string;
  title: string | null;
  text: string;
  readAt: Date;
  /** A portal's address or a sender's domain, for how it writes its days. */
  url?: string | null;
}

const mailLine = /^(?:re|fw|fwd|aw|wg|tr|rv)\s*:\s*/i;

/** A mail, a pasted text or a file's text: its "Label: value" lines, its first line or subject as the title. */
export function readTextNotice({ scheme, key, title, text, readAt, url = null }: TextNotice): NoticeReading {
  const lines = labelledLines(text);
  const subject = /^(?:Subject|Betreff|Objet|Asunto|Oggetto):\s*(.+)$/m.exec(text)?.[1];
  const firstLine = text
    .split("\n")
    .find((line) => line.trim().length >= 5)
    ?.trim()
    .slice(0, 300);
  const values = lines
    .filter(({ label }) => !/^(?:subject|from|to|cc|date|sent|von|an|de|à)$/i.test(label))
    .map((one) => ({ ...one, datetime: null }));
  const locale = localeOfPage(url, null, [text]);
  const facts = factsOfValues(values, { ...locale, capturedAt: readAt });
  const words = (title ?? subject ?? facts.title ?? firstLine ?? "")
    .replace(mailLine, "")
    .replace(mailLine, "")
    .replace(/^\[[^\]]{1,40}\]\s*/, "");
  const { title: named, status } = splitStatus(words.trim());
  if (named === "") return { notices: [], refused: [{ key, reason: "There is no text to read." }] };
  const stated =
    status ??
    facts.status ??
    text
      .split("\n")
      .slice(0, 5)
      .map(statusOfBanner)
      .find((one) => one !== null) ??
    null;
  const { published, status: _status, value, categories, contacts, ...rest } = facts;
  return {
    notices: [
      emptyNotice({
        ...rest,
        scheme,
        key,
        type: stated === "cancelled" ? "cancellation" : stated === "awarded" ? "award" : "tender",
        status: stated ?? "open",
        publishedAt: published?.at ?? published?.localDate ?? null,
        title: named,
        kind: facts.kind ?? kindOf(named) ?? "tender",
        summary: facts.summary ?? proseOf(text.slice(0, 2_000)),
        value,
        categories,
        contacts,
        country: facts.country ?? locale.country,
      }),
    ],
    refused: [],
  };
}

export type { ListingEntry };
