import { useEffect, useRef, useState } from "react";

/** Pasted or dropped anywhere on the page, a file is taken; a browser would open what falls beside a drop zone. */
export function useAddFromPage(add: (files: Iterable<File>) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(add);
  latest.current = add;
  useEffect(() => {
    const listening = new AbortController();
    const on = <K extends keyof DocumentEventMap>(name: K, hear: (event: DocumentEventMap[K]) => void) =>
      document.addEventListener(name, hear, { signal: listening.signal });
    on("paste", (event) => {
      const files = event.clipboardData?.files;
      if (!files?.length || isWords(event)) return;
      event.preventDefault();
      latest.current(files);
    });
    on("dragover", (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    });
    on("dragleave", ({ relatedTarget }) => relatedTarget === null && setOver(false));
    on("drop", (event) => {
      setOver(false);
      if (!carriesFiles(event)) return;
      event.preventDefault();
      latest.current(event.dataTransfer?.files ?? []);
    });
    return () => listening.abort();
  }, []);
  return over;
}

const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") ?? false;

/** Word and Excel put a picture of the copied words beside them; in a text field the words are meant. */
function isWords({ target, clipboardData }: ClipboardEvent): boolean {
  const typing = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
  return typing && clipboardData?.getData("text/plain").trim() !== "";
}
