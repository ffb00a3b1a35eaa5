/** A text without its figures: what "49 of 100 left" and "7 of 100 left" have in common. */
export function maskFigures(text: string): string {
  return text.replace(/\p{N}[\p{N}.,]*/gu, "0");
}
