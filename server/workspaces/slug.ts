import { randomInt } from "node:crypto";

/** First segments of the address that belong to the product itself. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  "about",
  "account",
  "admin",
  "api",
  "app",
  "assets",
  "auth",
  "docs",
  "error",
  "favicon.ico",
  "help",
  "icon.svg",
  "invitation",
  "invitations",
  "invite",
  "join",
  "legal",
  "login",
  "logout",
  "metrics",
  "new",
  "operator",
  "pricing",
  "privacy",
  "public",
  "reset",
  "reset-password",
  "robots.txt",
  "settings",
  "setup",
  "sign-in",
  "sign-out",
  "sign-up",
  "static",
  "status",
  "support",
  "system",
  "terms",
  "workspace",
  "workspaces",
  "www",
]);

const mostLetters = 40;

/** The words of a name as an address: "Müller & Söhne" becomes "muller-sohne". Empty when no letter or digit survives. */
export function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, mostLetters)
    .replace(/-+$/, "");
}

/** Addresses to try for a workspace, the plain one first unless it is too short or reserved. */
export function slugCandidates(name: string): string[] {
  const plain = slugOf(name);
  const stem = plain || "workspace";
  const withTail = Array.from({ length: 5 }, () => `${stem}-${randomInt(36 ** 4, 36 ** 5).toString(36)}`);
  return plain.length >= 2 && !reservedSlugs.has(plain) ? [plain, ...withTail] : withTail;
}
