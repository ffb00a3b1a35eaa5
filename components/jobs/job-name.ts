/** "outrider-read-snapshot" is "Read snapshot" to people. */
export function jobName(functionId: string): string {
  const words = functionId.replace(/^outrider-/, "").replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
