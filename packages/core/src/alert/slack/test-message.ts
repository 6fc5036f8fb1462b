import { context, header, type SlackMessage, section } from "./block";
import { foreign, link, words } from "./text";

/** What the test button sends. */
export function testMessage(
  facts: { organization: string; project: string; channel: string },
  publicUrl: string,
): SlackMessage {
  const { organization, project, channel } = facts;
  const home = `${foreign(organization, 80)} / ${foreign(project, 80)}`;
  const page = `${publicUrl.replace(/\/+$/, "")}/${organization}/${project}/alerts`;
  return {
    text: `Heddle can write here: failed runs of ${home} will be told in this channel.`,
    blocks: [
      header("Heddle can write here"),
      section(`Failed runs of *${home}* will be told in this channel, as ${words(channel, 80)}.`),
      context(`A test. ${link(page, "Alerts")}`),
    ],
    unfurl_links: false,
    unfurl_media: false,
  };
}
