/** Contacts without those who are told again with less: "Ann Lee, ann@x" beside "Ann Lee, ann@x, 01632 960135". The first of equals stays. */
export function toldContacts<S extends { text: string }>(statements: readonly S[]): S[] {
  const parts = statements.map(({ text }) => new Set(text.split(",").map((part) => part.trim().toLowerCase())));
  return statements.filter((_, at) => {
    const own = parts[at] ?? new Set<string>();
    return !parts.some(
      (other, place) => place !== at && (other.size > own.size || place < at) && own.isSubsetOf(other),
    );
  });
}
