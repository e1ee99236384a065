import { EyeOff, FileText, X } from "lucide-react";
import { type ComponentType, useState } from "react";
import { useStartWords, useWords } from "#app/i18n/words.tsx";
import { buttonClass } from "#app/ui/button.tsx";
import { cx } from "#app/ui/cx.ts";
import type { RedactionProps } from "./redaction.tsx";
import type { Item } from "./upload-items.ts";
import type { Uploads } from "./use-uploads.ts";

export function UploadItem({ item, uploads }: { item: Item; uploads: Uploads }) {
  const w = useWords();
  const [Redaction, setRedaction] = useState<ComponentType<RedactionProps> | null>(null);
  const startWords = useStartWords();
  const [unseen, setUnseen] = useState<string | null>(null);
  const { blob } = item;
  const preview = item.preview === unseen ? null : item.preview;
  const open = async () => {
    const [tool] = await Promise.all([import("./redaction.tsx"), startWords()]);
    setRedaction(() => tool.default);
  };
  const faults: Record<string, string> = w.report.fileFaults;
  return (
    <li className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 rounded-md border border-line bg-raised p-2 sm:grid-cols-[auto_1fr_auto_auto]">
      {item.id && (
        <input
          type="checkbox"
          name="fileIds"
          value={item.id}
          defaultChecked
          aria-label={w.report.keepFile(item.name)}
          title={w.report.keepFile(item.name)}
          className="report-without-script target col-start-3 row-start-1 w-[18px] accent-accent sm:col-start-4"
        />
      )}
      <span className="grid size-14 shrink-0 place-items-center overflow-hidden rounded-sm bg-sunken text-quiet">
        {preview ? (
          <img
            src={preview}
            alt=""
            width={56}
            height={56}
            className="size-full object-cover"
            onError={() => setUnseen(preview)}
          />
        ) : (
          <FileText aria-hidden className="size-6" />
        )}
      </span>
      <span className="grid min-w-0 gap-0.5">
        <span className="truncate">{item.name}</span>
        <span role="status" className={cx("text-sm", item.fault ? "font-medium text-red" : "text-quiet")}>
          {item.fault ? (faults[item.fault] ?? w.report.fileState.failed) : w.report.fileState[item.state]}
        </span>
        {item.state === "sending" && (
          <progress value={item.part} max={1} aria-label={item.name} className="h-1 w-full accent-accent" />
        )}
      </span>
      {blob && preview && !uploads.busy && (
        <button
          type="button"
          className={buttonClass(
            "quiet",
            "max-sm:col-start-2 max-sm:row-start-2 max-sm:-ml-3 max-sm:justify-self-start",
          )}
          aria-label={`${w.report.redact} ${item.name}`}
          // What does not come, as on a lost connection, must not take the form away.
          onClick={() => void open().catch(() => {})}
        >
          <EyeOff aria-hidden />
          {w.report.redact}
        </button>
      )}
      <button
        type="button"
        aria-label={w.report.removeFile(item.name)}
        title={w.report.removeFile(item.name)}
        className={buttonClass(
          "quiet",
          "report-needs-script target-square px-1 max-sm:col-start-3 max-sm:row-start-1 sm:col-start-4",
        )}
        onClick={() => uploads.remove(item.key)}
      >
        <X aria-hidden />
      </button>
      {Redaction && blob && (
        <Redaction
          picture={blob}
          onClose={() => setRedaction(null)}
          onDone={(covered) => {
            setRedaction(null);
            uploads.replace(item.key, covered);
          }}
        />
      )}
    </li>
  );
}
