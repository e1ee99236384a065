import {
  CircleHelp,
  Ellipsis,
  KeyRound,
  type LucideIcon,
  Monitor,
  PencilLine,
  ShieldX,
  TriangleAlert,
  Wifi,
} from "lucide-react";
import { TICKET_KINDS, type TicketKind } from "#app/domain/tickets/ticket.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { RadioTiles } from "#app/ui/choices.tsx";
import type { Said } from "./report-form.tsx";

const ICONS: Record<TicketKind, LucideIcon> = {
  software_error: TriangleAlert,
  missing_permission: ShieldX,
  account: KeyRound,
  how_to: CircleHelp,
  data_correction: PencilLine,
  equipment: Monitor,
  network: Wifi,
  other: Ellipsis,
};

export function KindFields({ said }: { said: Said }) {
  const w = useWords().report;
  return (
    <div className="grid gap-2">
      <RadioTiles
        name="kind"
        label={w.kind}
        tiles={TICKET_KINDS.map((kind) => {
          const Icon = ICONS[kind];
          return { value: kind, label: w.kinds[kind], icon: <Icon aria-hidden /> };
        })}
        defaultValue={said.value("kind")}
        error={said.error("kind")}
      />
      <button
        type="submit"
        formAction={paths.accessDrafts()}
        name="intent"
        value="carry"
        className="target justify-self-start underline"
      >
        {w.askAccess}
      </button>
    </div>
  );
}
