/** A script of the page's own that waits for its end to come into sight, and asks for more then. */
export function loadsOnScroll(html: string): boolean {
  const written = html.matchAll(/<script\b[^>]{0,500}>([^<]{0,20000}(?:<(?!\/script)[^<]{0,20000}){0,400})/gi);
  return [...written]
    .slice(0, 100)
    .some(
      ([, text = ""]) =>
        /\bIntersectionObserver\b|addEventListener\(\s*["']scroll["']|\bonscroll\b|\.on\(\s*["']scroll["']/.test(
          text,
        ) && /\bfetch\s*\(|XMLHttpRequest|\$\.(?:get|ajax|post|getJSON|load)\b|\baxios\b|htmx/.test(text),
    );
}
