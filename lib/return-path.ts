const here = "http://here.invalid";

/**
 * A path on our own origin to go to after signing in, or `fallback`. Whatever a browser could read as another origin
 * (schemes, `//host`, backslashes, control characters) is not followed.
 */
export function returnPath(wanted: string | null | undefined, fallback = "/"): string {
  if (!wanted?.startsWith("/") || /^\/[/\\]/.test(wanted)) return fallback;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these before they read an address
  if (wanted.length > 2000 || /[\u0000-\u0020\u007f\\]/.test(wanted)) return fallback;
  const url = URL.parse(wanted, here);
  if (!url || url.origin !== here || url.pathname.startsWith("//")) return fallback;
  return url.pathname + url.search + url.hash;
}
