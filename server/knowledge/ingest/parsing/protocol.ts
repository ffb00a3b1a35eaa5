import type { UnreadableReason } from "./errors";
import type { PageProgress } from "./extractors/pdf/pdf";
import type { ParseLimits } from "./limits";
import type { ReadFile } from "./read-file";

/** What the server and the parsing process say to each other, one file at a time. */
export interface ReadRequest {
  path: string;
  name: string;
  /** The address of a captured page, of which only the matter is read; without it the whole file is. */
  capturedFrom?: string | undefined;
  /** Folder for the members of containers. */
  folder: string;
  limits: ParseLimits;
}

export type ChildMessage =
  | { type: "ready" }
  | { type: "progress"; progress: PageProgress }
  | { type: "done"; file: ReadFile; rssMb: number }
  | { type: "unreadable"; reason: UnreadableReason; message: string; detail: string; rssMb: number }
  | { type: "crashed"; detail: string };
