import type { CaptureHealth } from "@/lib/vocabulary/sources";
import { readSigns, type Signs } from "./read-signs";
import { saysOfferGone, signsOfTrouble } from "./trouble-signs";

export interface Capture {
  /** As asked for. */
  url: string;
  /** After redirects. */
  finalUrl: string;
  status: number;
  html: string;
  /** A browser has shown it, so that its scripts have written what they write. */
  isShown?: boolean;
}

/** What is known of the last capture of this page that could be believed. */
export interface LastGoodCapture {
  words: number;
  title: string | null;
  url: string;
}

export interface CaptureAssessment {
  health: CaptureHealth;
  /** For people: what was seen that says so. Empty for `good`. */
  reason: string;
  /** Visible words outside of navigation, header and footer. */
  words: number;
  /** A short page that leaves a place empty which its scripts may fill: a look in the browser shows whether they do. */
  isHollow?: true;
  /** One sentence of a short page says that what it offered is no longer there: true if nothing leads to it any more. */
  saysGone?: true;
}

/** Pages up to this length may be nothing but an apology; on longer ones its words are a subject. */
const maxNoticeWords = 220;
/** Without scripts a page that they write holds at most its name and a word of patience. */
const maxShellWords = 30;
/** A whole page around one part that its scripts fetch: a heading, an introduction, a form. */
const maxAroundWords = 120;
/** Below this share of the words that the page had, something was not delivered. */
const collapsedShare = 0.12;
const minWordsToCollapse = 60;

/**
 * Whether a capture shows the page that was asked for. Only the title, the headings, the first words and the form of the page are
 * looked at, and only on short pages: a policy may mention cookies, maintenance or a CAPTCHA at any length.
 */
export function assessCapture(capture: Capture, lastGood?: LastGoodCapture): CaptureAssessment {
  const signs = readSigns(capture.html);
  const [health, reason] =
    botCheck(signs) ??
    refusal(capture, signs) ??
    notice(capture, signs, lastGood) ??
    lack(capture, signs, lastGood) ??
    (["good", ""] as const);
  const isHollow = health === "good" && !capture.isShown && signs.isHollow && signs.words <= maxAroundWords;
  const saysGone = health === "good" && saysOfferGone(signs);
  return { health, reason, words: signs.words, ...(isHollow ? { isHollow } : {}), ...(saysGone ? { saysGone } : {}) };
}

type Finding = readonly [CaptureHealth, string] | null;

function botCheck(signs: Signs): Finding {
  if (signs.botCheck) return ["captcha", `A bot check stands before the page (${signs.botCheck}).`];
  const text = signs.words <= maxNoticeWords ? signsOfTrouble("captcha", signs) : null;
  return text ? ["captcha", said(text)] : null;
}

function refusal({ status }: Capture, signs: Signs): Finding {
  if (status < 400) return null;
  if (status === 503 && signsOfTrouble("maintenance", signs)) {
    return ["maintenance", "The site answered 503 and says that it is being maintained."];
  }
  if ((status === 401 || status === 403) && signs.hasPassword) {
    return ["login_wall", `The site answered ${status} with a sign-in form.`];
  }
  if (status === 404 || status === 410) return ["error_page", `The page does not exist any more (${status}).`];
  return ["error_page", `The site answered ${status}.`];
}

/** Short pages that answer 200 and say that they are not the page. */
function notice(capture: Capture, signs: Signs, lastGood: LastGoodCapture | undefined): Finding {
  if (signs.words > maxNoticeWords) return null;
  if (signs.refreshes) return ["stub", "The page only leads on to another one."];
  for (const trouble of ["stub", "soft_404", "maintenance", "error_page"] as const) {
    const text = signsOfTrouble(trouble, signs);
    if (text) return [trouble, said(text)];
  }
  return loginWall(capture, signs, lastGood);
}

function loginWall(capture: Capture, signs: Signs, lastGood: LastGoodCapture | undefined): Finding {
  const path = pathOf(capture.finalUrl);
  const isSentAway =
    path !== pathOf(capture.url) && /log-?in|sign-?in|signon|\bsso\b|\bauth|anmeld|connexion|acceso/i.test(path);
  if (signs.hasPassword && isSentAway) return ["login_wall", "The site leads to a sign-in form."];
  const text = signsOfTrouble("login_wall", signs);
  if (!text) return null;
  // Without a form it must be the whole message, and less than the page used to say.
  const isWhole = signs.words <= 60 && (!lastGood || lastGood.words > signs.words * 2);
  return signs.hasPassword || isSentAway || isWhole ? ["login_wall", said(text)] : null;
}

/** Pages that say nothing wrong, but too little. */
function lack(capture: Capture, signs: Signs, lastGood: LastGoodCapture | undefined): Finding {
  const asksForScripts =
    !capture.isShown &&
    signs.words <= 2 * maxShellWords &&
    /(?:enable|activate|requires?|turn on|need) javascript|javascript (?:is )?(?:required|disabled|not enabled)|javascript (?:zu )?aktivieren|aktivieren sie javascript|activer javascript|(?:active|habilite|activar|habilitar) javascript/i.test(
      signs.opening,
    );
  const isShell =
    ((signs.isUnwritten || (signs.asksForScripts && !capture.isShown)) && signs.words <= maxShellWords) ||
    (signs.hasScripts && signs.words === 0 && !signs.hasFrame) ||
    // What is around the part that is still to come says little.
    (signs.awaitsPart && !capture.isShown && signs.words <= maxAroundWords);
  if (asksForScripts || isShell) {
    return ["needs_browser", "The page is written by its scripts; without a browser it stays empty."];
  }
  // What it shows in a frame is a page of its own.
  if (signs.words === 0 && !signs.hasFrame) return ["empty", "The page holds no text."];
  if (!lastGood) return null;
  if (lastGood.words >= minWordsToCollapse && signs.words < lastGood.words * collapsedShare) {
    return ["collapsed", `The page has ${signs.words} words; the last good capture had ${lastGood.words}.`];
  }
  const isHome = pathOf(capture.finalUrl) === "" && pathOf(capture.url) !== "" && pathOf(lastGood.url) !== "";
  if (isHome && lastGood.title !== null && lastGood.title !== signs.title) {
    return ["soft_404", "The site leads to its home page instead of this page."];
  }
  return null;
}

function said(text: string): string {
  return `The page says "${text}".`;
}

function pathOf(url: string): string {
  return (URL.parse(url)?.pathname ?? "").replace(/\/$/, "");
}
