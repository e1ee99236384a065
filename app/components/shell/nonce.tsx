import { createContext, useContext } from "react";

/** Only the server knows it; browsers hide it from scripts. */
export const Nonce = createContext<string | undefined>(undefined);
export const useNonce = () => useContext(Nonce);
