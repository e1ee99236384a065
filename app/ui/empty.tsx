import type { ReactNode } from "react";

/** What will appear here, and the one thing to do. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-2 border-t border-line py-10">
      <p className="font-semibold">{title}</p>
      {children && <div className="max-w-text text-quiet">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
