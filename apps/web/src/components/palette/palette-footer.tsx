import { Kbd } from "../ui/kbd";

function Hint({ keys, does }: { keys: string[]; does: string }) {
  return (
    <span className="flex items-center gap-1">
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      {does}
    </span>
  );
}

/** The keys of the palette. */
export function PaletteFooter({ chord, inProject }: { chord: string; inProject: boolean }) {
  return (
    <div className="flex h-9 shrink-0 items-center gap-4 border-t border-line bg-sunken px-4 text-11 text-ink-3 max-desk:hidden">
      <Hint keys={["↑", "↓"]} does="move" />
      <Hint keys={["↵"]} does="open" />
      <Hint keys={[chord === "⌘" ? "⌘↵" : "Ctrl ↵"]} does="new tab" />
      <Hint keys={["⇥"]} does="actions" />
      <span className="flex-1" />
      {inProject ? <Hint keys={["#"]} does="runs" /> : null}
      <Hint keys={[">"]} does="actions" />
    </div>
  );
}
