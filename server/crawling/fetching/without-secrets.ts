import { decodeEntities } from "../xml/decode-entities";
import { failure } from "./failure";
import type { FetchedPage, FetchOutcome } from "./fetched-page";

/** Shorter ones would black out half of what sites say, and protect nothing. */
const shortestSecret = 6;
const cover = "••••••";

/**
 * What came, without the secrets of its sign-in: a portal may show people their own password, and what is kept is read by many. A page from
 * which they cannot be taken is not kept at all, and neither is a picture of one that shows them.
 */
export function withoutSecrets(outcome: FetchOutcome, secrets: readonly string[]): FetchOutcome {
  if (outcome.kind === "not_modified") return outcome;
  const { page } = outcome;
  if (!page || page.text === null || !showsSecret([page.text, ...(page.answers ?? [])], secrets)) return outcome;
  const covered = coverSecrets(page, page.text, secrets);
  if (outcome.kind === "fetched") return covered ? { kind: "fetched", page: covered } : failure("secret_shown");
  const { page: _page, ...rest } = outcome;
  return covered ? { ...rest, page: covered } : rest;
}

/** Whether any of the texts holds a secret, also when markup stands between its letters. */
export function showsSecret(texts: readonly string[], secrets: readonly string[]): boolean {
  const kept = secrets.filter((secret) => secret.length >= shortestSecret);
  if (kept.length === 0) return false;
  return texts.some((text) => {
    const readings = [text, decodeEntities(text), decodeEntities(text.replace(/<[^<>]{0,2000}>/g, ""))];
    return kept.some((secret) => spellings(secret).some((spelt) => readings.some((one) => one.includes(spelt))));
  });
}

function coverSecrets(page: FetchedPage, text: string, secrets: readonly string[]): FetchedPage | null {
  let covered = text;
  for (const secret of secrets.filter(({ length }) => length >= shortestSecret))
    for (const spelt of spellings(secret)) covered = covered.replaceAll(spelt, cover);
  if (showsSecret([covered], secrets)) return null;
  const { screenshot: _screenshot, answers, ...rest } = page;
  // What its scripts were told is data, which a cover would break.
  const clean = answers?.filter((answer) => !showsSecret([answer], secrets));
  return {
    ...rest,
    ...(clean ? { answers: clean } : {}),
    text: covered,
    body: Buffer.from(covered, "utf8"),
    charset: "utf-8",
  };
}

/** As it may stand in a text, an attribute, a script or an address. */
function spellings(secret: string): string[] {
  const escaped = secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const quoted = escaped.replaceAll('"', "&quot;");
  const forms = [secret, escaped, quoted, quoted.replaceAll("'", "&#39;"), quoted.replaceAll("'", "&#x27;")];
  const written = [
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    new URLSearchParams([["", secret]]).toString().slice(1),
  ];
  // The longest first, so that no part of one is left.
  return [...new Set([...forms, ...written])].sort((a, b) => b.length - a.length);
}
