import { kindWords } from "./kind-words";

const officeFolders = [
  { folder: "word/", extension: /\.(docx|docm|dotx|dotm)$/i, what: kindWords.docx },
  { folder: "xl/", extension: /\.(xlsx|xlsm|xltx|xltm)$/i, what: kindWords.xlsx },
  { folder: "ppt/", extension: /\.(pptx|pptm|ppsx|potx)$/i, what: kindWords.pptx },
] as const;

/**
 * What to call a package that cannot be opened, or in which nothing says what it is: by its name, else by the names of parts that still
 * stand in its bytes. An archive may hold office files, so that a file named as one stays an archive.
 */
export function packageWords(bytes: Uint8Array, name: string): string {
  const named = officeFolders.find(({ extension }) => extension.test(name));
  if (named) return named.what;
  if (/\.zip$/i.test(name)) return kindWords.zip;
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return officeFolders.find(({ folder }) => held.includes(folder))?.what ?? kindWords.zip;
}

/** The kind of office file of which these are parts, though the one with its text is not where it belongs; null for what is none. */
export function brokenOfficeWords(paths: string[], name: string): string | null {
  const has = (start: string) => paths.some((path) => path.replace(/^\/+/, "").toLowerCase().startsWith(start));
  const [hasTypes, hasRelations] = [has("[content_types].xml"), has("_rels/")];
  const named = officeFolders.find(({ extension }) => extension.test(name));
  const held = officeFolders.find(({ folder }) => has(folder));
  if (named && (held || hasTypes || hasRelations)) return (held ?? named).what;
  // An archive of an unpacked office file among others is an archive.
  if (!(hasTypes && hasRelations) || paths.some((path) => /\.(pdf|docx|xlsx|md|txt)$/i.test(path))) return null;
  return held?.what ?? kindWords.docx;
}
