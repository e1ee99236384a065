import { Camera, Paperclip } from "lucide-react";
import { type DragEvent, useEffect, useId, useRef, useState } from "react";
import { FILE_ACCEPT } from "#app/domain/tickets/file-limits.ts";
import { useWords } from "#app/i18n/words.tsx";
import { buttonClass } from "#app/ui/button.tsx";
import { cx } from "#app/ui/cx.ts";
import { Aside } from "#app/ui/field.tsx";
import { UploadItem } from "./upload-item.tsx";
import type { Uploads } from "./use-uploads.ts";
import "./uploader.css";

type Props = {
  uploads: Uploads;
  label?: string;
  error?: string | null;
  /** Short for a reply box: no hint line. */
  compact?: boolean;
};

/** Paste, drop, choose or photograph. Without JavaScript the two inputs send their files with the form, as `files`. */
export function FileUploader({ uploads, label, error, compact = false }: Props) {
  const w = useWords().report;
  const id = useId();
  const [over, setOver] = useState(false);
  useAddOnPaste(uploads.add);
  const hasPicture = uploads.items.some((item) => item.blob && item.preview);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    uploads.add(event.dataTransfer.files);
  };
  return (
    <section
      id="field-files"
      aria-labelledby={`${id}-label`}
      tabIndex={-1}
      className={cx("grid gap-2 rounded-md", over && "outline-2 outline-offset-4 outline-accent outline-dashed")}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="grid gap-1">
        <p id={`${id}-label`} className={compact ? "sr-only" : "font-medium"}>
          {label ?? w.files}
        </p>
        <Aside id={id} hint={compact ? undefined : w.filesHint} error={error} />
      </div>
      {uploads.items.length > 0 && (
        <ul className="grid gap-2">
          {uploads.items.map((item) => (
            <UploadItem key={item.key} item={item} uploads={uploads} />
          ))}
        </ul>
      )}
      {hasPicture && <p className="text-sm text-amber">{w.filesWarning}</p>}
      <div className="flex flex-wrap items-center gap-2">
        <Pick label={w.chooseFiles} icon={<Paperclip aria-hidden />} add={uploads.add} accept={FILE_ACCEPT} multiple />
        <Pick
          label={w.camera}
          icon={<Camera aria-hidden />}
          add={uploads.add}
          accept="image/*"
          capture="environment"
          className="pointer-fine:hidden"
        />
      </div>
    </section>
  );
}

type PickProps = {
  label: string;
  icon: React.ReactNode;
  add: Uploads["add"];
  accept: string;
  multiple?: boolean;
  capture?: "environment";
  className?: string;
};

function Pick({ label, icon, add, className, ...input }: PickProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Chosen before the page was ready.
    if (field.current) takeFrom(field.current, add);
  }, [add]);
  return (
    <label className={cx(buttonClass("secondary", "report-pick cursor-pointer"), className)}>
      {icon}
      {label}
      <input
        ref={field}
        type="file"
        name="files"
        aria-label={label}
        className="report-file-input"
        onChange={(event) => takeFrom(event.currentTarget, add)}
        {...input}
      />
    </label>
  );
}

/** From here on the list holds them; left in the input they would go up twice. */
function takeFrom(input: HTMLInputElement, add: Uploads["add"]): void {
  if (!input.files?.length) return;
  add(Array.from(input.files));
  input.value = "";
}

function useAddOnPaste(add: Uploads["add"]): void {
  const latest = useRef(add);
  latest.current = add;
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = event.clipboardData?.files;
      if (!files?.length) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, []);
}
