import { createContext, type ReactNode, useContext } from "react";

const RequestId = createContext<string | null>(null);

export function RequestIdProvider({ id, children }: { id: string | null; children: ReactNode }) {
  return <RequestId.Provider value={id}>{children}</RequestId.Provider>;
}

export const useRequestId = () => useContext(RequestId);
