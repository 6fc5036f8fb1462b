import type { TelemetryAnswer } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { invariant } from "../../error/invariant";
import { answerRepeats } from "./answer-repeats";
import { type Arrived, keyOf, type Outcome } from "./arrived";
import { findNeeds } from "./find-need";
import { type Answered, insertArrived } from "./insert-arrived";

/**
 * Writes receipts and, where there is something to keep, inbox rows, for all of these batches of a project at once.
 * The receipt's key decides between equal batches: the first is stored, a later one takes its answer, and waits for
 * its commit where that is of another transaction.
 */
export async function storeGroup(
  client: PoolClient,
  projectId: string,
  group: Arrived[],
): Promise<Outcome[]> {
  const answers = await answersTo(client, projectId, group);
  const firsts = new Map<string, Answered>();
  for (const arrived of group) {
    const answer = answers.get(arrived);
    invariant(answer, "each batch has an answer");
    if (!firsts.has(keyOf(arrived))) firsts.set(keyOf(arrived), { arrived, answer });
  }
  const stored = new Set(await insertArrived(client, projectId, [...firsts.values()]));
  const repeats = await answerRepeats(
    client,
    projectId,
    group.filter((arrived) => !stored.has(arrived)),
  );
  return group.map((arrived) => {
    const { writer, batch, accepted } = arrived;
    const isNew = stored.has(arrived);
    const answer = isNew ? answers.get(arrived) : repeats.get(arrived);
    return answer ? { writer, batch, answer, stored: isNew && accepted > 0 } : null;
  });
}

async function answersTo(client: PoolClient, projectId: string, group: Arrived[]) {
  const needs = await findNeeds(
    client,
    projectId,
    group.map(({ versions }) => versions),
  );
  return new Map<Arrived, TelemetryAnswer>(
    group.map((arrived, index) => {
      const need = needs[index];
      invariant(need, "each batch has its need");
      return [arrived, { accepted: arrived.accepted, rejected: arrived.rejected, need }];
    }),
  );
}
