/** Receives how many events could not be delivered, and why. */
export type OnDrop = (count: number, reason: string) => void;

export interface Configuration {
  /** Address of the Heddle server; HEDDLE_URL without it. */
  url?: string;
  /** Key of the project or of its organisation; HEDDLE_API_KEY without it. */
  apiKey?: string;
  /** Slug of the project, which a key of an organisation needs; HEDDLE_PROJECT without it. */
  project?: string;
  /** Names of environment variables to record with each run, besides a few harmless ones. */
  variables?: readonly string[];
  /** Told how many events could not be delivered, and why. */
  onDrop?: OnDrop;
}
