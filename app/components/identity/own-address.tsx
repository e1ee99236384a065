import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

type Props = { email: string; pending: { address: string } | null };

export function OwnAddress({ email, pending }: Props) {
  const w = useWords();
  return (
    <>
      <div>
        <p className="font-medium break-all">{email}</p>
        <p className="text-quiet">{w.accounts.addressLead}</p>
      </div>
      {pending && (
        <Notice tone="warning">
          {w.accounts.pending(pending.address)} {w.accounts.pendingHint}
        </Notice>
      )}
      <ButtonLink to={paths.ownAddress()} className="justify-self-start">
        {w.accounts.changeAddress}
      </ButtonLink>
    </>
  );
}
