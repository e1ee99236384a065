import { Camera, Paperclip } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { FILE_ACCEPT } from "#app/domain/tickets/files/file-limits.ts";
import { useWords } from "#app/i18n/words.tsx";
import { buttonClass } from "#app/ui/button.tsx";
import { cx } from "#app/ui/cx.ts";
import { Aside } from "#app/ui/field.tsx";
import { UploadItem } from "./upload-item.tsx";
import { useAddFromPage } from "./use-add-from-page.ts";
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
  const over = useAddFromPage(uploads.add);
  const hasPicture = uploads.items.some((item) => item.blob && item.preview);
  return (
    <section
      id="field-files"
      aria-labelledby={`${id}-label`}
      tabIndex={-1}
      className="grid scroll-my-24 gap-2 rounded-md"
    >
      {over && (
        <p className="pointer-events-none fixed inset-2 z-50 grid place-items-center rounded-md border-2 border-dashed border-accent text-lg font-semibold text-accent">
          <span className="rounded-md bg-raised px-4 py-2 shadow-float">{w.dropHere}</span>
        </p>
      )}
      <div className="grid gap-1">
        <p id={`${id}-label`} className={compact ? "sr-only" : "font-medium"}>
          {label ?? w.files}
        </p>
        <Aside id={id} hint={compact ? undefined : w.filesHint} error={uploads.stuck ? w.filesStuck : error} />
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
