/** Documents: files with versions. Paths are as people gave them; bytes are kept by content; the newest readable version is current. */
export { type AddDocumentInput, addDocument } from "./add-document";
export { cancelReading } from "./cancel-reading";
export { deleteDocument } from "./delete-document";
export { eraseDocument } from "./erase-document";
export { getDocument } from "./get-document";
export { getRendition } from "./get-rendition";
export { listDocuments } from "./list-documents";
export { mayHoldMembers, memberFolder } from "./member-folder";
export { type OpenedFile, openFile } from "./open-file";
export { pasteDocument } from "./paste-document";
export { isNewestVersion } from "./queries";
export { type ReceivedFile, withReceivedFile } from "./received-file";
export { reopenReading, retryReading } from "./retry-reading";
export { deleteUnnamedBytes } from "./stored-bytes";
export { updateDocument } from "./update-document";
