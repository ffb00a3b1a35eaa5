export interface PickedFile {
  file: File;
  path: string;
}

/** Files that systems leave in folders and nobody means to upload. */
const litter = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|~\$[^/]*|\.[^/]+)$/;

/**
 * What was dropped, folders opened, as far down as they go. Files that lie in no folder of this machine (dragged out of a mail program,
 * or of another page) come as themselves.
 */
export async function filesOfDrop(dropped: readonly (FileSystemEntry | File)[]): Promise<PickedFile[]> {
  const each = dropped.map((one) => (one instanceof File ? [{ file: one, path: one.name }] : filesOfEntry(one)));
  const picked = (await Promise.all(each)).flat();
  return picked.filter(({ path }) => !litter.test(path));
}

/** What was chosen in a file or folder dialog. */
export function filesOfInput(list: FileList): PickedFile[] {
  return [...list]
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }))
    .filter(({ path }) => !litter.test(path));
}

async function filesOfEntry(entry: FileSystemEntry): Promise<PickedFile[]> {
  const path = entry.fullPath.replace(/^\//, "");
  if (isFile(entry)) {
    const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
    return file ? [{ file, path }] : [];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const found: PickedFile[] = [];
  // A reader gives some hundred entries at a time, and an empty list when it is through.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (batch.length === 0) return found;
    for (const inner of batch) found.push(...(await filesOfEntry(inner)));
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
