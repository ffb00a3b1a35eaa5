export interface Person {
  userId: string;
  name: string;
}

/** The mention that is being typed at the caret: what stands behind its @, and where it began. */
export function mentionAt(text: string, caret: number): { from: number; query: string } | null {
  const before = text.slice(0, caret);
  const found = /(^|[\s(])@([^\s@][^@\n]{0,40})?$/u.exec(before);
  if (!found) return null;
  const query = found[2] ?? "";
  return { from: caret - query.length - 1, query };
}

/** People whose name, or any word of it, begins with what was typed. */
export function peopleFor(query: string, people: readonly Person[]): Person[] {
  const wanted = fold(query);
  return people
    .filter(({ name }) => {
      const folded = fold(name);
      return folded.startsWith(wanted) || folded.split(" ").some((word) => word.startsWith(wanted));
    })
    .slice(0, 6);
}

/** The text with the mention completed, and where the caret stands then. */
export function completeMention(text: string, caret: number, from: number, name: string) {
  const written = `@${name} `;
  return { text: text.slice(0, from) + written + text.slice(caret), caret: from + written.length };
}

/** The people who are named in the text, each once. */
export function mentionedIn(text: string, people: readonly Person[]): string[] {
  const named = splitMentions(text, people).flatMap((piece) => (piece.userId ? [piece.userId] : []));
  return [...new Set(named)];
}

export interface Piece {
  text: string;
  userId: string | null;
}

/** The text cut at its mentions; of two names that both fit, the longer one is meant. */
export function splitMentions(text: string, people: readonly Person[]): Piece[] {
  const byLength = [...people].sort((one, other) => other.name.length - one.name.length);
  const pieces: Piece[] = [];
  let plainFrom = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    if (at > 0 && !/[\s(]/u.test(text[at - 1] ?? "")) continue;
    const rest = text.slice(at + 1);
    const person = byLength.find(
      ({ name }) => rest.startsWith(name) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length)),
    );
    if (!person) continue;
    if (at > plainFrom) pieces.push({ text: text.slice(plainFrom, at), userId: null });
    pieces.push({ text: `@${person.name}`, userId: person.userId });
    plainFrom = at + 1 + person.name.length;
  }
  if (plainFrom < text.length) pieces.push({ text: text.slice(plainFrom), userId: null });
  return pieces;
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trimStart();
}
