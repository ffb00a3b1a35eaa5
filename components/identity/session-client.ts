/** What went wrong at signing in, in words for the person. */
export class SignInRefused extends Error {}

type Credentials = { email: string; password: string } | { linkToken: string };

const refusals: Record<string, string> = {
  credentials: "The e-mail address or the password is not right.",
  limited: "Too many attempts. Wait 15 minutes, then try again.",
};
const linkRefused = "This link is not valid any more. Ask for a new one, or sign in with your password.";

/** Opens a session; the server answers with the cookie. Throws SignInRefused with words to show. */
export async function openSession(credentials: Credentials): Promise<void> {
  const { csrfToken } = (await readJson(await fetch("/api/auth/csrf", { cache: "no-store" }))) as {
    csrfToken?: string;
  };
  const response = await fetch("/api/auth/callback/credentials", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", "x-auth-return-redirect": "1" },
    body: new URLSearchParams({ csrfToken: csrfToken ?? "", ...credentials }),
  });
  const { url } = (await readJson(response)) as { url?: string };
  const answer = url ? new URL(url, window.location.origin).searchParams : null;
  if (response.ok && answer && !answer.has("error")) return;
  const code = answer?.get("code");
  if (code === "credentials" && "linkToken" in credentials) throw new SignInRefused(linkRefused);
  throw new SignInRefused((code && refusals[code]) || "Signing in did not work. Nothing was changed; try again.");
}

async function readJson(response: Response): Promise<unknown> {
  return response.json().catch(() => ({}));
}
