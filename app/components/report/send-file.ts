import type { FileCard } from "#app/domain/tickets/files/files.server.ts";
import { paths } from "#app/http/paths.ts";

export type Sent = { file: FileCard } | { fault: string };

/** One file on its way, by XHR because fetch cannot tell how far an upload is. */
export function sendFile(
  file: { name: string; blob: Blob; commandId: string },
  onProgress: (part: number) => void,
): Promise<Sent> {
  return new Promise((resolve) => {
    const form = new FormData();
    form.append("commandId", file.commandId);
    form.append("files", file.blob, file.name);
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => resolve({ fault: "offline" });
    request.onabort = request.onerror;
    request.onload = () => resolve(answerOf(request));
    request.open("POST", paths.files());
    request.send(form);
  });
}

function answerOf({ status, responseText }: XMLHttpRequest): Sent {
  try {
    const answer: unknown = JSON.parse(responseText);
    // Safe because only our own route answers with an object that has one of these.
    if (typeof answer === "object" && answer !== null && ("file" in answer || "fault" in answer)) return answer as Sent;
  } catch {}
  return { fault: status === 413 ? "too_large" : "offline" };
}
