import type { FailureDetail } from "@heddle/core";
import { Logo } from "../shell/logo";
import { Instant } from "../time/instant";
import { cn } from "../ui/cn";
import { type Piece, readMrkdwn } from "./mrkdwn";

type Message = FailureDetail["message"]["slack"];

const LINK = "font-medium text-[light-dark(#1264a3,#6bb2f5)] hover:underline";
const CODE =
  "rounded-1 border border-[light-dark(#e0e0e0,#393c41)] bg-[light-dark(#f7f7f7,#222529)] px-0.75 font-mono text-[12px] break-words text-[light-dark(#b3261e,#e8912d)]";

function Pieces({ pieces }: { pieces: Piece[] }) {
  return pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text.
    <PieceView key={index} piece={piece} />
  ));
}

function PieceView({ piece }: { piece: Piece }) {
  switch (piece.kind) {
    case "text":
      return piece.text;
    case "code":
      return <code className={CODE}>{piece.text}</code>;
    case "block":
      return (
        <pre className="mb-1 max-h-60 overflow-auto rounded-1 border border-[light-dark(#dddddd,#393c41)] bg-[light-dark(#f8f8f8,#222529)] px-2 py-1.75 font-mono text-[11.5px]/[17px] break-words whitespace-pre-wrap">
          {piece.text}
        </pre>
      );
    case "date":
      return <Instant at={piece.at} />;
    case "link":
      return (
        <a href={piece.href} className={LINK}>
          {piece.text}
        </a>
      );
    case "bold":
      return (
        <b className="font-bold">
          <Pieces pieces={piece.pieces} />
        </b>
      );
  }
}

function Text({ text, className }: { text: string; className?: string }) {
  return (
    <div className={cn("min-w-0 break-words whitespace-pre-wrap", className)}>
      <Pieces pieces={readMrkdwn(text)} />
    </div>
  );
}

function BlockView({ block }: { block: Message["blocks"][number] }) {
  if (block.type === "header")
    return <p className="text-[15px]/[22px] font-bold break-words">{block.text.text}</p>;
  if (block.type === "context")
    return (
      <Text
        text={block.elements.map(({ text }) => text).join(" ")}
        className="text-[12px] text-[light-dark(#616061,#9b9ea3)]"
      />
    );
  if ("fields" in block)
    return (
      <div className="grid grid-cols-2 gap-x-3.5 gap-y-2 text-[13px]/[18px] max-desk:grid-cols-1">
        {block.fields.map(({ text }) => (
          <Text key={text} text={text} />
        ))}
      </div>
    );
  return <Text text={block.text.text} className="text-[13px]/[19px]" />;
}

/** The message as Slack shows it. */
export function SlackMessageView({ message, at }: { message: Message; at: string }) {
  return (
    <div className="flex gap-2 rounded-3 border border-[light-dark(#dddddd,#35373b)] bg-[light-dark(#ffffff,#1a1d21)] px-4 pt-3.5 pb-3 text-[light-dark(#1d1c1d,#d1d2d3)]">
      <span className="grid size-9 shrink-0 place-items-center rounded-3 bg-[#4a4fc4] [&>svg]:text-[#ffffff]">
        <Logo size={22} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-1.5 leading-[18px]">
          <b className="font-bold">Heddle</b>
          <span className="rounded-[2px] bg-[light-dark(#e8e8e8,#35373b)] px-0.75 text-[10px]/[14px] font-semibold text-[light-dark(#616061,#abadb0)]">
            APP
          </span>
          <Instant at={at} className="text-12 text-[light-dark(#616061,#9b9ea3)]" />
        </p>
        <div className="mt-1 grid gap-2">
          {message.blocks.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place in the message.
            <BlockView key={index} block={block} />
          ))}
        </div>
      </div>
    </div>
  );
}
