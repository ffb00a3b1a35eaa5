const nameOf = (path: string) => path.slice(path.lastIndexOf("/") + 1).toLowerCase();

/**
 * Files under the paths of the documents that they renew. A package came with its folders, and one of its files dropped alone has lost them:
 * when its name is that of one document only, it is that document's new version.
 */
export function versionPaths<File extends { path: string }>(
  files: readonly File[],
  documents: readonly { path: string }[],
): File[] {
  const known = new Set(documents.map(({ path }) => path));
  return files.map((file) => {
    if (known.has(file.path)) return file;
    const named = documents.filter(({ path }) => nameOf(path) === nameOf(file.path));
    const [only] = named;
    const isAlone = files.filter(({ path }) => nameOf(path) === nameOf(file.path)).length === 1;
    return only && named.length === 1 && isAlone ? { ...file, path: only.path } : file;
  });
}
