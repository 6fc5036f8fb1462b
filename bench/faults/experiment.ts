import { setTimeout as wait } from "node:timers/promises";
import { startReceiver } from "@heddle/core/testing";
import { atEnd, type Ending } from "./at-end";
import { checkAll } from "./check/check-all";
import { checkLedger } from "./check/check-ledger";
import type { Finding } from "./check/finding";
import { openOwner } from "./check/owner";
import { firstProject, tellFailures } from "./check/project";
import { settle } from "./check/settle";
import { type Kills, killAll } from "./kill/kill-all";
import type { Blow } from "./kill/plan";
import { Load } from "./load/load";
import type { Product } from "./product/product";

export interface Outcome {
  name: string;
  kills: Kills;
  ackedBatches: number;
  ackedEvents: number;
  runs: number;
  /** Answers with 202 beyond the first for a batch. */
  repeats: number;
  /** Requests without an answer, or with a 5xx: stored or not. */
  unknown: number;
  statuses: { [status: string]: number };
  wrongAnswers: string[];
  /** Messages about failures that came again, with the same id: at least once is what is promised. */
  repeatedPosts: number;
  findings: Finding[];
}

interface Experiment {
  start: (receiver: string) => Promise<Product>;
  plan: Blow[];
  load: { sessions: number; pauseMs: number };
  say: (line: string) => void;
}

/** One product under load while its parts are killed, and what is found of it in the end. */
export async function experiment({ start, plan, load: settings, say }: Experiment): Promise<Outcome> {
  const ending = atEnd();
  try {
    const receiver = await startReceiver();
    ending.add(() => receiver.close());
    const product = await started(start(receiver.host), ending);
    say(`${product.name}: started`);
    const owner = await openOwner(product.databaseUrl);
    await tellFailures(await firstProject(owner), receiver);
    await owner.close();
    const load = new Load(product, settings);
    ending.add(async () => load.abandon());
    load.start();
    const kills = await killAll(product, load, plan, say);
    await load.stop();
    const { record } = load;
    say(`${record.ackedEvents} events acknowledged; waiting until all of them are stored`);
    const left = await settle(product, record);
    say("comparing with what is stored");
    const findings = [...left, ...(await checkAll(product, record, receiver))];
    const ids = receiver.requests.map(({ headers }) => headers["webhook-id"]);
    return {
      name: product.name,
      kills,
      ackedBatches: record.acknowledged.length,
      ackedEvents: record.ackedEvents,
      runs: record.runs.length,
      repeats: record.requests - record.acknowledged.length,
      unknown: record.unknown,
      statuses: Object.fromEntries(record.statuses),
      wrongAnswers: record.wrongAnswers,
      repeatedPosts: ids.length - new Set(ids).size,
      findings,
    };
  } finally {
    await ending.run();
  }
}

/** Whoever interrupts a start waits for its end, which is what then can be undone. */
async function started(starting: Promise<Product>, ending: Ending): Promise<Product> {
  ending.add(() =>
    starting.then(
      (product) => product.stop(),
      () => undefined,
    ),
  );
  return await starting;
}

/** Every repetition is taken for something new: the receipt is forgotten as soon as it is written. */
const NO_RECEIPTS = [
  `create function forget_receipt() returns trigger language plpgsql security definer as
   'begin delete from public.batch_receipt where (project_id, writer, batch) = (new.project_id, new.writer, new.batch);
    return null; end'`,
  "create trigger forget_receipt after insert on batch_receipt for each row execute function forget_receipt()",
];

/** The same load without receipts and without a kill: how much the check then finds to be duplicated. */
export async function withoutReceipts(
  { start, load: settings, say }: Omit<Experiment, "plan">,
  seconds: number,
): Promise<number> {
  const ending = atEnd();
  try {
    const receiver = await startReceiver();
    ending.add(() => receiver.close());
    const product = await started(start(receiver.host), ending);
    say(`${product.name}, receipts switched off: started`);
    const owner = await openOwner(product.databaseUrl);
    ending.add(() => owner.close());
    for (const sql of NO_RECEIPTS) await owner.rows(sql);
    const load = new Load(product, settings);
    ending.add(async () => load.abandon());
    load.start();
    await wait(seconds * 1000);
    await load.stop();
    await settle(product, load.record);
    return (await checkLedger(owner, load.record)).duplicated;
  } finally {
    await ending.run();
  }
}
