import { tellPeople } from "./notifications/tell.server.ts";
import { onTicketEvent } from "./tickets/heard.server.ts";

/** Modules to the right hear what happens to tickets; imported wherever verbs run. */
onTicketEvent(tellPeople);
