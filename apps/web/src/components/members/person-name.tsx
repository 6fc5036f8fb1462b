import { initialsOf } from "../shell/initials";
import { Pill } from "../ui/pill";

interface PersonNameProps {
  name: string;
  email: string;
  you?: boolean;
}

/** A person in a table: initials, name, address. */
export function PersonName({ name, email, you = false }: PersonNameProps) {
  return (
    <span className="flex min-w-0 items-center gap-2.5 py-1">
      <span
        aria-hidden
        className="grid size-6 shrink-0 place-items-center rounded-full bg-active text-[10px] font-semibold text-ink-2"
      >
        {initialsOf(name)}
      </span>
      <span className="min-w-0">
        <span className="flex min-w-0 items-center gap-1.5">
          <span title={name} className="truncate font-medium">
            {name}
          </span>
          {you ? <Pill>you</Pill> : null}
        </span>
        <span title={email} className="block truncate text-11 text-ink-3">
          {email}
        </span>
      </span>
    </span>
  );
}
