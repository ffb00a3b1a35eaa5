import type { CaptureHealth } from "@/lib/vocabulary/sources";
import { readSigns } from "./read-signs";
import { signsOfTrouble } from "./trouble-signs";

export interface Capture {
  url: string;
  /** After redirects. */
  finalUrl: string;
  status: number;
  html: string;
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
  /** Visible words of the page. */
  words: number;
}

/** Below this share of the words that the page had, something was not delivered. */
const collapsedShare = 0.12;
const minWordsToCollapse = 60;
/** Pages shorter than this may be nothing but an apology; on longer ones its words are a subject. */
const maxNoticeWords = 220;
const maxShellWords = 30;

/**
 * Whether a capture shows the page that was asked for. Only the title, the headings, the first words and the form of the page are
 * looked at, and only on short pages: a policy may mention cookies, maintenance or a CAPTCHA at any length.
 */
export function assessCapture(capture: Capture, lastGood?: LastGoodCapture): CaptureAssessment {
  const signs = readSigns(capture.html);
  const judged = (health: CaptureHealth, reason: string): CaptureAssessment => ({ health, reason, words: signs.words });
  const said = (text: string) => `The page says "${text.slice(0, 120)}".`;

  const wall = signs.words <= maxNoticeWords ? signsOfTrouble("captcha", signs) : null;
  if (signs.challenge && signs.words <= maxNoticeWords)
    return judged("captcha", `The page is a bot check (${signs.challenge}).`);
  if (wall) return judged("captcha", said(wall));
  if (capture.status >= 400) {
    const isGone = capture.status === 404 || capture.status === 410;
    const isClosed = capture.status === 401 || capture.status === 403;
    if (capture.status === 503 && signsOfTrouble("maintenance", signs)) {
      return judged("maintenance", "The site answered 503 and says that it is being maintained.");
    }
    if (isClosed && signs.hasPassword)
      return judged("login_wall", `The site answered ${capture.status} with a sign-in form.`);
    return judged(
      "error_page",
      isGone ? `The page does not exist any more (${capture.status}).` : `The site answered ${capture.status}.`,
    );
  }
  if (signs.words === 0 && signs.isShell === false) return judged("empty", "The page holds no text.");
  if (signs.refreshes && signs.words <= maxNoticeWords) return judged("stub", "The page only leads on to another one.");
  if (signs.words <= maxNoticeWords) {
    const stub = signsOfTrouble("stub", signs);
    if (stub) return judged("stub", said(stub));
    const missing = signsOfTrouble("soft_404", signs);
    if (missing) return judged("soft_404", said(missing));
    const maintenance = signsOfTrouble("maintenance", signs);
    if (maintenance) return judged("maintenance", said(maintenance));
    const failure = signsOfTrouble("error_page", signs);
    if (failure) return judged("error_page", said(failure));
    const login = loginWall(capture, signs, lastGood);
    if (login) return judged("login_wall", login);
  }
  if (signs.isShell && signs.words <= maxShellWords) {
    return judged("needs_browser", "The page is written by its scripts; without a browser it stays empty.");
  }
  if (signs.words === 0) return judged("empty", "The page holds no text.");
  if (lastGood && lastGood.words >= minWordsToCollapse && signs.words < lastGood.words * collapsedShare) {
    return judged("collapsed", `The page has ${signs.words} words; the last good capture had ${lastGood.words}.`);
  }
  return judged("good", "");
}

/** A password field on a page that was asked for by another address, or that says "sign in" and little else. */
function loginWall(capture: Capture, signs: ReturnType<typeof readSigns>, lastGood?: LastGoodCapture): string | null {
  const isSentAway =
    pathOf(capture.finalUrl) !== pathOf(capture.url) &&
    /log-?in|sign-?in|signon|sso|auth|anmeld|connexion|acceso/i.test(pathOf(capture.finalUrl));
  const said = signsOfTrouble("login_wall", signs);
  if (signs.hasPassword && isSentAway) return "The site leads to a sign-in form.";
  if (said && (signs.hasPassword || isSentAway)) return `The page says "${said}" and asks for a password.`;
  // Without a form it must be the whole message, and not what the page has always been.
  if (said && signs.words <= 60 && (!lastGood || lastGood.words > signs.words * 2)) return `The page says "${said}".`;
  return null;
}

function pathOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed ? parsed.pathname.replace(/\/$/, "") : "";
}
