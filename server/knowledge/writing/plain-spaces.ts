/** One space for each row of white space: patterns that take words apart at spaces would try a long row in every way there is. */
export function withPlainSpaces(question: string): string {
  return question.replace(/\s+/g, " ");
}
