/** The pattern of LIKE and ILIKE for texts that contain these words as they are typed: `%`, `_` and the backslash mean themselves. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
