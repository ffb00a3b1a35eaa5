import { workspaceHeader } from "@/components/shell/workspace-header";
import { BrokenConnectionError, sendPatiently } from "./send-patiently.logic";
import type { Send, StoredFile } from "./upload-queue.logic";

/** Sends one file as it is, and again when the connection breaks: the same bytes under the same path are one document. */
export function fileSender(workspaceSlug: string): Send {
  return sendPatiently(sendOnce(workspaceSlug));
}

/** XMLHttpRequest, because fetch tells nothing of how much has gone out. */
function sendOnce(workspaceSlug: string): Send {
  return (item, onShare, signal) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      const query = new URLSearchParams({ path: item.path });
      if (item.collectionId) query.set("collectionId", item.collectionId);
      request.open("POST", `/api/v1/uploads?${query}`);
      request.setRequestHeader(workspaceHeader, workspaceSlug);
      request.setRequestHeader("content-type", "application/octet-stream");
      request.upload.onprogress = (event) => event.lengthComputable && onShare(event.loaded / event.total);
      request.onload = () => {
        const answer: unknown = parse(request.responseText);
        if (request.status >= 200 && request.status < 300 && isStored(answer)) resolve(answer);
        else reject(new Error(reasonOf(answer) ?? "The server did not take it. Try again."));
      };
      request.onerror = () => reject(new BrokenConnectionError());
      request.onabort = () => reject(new Error("Cancelled."));
      signal.addEventListener("abort", () => request.abort(), { once: true });
      request.send(item.file);
    });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isStored(answer: unknown): answer is StoredFile {
  return typeof answer === "object" && answer !== null && "documentId" in answer && "snapshotId" in answer;
}

function reasonOf(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("detail" in answer)) return null;
  return typeof answer.detail === "string" ? answer.detail : null;
}
