import { FileText } from "lucide-react";
import { useWords } from "#app/i18n/words.tsx";

type Shown = { id: string; name: string; mime: string; width: number | null; height: number | null };

const THUMB_HEIGHT = 112;
const WIDEST = 240;

/** Files of a ticket or a reply: pictures as thumbnails that open whole, anything else by name. */
export function FileList({ files }: { files: readonly Shown[] }) {
  const w = useWords().report;
  if (files.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2">
      {files.map((file) => (
        <li key={file.id}>
          <a
            href={`/files/${file.id}`}
            target="_blank"
            rel="noreferrer"
            aria-label={w.openFile(file.name)}
            title={file.name}
            className="target block overflow-hidden rounded-md border border-line bg-sunken"
          >
            {file.width && file.height ? (
              <img
                src={`/files/${file.id}/thumb`}
                alt={file.name}
                loading="lazy"
                {...sizeOf(file.width, file.height)}
                className="block h-28 max-w-60 object-cover"
              />
            ) : (
              <span className="flex items-center gap-2 px-3 py-2">
                <FileText aria-hidden className="size-[18px] shrink-0" />
                <span className="max-w-60 truncate">{file.name}</span>
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

const sizeOf = (width: number, height: number) => ({
  height: THUMB_HEIGHT,
  width: Math.min(WIDEST, Math.max(1, Math.round((width / height) * THUMB_HEIGHT))),
});
