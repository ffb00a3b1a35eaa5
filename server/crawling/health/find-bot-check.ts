/** The product whose check stands in the way, by the name its maker gives it. */
export type BotCheck = string;

/** Only on the check itself. */
const strong: readonly [RegExp, BotCheck][] = [
  [/_cf_chl_opt|cf-chl-|cf_chl_|challenge-platform\/h\//i, "Cloudflare"],
  [/captcha-delivery\.com/i, "DataDome"],
  [/incapsula incident/i, "Imperva"],
  [/px-captcha|human-challenge/i, "HUMAN"],
  [/arkoselabs|funcaptcha|geetest/i, "puzzle"],
];
/** Good pages carry these, too; where there is hardly any text and nothing waiting for scripts, they are all there is. */
const weak: readonly [RegExp, BotCheck][] = [
  [/_incapsula_resource/i, "Imperva"],
  [/awswaf\.com|aws-waf-token/i, "AWS WAF"],
  [/g-recaptcha|h-captcha|hcaptcha\.com|cf-turnstile|recaptcha\/api/i, "CAPTCHA"],
];
const maxWords = 60;

/** A bot check in place of the page, told by the names in its markup. `hasMount`: the page has an empty place that its scripts fill. */
export function findBotCheck(marks: string, words: number, hasMount: boolean): BotCheck | null {
  if (words > maxWords) return null;
  const known = hasMount ? strong : [...strong, ...weak];
  return known.find(([pattern]) => pattern.test(marks))?.[1] ?? null;
}
