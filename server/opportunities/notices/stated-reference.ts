/** What forms that insist on a number are filled in with by those who have none. */
const none =
  /^(?:n\/?\.?a\.?|not (?:available|applicable|known)|none|nil|tbc|tbd|unknown|keine?|aucune?|ninguno|nessuno|[-–—.xX0?]+)$/i;

/** A buyer's reference as stated, or null for what only fills the place of one. */
export function statedReference(stated: string | null): string | null {
  const text = stated?.replace(/\s+/g, " ").trim() ?? "";
  return text === "" || none.test(text) ? null : text;
}
