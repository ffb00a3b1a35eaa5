import type { TenderFields } from "../../fields/tender-fields";
import { drivingDate } from "../driving-date";
import { emptyNotice, type NoticeReading } from "../notice-facts";
import { kindOf } from "../notice-kind";
import { readTextNotice } from "../pages/read-text-notice";

export interface MailToRead {
  /** What makes it the same mail wherever it is filed. */
  key: string;
  /** As the extractor wrote it: subject, "From: …" and other headers, then the body. */
  text: string;
  subject: string | null;
  /** What its sentences state, read as a tender's document. */
  stated: TenderFields;
  readAt: Date;
}

const reply = /^\s*(?:re|aw|sv|vs|odp|antw|rif|ref)\s*(?:\[\d+\])?\s*:/i;
const openingLength = 1_500;

/**
 * A mail as a notice, if it announces a tender: it says until when replies are wanted, and calls itself a tender, request or grant near its
 * beginning. Replies and mails about anything else are correspondence, and are refused as such.
 */
export function readMailNotice({ key, text, subject, stated, readAt }: MailToRead): NoticeReading {
  const refuse = (reason: string): NoticeReading => ({ notices: [], refused: [{ key, reason }] });
  if (reply.test(subject ?? "")) return refuse("It is a reply, so it is correspondence.");
  const body = text.replace(/^(?:From|To|Cc|Date): .*$/gm, "");
  const kind = kindOf(subject, body.slice(0, openingLength));
  if (!kind) return refuse("It does not call itself a tender, request or grant.");
  const sender = /^From: .*@([a-z0-9.-]+)/im.exec(text)?.[1];
  const reading = readTextNotice({
    scheme: "email",
    key,
    title: subject,
    text: body,
    readAt,
    url: sender ? `https://${sender}/` : null,
  });
  const [notice] = reading.notices;
  if (!notice) return reading;
  const prose = stated.deadlines.map(drivingDate).filter((date) => date !== null);
  const labelled = new Set(notice.deadlines.map((one) => one.kind));
  const deadlines = [...notice.deadlines, ...prose.filter((one) => !labelled.has(one.kind))];
  if (!deadlines.some((one) => one.kind === "submission" && one.localDate !== null))
    return refuse("It names no day by which replies are wanted.");
  const first = (name: "buyer" | "reference") => stated.fields.find((field) => field.name === name)?.text ?? null;
  const said = {
    ...notice,
    kind: notice.kind ?? kind,
    buyer: notice.buyer ?? first("buyer"),
    reference: notice.reference ?? first("reference"),
    deadlines,
  };
  return { notices: [emptyNotice(said)], refused: [] };
}
