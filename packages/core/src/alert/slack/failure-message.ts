import type { FailureFacts } from "../incident/facts";
import { failureUrl, runUrl } from "../page-urls";
import { type Block, context, fields, header, type SlackMessage, section } from "./block";
import { changes, nameList, position, runName, since, times, title } from "./sentences";
import { code, codeBlock, foreign, link, plainLine, words } from "./text";

const ERROR_LINES = 4;
const ERROR_LENGTH = 700;
const NAME = 80;

/**
 * The message about a failed run: readable on a phone without opening anything. Links stand in the text
 * instead of on buttons, because Slack marks a button of an incoming webhook as broken once it is pressed.
 */
export function failureMessage(facts: FailureFacts, publicUrl: string): SlackMessage {
  const { failure, skipped, owner, lastGood } = facts;
  const entries = [
    { title: "Since", text: since(facts, publicUrl) },
    ...(lastGood ? [{ title: `Changed since ${runName(lastGood)}`, text: changes(facts) }] : []),
    ...(skipped.count > 0 ? [{ title: "Stops", text: stops(skipped) }] : []),
    { title: "Run", text: times(facts.run) },
    ...(owner ? [{ title: "Owner", text: words(owner, NAME) }] : []),
  ];
  const blocks: Block[] = [
    header(title(facts)),
    ...(failure ? [section(errorText(failure))] : []),
    fields(entries),
    section(links(facts, publicUrl)),
    context(place(facts)),
  ];
  return { text: fallback(facts, publicUrl), blocks, unfurl_links: false, unfurl_media: false };
}

function firstLines(message: string): string {
  const lines = message.trim().split("\n");
  return lines.length > ERROR_LINES ? `${lines.slice(0, ERROR_LINES).join("\n")}\n…` : lines.join("\n");
}

function errorText(failure: NonNullable<FailureFacts["failure"]>): string {
  const error = codeBlock(`${failure.type}: ${firstLines(failure.message)}`, ERROR_LENGTH);
  if (!failure.place) return error;
  const { file, line, function: caller } = failure.place;
  const where = code(line === null ? file : `${file}:${line}`, 300);
  return `${error}\n${where}${caller ? ` in ${code(caller, NAME)}` : ""}`;
}

function stops(skipped: FailureFacts["skipped"]): string {
  const count = `${skipped.count} ${skipped.count === 1 ? "node" : "nodes"} did not run`;
  return skipped.names.length > 0 ? `${count}: ${nameList(skipped.names, skipped.count)}` : count;
}

function links(facts: FailureFacts, publicUrl: string): string {
  const node = facts.failure?.node;
  const target = runUrl(publicUrl, facts, facts.run.id, node);
  const label = node ? "Open the failed node" : "Open the run";
  const good = facts.lastGood;
  const before = good ? `  ·  ${link(runUrl(publicUrl, facts, good.id), `Last good ${runName(good)}`)}` : "";
  const id = facts.failureId;
  const group = id ? `  ·  ${link(failureUrl(publicUrl, facts, id), "Acknowledge or mute")}` : "";
  return `*${link(target, label)}*${before}${group}`;
}

function place(facts: FailureFacts): string {
  const home = `${foreign(facts.organization, NAME)} / ${foreign(facts.project, NAME)}`;
  return facts.environment ? `${home}  ·  ${words(facts.environment, NAME)}` : home;
}

function fallback(facts: FailureFacts, publicUrl: string): string {
  const { failure, run } = facts;
  const error = failure ? `: ${plainLine(`${failure.type}: ${failure.message}`, 300)}` : "";
  const url = runUrl(publicUrl, facts, run.id, failure?.node).replaceAll("&", "&amp;");
  return `${title(facts)}${error} (${position(facts.streak).toLowerCase()}) ${url}`;
}
