import { createTransport } from "nodemailer";
import { literalText, oneLine } from "@/lib/literal-text";
import type { MailTransport } from "./mail";

/** A mail server at `smtp://` or `smtps://user:password@host:port`; the operator names it, so it may be a private host. */
export function smtpTransport(smtpUrl: string, from: string): MailTransport {
  const url = new URL(smtpUrl);
  const isTls = url.protocol === "smtps:";
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (isTls ? 465 : 587),
    secure: isTls,
    auth: url.username ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } : undefined,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // A mail's content must never name a file or an address for us to open.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async check() {
      await transport.verify();
    },
    async deliver({ to, subject, text, unsubscribeUrl }) {
      // As an object, an address is never read as a list of addresses.
      const headers = unsubscribeUrl ? listHeaders(unsubscribeUrl) : {};
      // A header is one line, and no name of a workspace begins another.
      const words = { subject: oneLine(subject), text: literalText(text) };
      await transport.sendMail({ from, to: { name: "", address: to }, ...words, headers });
    },
  };
}

/** RFC 2369 and 8058. Written by the URL's own rules, so that it can neither end the brackets nor the line. */
function listHeaders(unsubscribeUrl: string): Record<string, string> {
  return {
    "List-Unsubscribe": `<${new URL(unsubscribeUrl).href}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
