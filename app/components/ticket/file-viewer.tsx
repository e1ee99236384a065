import { ChevronLeft, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, buttonClass } from "#app/ui/button.tsx";
import type { FileItem } from "./page-data.ts";

type ViewerProps = {
  files: readonly FileItem[];
  at: number;
  onMove(place: number): void;
  onClose(): void;
};

/** One picture as large as the window; arrow keys lead to its neighbours, Esc back to where one was. */
export function FileViewer({ files, at, onMove, onClose }: ViewerProps) {
  const w = useWords();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const file = files[at];
  if (!file) return null;
  const move = (step: number) => files[at + step] && onMove(at + step);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") move(-1);
    if (event.key === "ArrowRight") move(1);
  };
  return (
    <dialog
      ref={box}
      aria-label={file.name}
      onClose={onClose}
      onKeyDown={onKey}
      className="m-auto max-h-[96dvh] max-w-[96vw] animate-appear rounded-md bg-raised p-3 text-ink shadow-float"
    >
      <img
        src={paths.file(file.id)}
        alt={file.name}
        width={file.width ?? undefined}
        height={file.height ?? undefined}
        className="max-h-[80dvh] w-auto rounded-sm bg-sunken object-contain"
      />
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {files.length > 1 && (
          <>
            <Button variant="quiet" aria-label={w.ticket.files.previous} disabled={at === 0} onClick={() => move(-1)}>
              <ChevronLeft aria-hidden />
            </Button>
            <span className="figures text-sm text-quiet">{w.ticket.files.place(at + 1, files.length)}</span>
            <Button
              variant="quiet"
              aria-label={w.ticket.files.next}
              disabled={at === files.length - 1}
              onClick={() => move(1)}
            >
              <ChevronRight aria-hidden />
            </Button>
          </>
        )}
        <span className="min-w-0 flex-1 truncate text-sm text-quiet">{file.name}</span>
        <a href={paths.file(file.id)} download={file.name} className={buttonClass("quiet")}>
          {w.ticket.files.download}
        </a>
        <Button onClick={() => box.current?.close()}>{w.common.close}</Button>
      </div>
    </dialog>
  );
}
