import { Client } from "pg";

const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 2000;

type Callback = ((error: Error) => void) | ((error: null, client: Client) => void);

/**
 * The kind of connection for one pool: after attempts that failed, the next one waits, longer each time. BullMQ's
 * consumers ask again at once when a server takes connections only to refuse them, as one that starts does.
 */
export function patientClients(): new () => Client {
  let failures = 0;
  return class PatientClient extends Client {
    override connect(): Promise<Client>;
    override connect(callback: Callback): void;
    override connect(callback?: Callback): Promise<Client> | undefined {
      const connecting = this.#connectPatiently();
      if (!callback) return connecting;
      const done = callback as (error: Error | null, client?: Client) => void;
      connecting.then((client) => done(null, client), done);
      return undefined;
    }

    async #connectPatiently(): Promise<Client> {
      if (failures > 0) await wait(Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS));
      try {
        await super.connect();
        failures = 0;
        return this;
      } catch (error) {
        failures++;
        throw error;
      }
    }
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
