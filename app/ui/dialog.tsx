import { useNavigate } from "@remix-run/react";
import { type ReactNode, useEffect, useId, useRef } from "react";

type DialogProps = {
  title: string;
  /** Where closing leads: the address of the page without the dialog. */
  closeTo?: string;
  onClose?: () => void;
  children: ReactNode;
};

/** Rendered means open. The server's `open` attribute shows it without JavaScript; with it, it becomes modal. */
export function Dialog({ title, closeTo, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const navigate = useNavigate();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (!element) return;
    element.removeAttribute("open");
    element.showModal();
    return () => {
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const leave = () => {
    onClose?.();
    if (closeTo) navigate(closeTo, { preventScrollReset: true });
  };
  return (
    <dialog
      ref={dialog}
      open
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      className="fixed inset-0 z-50 m-auto max-h-[85dvh] w-[min(32rem,calc(100vw-2rem))] animate-appear overflow-y-auto rounded-md bg-raised p-6 text-ink shadow-float"
    >
      <h2 id={heading} className="mb-4 text-lg">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
