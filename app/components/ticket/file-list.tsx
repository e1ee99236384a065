import { FileText } from "lucide-react";
import { useState } from "react";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatNumber } from "#app/lib/format.ts";
import { FileViewer } from "./file-viewer.tsx";
import type { FileItem } from "./page-data.ts";

const KB = 1024;
const isPicture = (file: FileItem) => file.mime !== "application/pdf";

/** Pictures as thumbnails that open in place, other files by name. Without JavaScript each is a link. */
export function FileList({ files }: { files: readonly FileItem[] }) {
  const w = useWords();
  const [shown, setShown] = useState<number | null>(null);
  if (files.length === 0) return null;
  const pictures = files.filter(isPicture);
  const documents = files.filter((file) => !isPicture(file));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      {pictures.length > 0 && (
        <ul aria-label={w.ticket.files.list} className="flex flex-wrap gap-2">
          {pictures.map((file, place) => (
            <li key={file.id}>
              <a
                href={paths.file(file.id)}
                target="_blank"
                rel="noopener"
                aria-label={w.ticket.files.open(file.name)}
                className="block overflow-hidden rounded-md border border-line hover:border-edge"
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  setShown(place);
                }}
              >
                <img
                  src={paths.fileThumb(file.id)}
                  alt=""
                  width={144}
                  height={96}
                  loading="lazy"
                  className="h-24 w-36 bg-sunken object-cover print:h-auto print:w-80"
                />
              </a>
            </li>
          ))}
        </ul>
      )}
      {documents.map((file) => (
        <a key={file.id} href={paths.file(file.id)} className="target flex w-fit items-center gap-2 hover:underline">
          <FileText aria-hidden className="size-[18px] shrink-0 text-quiet" />
          <span className="min-w-0 wrap-anywhere">{file.name}</span>
          <span className="text-sm whitespace-nowrap text-quiet">
            {w.ticket.files.size(formatNumber(Math.max(1, Math.round(file.sizeBytes / KB))))}
          </span>
        </a>
      ))}
      {shown !== null && <FileViewer files={pictures} at={shown} onMove={setShown} onClose={() => setShown(null)} />}
    </div>
  );
}
