export const snapshotStatuses = ["queued", "processing", "ready", "failed", "cancelled"] as const;
export type SnapshotStatus = (typeof snapshotStatuses)[number];

/** How a document came to us. */
export const documentOrigins = ["upload", "paste", "attachment", "capture"] as const;
export type DocumentOrigin = (typeof documentOrigins)[number];

export const visibilities = ["workspace", "restricted"] as const;
export type Visibility = (typeof visibilities)[number];

/** Kinds of file, by content. */
export const documentKinds = ["pdf", "docx", "xlsx", "pptx", "html", "markdown", "text", "csv", "email"] as const;
export type DocumentKind = (typeof documentKinds)[number];
