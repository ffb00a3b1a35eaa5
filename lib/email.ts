import { z } from "zod";

const localPart = /^[a-z0-9!#$%&'*+/=?^_{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_{|}~-]+)*$/;
const domainLabel = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The one form in which an e-mail address is kept and compared, or null when the text is no address that we accept.
 * Compatibility forms are folded (NFKC) before anything is checked; afterwards only ASCII is left standing, so that letters
 * that merely look alike, quoted local parts, lists and line breaks never name an account.
 */
export function canonicalEmail(text: string): string | null {
  const address = text.normalize("NFKC").trim().toLowerCase();
  if (address.length > 254) return null;
  const parts = address.split("@");
  const [local, domain] = parts;
  if (parts.length !== 2 || !local || !domain) return null;
  if (local.length > 64 || !localPart.test(local)) return null;
  const labels = domain.split(".");
  if (labels.length < 2 && domain !== "localhost") return null;
  return labels.every((label) => domainLabel.test(label)) ? address : null;
}

/** For schemas: takes what a person typed, gives the canonical form. */
export const emailInput = z
  .string()
  .max(320)
  .transform((text, context) => {
    const email = canonicalEmail(text);
    if (email) return email;
    context.addIssue({ code: "custom", message: "This is not an e-mail address." });
    return z.NEVER;
  });
