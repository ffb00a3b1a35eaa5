export function parseTags(text: string): string[] {
  const tags = text.split(",").map((tag) => tag.trim().slice(0, 40));
  return [...new Set(tags.filter(Boolean))].slice(0, 20);
}

export function commonTags(all: readonly (readonly string[])[]): string[] {
  const [first = [], ...rest] = all;
  return first.filter((tag) => rest.every((tags) => tags.includes(tag)));
}

/** The tags of one document after the shared ones were edited: its own stay, the shared become what was typed. */
export function changedTags(own: readonly string[], common: readonly string[], typed: string): string[] {
  const kept = own.filter((tag) => !common.includes(tag));
  return [...new Set([...kept, ...parseTags(typed)])].slice(0, 20);
}
