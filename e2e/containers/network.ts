import { freePort } from "../product/free-port";

/** The ports that each service has to itself in its container. */
const PORTS: Record<string, number[]> = {
  postgres: [5432],
  redis: [6379],
  web: [8241, 9464],
  worker: [9464],
};

/** Stands for the containers' network: one machine, and a free port for each port of each service. */
export class Network {
  readonly #ports = new Map<string, number>();

  static async open(): Promise<Network> {
    const network = new Network();
    for (const [name, ports] of Object.entries(PORTS)) {
      for (const port of ports) network.#ports.set(`${name}:${port}`, await freePort());
    }
    return network;
  }

  port(address: string): number {
    const port = this.#ports.get(address);
    if (port === undefined) throw new Error(`The test knows no port ${address}.`);
    return port;
  }

  /** What a service says of addresses, with those of this machine. */
  localise(service: string, text: string): string {
    let local = text.replaceAll("0.0.0.0", "127.0.0.1");
    for (const [address, port] of this.#ports) local = local.replaceAll(address, `127.0.0.1:${port}`);
    for (const own of PORTS[service] ?? []) {
      local = local.replace(new RegExp(`\\b${own}\\b`, "g"), String(this.port(`${service}:${own}`)));
    }
    return local;
  }
}
