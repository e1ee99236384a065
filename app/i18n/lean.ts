const LEAN = ["/login", "/tickets/new"];
const ADMIN = "/admin";

/** Pages that must open at once on an old PC: they say nothing that is not in the core words. */
const isLean = (pathname: string): boolean => LEAN.includes(pathname);

/** How many parts of the words a page needs: the core, those of the desk, those of administration. */
export const partsFor = (pathname: string): number => (isLean(pathname) ? 1 : pathname.startsWith(ADMIN) ? 3 : 2);
