/** The last part of a path: what a document is called until its text or a person gives it a title. Of a page's address it is told as people read it. */
export function fileNameOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (!/%[0-9A-F]{2}/i.test(name)) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    // A name with a percent sign of its own.
    return name;
  }
}
