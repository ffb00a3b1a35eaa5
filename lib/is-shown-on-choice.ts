/** The pages behind tabs and the folds of accordions: out of sight, and yet what the page says, until a reader chooses another one. */
const chosen = /^(?:tabpanel|region)$/i;

/** Whether an element that is hidden waits for its reader to choose it. */
export function isShownOnChoice(attributes: Readonly<Record<string, string | undefined>>): boolean {
  return chosen.test(attributes.role?.trim() ?? "");
}
