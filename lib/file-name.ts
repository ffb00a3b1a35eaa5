/** The last part of a path: what a document is called until its text or a person gives it a title. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
