export interface PickedFile {
  file: File;
  path: string;
}

/** Files, and whole folders, that systems and programs leave in folders and nobody means to upload. */
const litter = /(^|\/)(\.[^/]+|__MACOSX|Thumbs\.db|desktop\.ini|~\$[^/]*)(\/|$)/;

export interface DroppedFiles {
  files: PickedFile[];
  /** Paths of what lies there but could not be read: not permitted, or gone meanwhile. */
  unread: string[];
}

/**
 * What was dropped, folders opened, as far down as they go. Files that lie in no folder of this machine (dragged out of a mail program,
 * or of another page) come as themselves.
 */
export async function filesOfDrop(dropped: readonly (FileSystemEntry | File)[]): Promise<DroppedFiles> {
  const found: DroppedFiles = { files: [], unread: [] };
  for (const one of dropped) {
    if (one instanceof File) found.files.push({ file: one, path: one.name });
    else await addEntry(one, found);
  }
  return { ...found, files: found.files.filter(({ path }) => !litter.test(path)) };
}

/** What was chosen in a file or folder dialog. */
export function filesOfInput(list: FileList): PickedFile[] {
  return [...list]
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }))
    .filter(({ path }) => !litter.test(path));
}

async function addEntry(entry: FileSystemEntry, found: DroppedFiles): Promise<void> {
  const path = entry.fullPath.replace(/^\//, "");
  if (litter.test(path)) return;
  try {
    if (isFile(entry)) {
      const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
      found.files.push({ file, path });
    } else if (isFolder(entry)) {
      for await (const inner of entriesOf(entry)) await addEntry(inner, found);
    }
  } catch {
    found.unread.push(path);
  }
}

async function* entriesOf(folder: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry> {
  const reader = folder.createReader();
  // A reader gives some hundred entries at a time, and an empty list when it is through.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return;
    yield* batch;
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
