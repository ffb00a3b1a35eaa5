import PostalMime from "postal-mime";
import type { Rendition } from "@/lib/rendition";
import { damaged } from "../errors";
import { kindWords } from "../kind-words";
import type { ParseLimits } from "../limits";
import { RenditionBuilder } from "../rendition-builder";
import { writeHtml } from "./html-blocks";
import { writePlainText } from "./text-blocks";

export interface MailAttachment {
  name: string;
  bytes: Uint8Array;
}

/** Reads headers and body of a mail; attachments come back as files of their own. */
export async function readEml(
  bytes: Uint8Array,
  limits: ParseLimits,
): Promise<{ rendition: Rendition; attachments: MailAttachment[] }> {
  const mail = await PostalMime.parse(bytes, {
    maxNestingDepth: 50,
    maxHeadersSize: 1024 * 1024,
    attachmentEncoding: "arraybuffer",
  }).catch((error: unknown) => {
    throw damaged(kindWords.eml, error);
  });
  const builder = new RenditionBuilder(limits.textLength);
  if (mail.subject) builder.heading(1, mail.subject);
  const people = (list: { name?: string; address?: string }[] | undefined) =>
    (list ?? [])
      .map((person) => [person.name, person.address ? `<${person.address}>` : ""].filter(Boolean).join(" "))
      .join(", ");
  const headers: [string, string][] = [
    ["From", people(mail.from ? [mail.from] : [])],
    ["To", people(mail.to)],
    ["Cc", people(mail.cc)],
    ["Date", mail.date ?? ""],
  ];
  for (const [name, value] of headers) if (value) builder.paragraph(`${name}: ${value}`);
  const ahead = builder.blocks.length;
  if (mail.text?.trim()) writePlainText(builder, mail.text);
  else if (mail.html) writeHtml(builder, mail.html);
  if (builder.blocks.length === ahead) builder.warnings.push("The mail has no text of its own.");
  const attachments = mail.attachments.slice(0, limits.entries).map((attachment, index) => ({
    name: attachment.filename || `attachment-${index + 1}`,
    bytes:
      typeof attachment.content === "string"
        ? new TextEncoder().encode(attachment.content)
        : new Uint8Array(attachment.content),
  }));
  for (const attachment of attachments) builder.listItem(0, null, `Attachment: ${attachment.name.slice(0, 255)}`);
  builder.title = mail.subject ?? null;
  return { rendition: builder.build("eml", 2), attachments };
}
