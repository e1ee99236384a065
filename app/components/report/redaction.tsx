import { Plus, Undo2 } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { type Box, useBoxes } from "./use-boxes.ts";

const LONGEST_SIDE = 4_000;

export type RedactionProps = { picture: Blob; onDone(covered: Blob): void; onClose(): void };

/** Paints over parts of a picture in the browser; only the painted picture is ever sent. Its own chunk. */
export default function Redaction({ picture, onDone, onClose }: RedactionProps) {
  const w = useWords();
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [image, setImage] = useState<ImageBitmap | null>(null);
  const size = image && fitted(image);
  const { boxes, addInMiddle, undo, pointer, onKeyDown } = useBoxes(size);

  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(() => {
    let gone = false;
    void createImageBitmap(picture, { imageOrientation: "from-image" }).then(
      (loaded) => (gone ? loaded.close() : setImage(loaded)),
      onClose,
    );
    return () => {
      gone = true;
    };
  }, [picture, onClose]);
  useEffect(() => {
    if (canvas.current && image) paint(canvas.current, image, boxes);
  }, [image, boxes]);

  const done = () =>
    canvas.current?.toBlob(
      (covered) => covered && onDone(covered),
      picture.type === "image/jpeg" ? "image/jpeg" : "image/png",
      0.92,
    );
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className="fixed inset-0 z-50 m-auto max-h-[96dvh] w-[min(60rem,calc(100vw-1rem))] max-w-none overflow-y-auto rounded-md bg-raised p-4 text-ink shadow-float sm:p-6"
    >
      <h2 id={heading} className="text-lg">
        {w.redaction.title}
      </h2>
      <p className="text-quiet">{w.redaction.lead}</p>
      <p className="text-sm text-quiet pointer-coarse:hidden">{w.redaction.keys}</p>
      <canvas
        ref={canvas}
        width={size?.width ?? 16}
        height={size?.height ?? 9}
        tabIndex={0}
        role="img"
        aria-label={`${w.redaction.canvas}: ${w.redaction.count(boxes.length)}`}
        onKeyDown={onKeyDown}
        className="mx-auto mt-3 block max-h-[60dvh] max-w-full cursor-crosshair touch-none border border-line"
        {...pointer}
      />
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <Button variant="primary" onClick={done}>
          {w.redaction.done}
        </Button>
        <Button onClick={addInMiddle}>
          <Plus aria-hidden />
          {w.redaction.add}
        </Button>
        <Button onClick={undo}>
          <Undo2 aria-hidden />
          {w.common.undo}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {w.common.cancel}
        </Button>
        <span role="status" className="text-sm text-quiet">
          {w.redaction.count(boxes.length)}
        </span>
      </div>
    </dialog>
  );
}

function fitted({ width, height }: ImageBitmap) {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

function paint(canvas: HTMLCanvasElement, image: ImageBitmap, boxes: readonly Box[]): void {
  const brush = canvas.getContext("2d");
  if (!brush) return;
  brush.drawImage(image, 0, 0, canvas.width, canvas.height);
  brush.fillStyle = "#000";
  for (const box of boxes) brush.fillRect(box.x, box.y, box.width, box.height);
}
