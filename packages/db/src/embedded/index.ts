export { findEmbedded } from "./find-embedded";
export { type EmbeddedServer, startEmbedded } from "./start-embedded";
