const allowed = new Set(["http:", "https:", "mailto:"]);

/**
 * The address when it is one that may be linked to (http, https or mailto, judged after parsing, so that control
 * characters, case and entities change nothing); else null, and the text stays text. Relative addresses are refused:
 * in a document they lead nowhere. Render with rel="noopener noreferrer".
 */
export function safeHref(address: string): string | null {
  try {
    const url = new URL(address);
    return allowed.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
