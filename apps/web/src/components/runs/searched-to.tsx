import { Instant } from "../time/instant";
import { Button } from "../ui/button";

interface SearchedToProps {
  at: string;
  pending: boolean;
  onGoOn: () => void;
}

/** The server looked at so many runs and stopped: how far it came, and a way to go on. */
export function SearchedTo({ at, pending, onGoOn }: SearchedToProps) {
  return (
    <p className="flex flex-wrap items-center gap-2 px-(--gutter) py-2 text-12 text-ink-2">
      <span>
        Looked at runs back to <Instant at={at} />.
      </span>
      <Button size="sm" disabled={pending} onClick={onGoOn}>
        {pending ? "Looking…" : "Look further back"}
      </Button>
    </p>
  );
}
