const relieves =
  /^(?:not\b(?! (?:be (?:able|responsible for any)|exceed|bring|use|include|perform|release|submit|disclose)))?\s*(?:be )?(?:not (?:be )?)?(?:required|responsible|obligated|obliged|expected|need)\b/i;

/** Words that bind even where the list around them does not. */
export function isDutyWord(modal: string): boolean {
  return /^(?:shall|must)$|required/.test(modal);
}

/** "may not", "may only" and expected acts bind; expected skills and advice do not. */
export function isStrong(modal: string, after: string): boolean {
  if (/^(?:should|ought to)$/.test(modal)) return false;
  if (/^(?:may|can)$/.test(modal))
    return /^(?:\w+ )?(?:not|only)\b|^(?:\w+ ){2,3}only (?:one|two|three|\d|in|by|with|if|when|on|through)\b/i.test(
      after,
    );
  if (/cautioned/.test(modal)) return /\bmust\b/.test(after);
  if (/encouraged|advised|reminded|invited|preferred|preferable|desired|desirable|recommended/.test(modal))
    return false;
  if (/^(?:also |then )?be (?:\w+ly )?(?:permitted|allowed|entitled|able) to\b/i.test(after)) return false;
  if (/permitted|allowed/.test(modal)) return /\bnot\b/.test(modal) || /^only\b/.test(after);
  if (/expected/.test(modal) || /^be expected\b/.test(after))
    return !/^(?:be expected )?to (?:have|possess|hold|demonstrate (?:skills|experience)|be (?:familiar|experienced|skilled))\b/i.test(
      after,
    );
  return true;
}

export function isRelief(modal: string, after: string): boolean {
  if (/needs? not|do(?:es)? not need/.test(modal) || /^not be under (?:any|an) obligation/.test(after)) return true;
  if (
    /^(?:not (?:be (?:held )?liable|have any|incur any)|have no|incur no|bear no) ?(?:further |other )?(?:liabilit|obligation|dut(?:y|ies)|responsibilit|for\b|to\b)/.test(
      after,
    )
  )
    return true;
  if (/\bnot\b/.test(modal) && /required|responsible|obligated|obliged|expected|bound/.test(modal)) return true;
  return (
    /^(?:will|shall|should|may|must)$/.test(modal) && /^not (?:be|apply)\b/.test(after) && relieves.test(after.slice(4))
  );
}
