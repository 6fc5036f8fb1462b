import type { ApiKey } from "@heddle/contract";

export type Scope = ApiKey["scopes"][number];

export const SCOPES: readonly { value: Scope; label: string; short: string; hint: Hint }[] = [
  {
    value: "ingest",
    label: "Send runs",
    short: "send runs",
    hint: { project: "What a pipeline needs.", organization: "What a pipeline needs, in any project." },
  },
  {
    value: "read",
    label: "Read runs",
    short: "read runs",
    hint: { project: "For scripts that use the API.", organization: "For scripts, in any project." },
  },
  {
    value: "admin",
    label: "Manage",
    short: "manage",
    hint: {
      project: "Creates and revokes keys of the project, reads its audit log.",
      organization: "Creates projects and keys, reads the audit log.",
    },
  },
];

interface Hint {
  project: string;
  organization: string;
}

interface ScopeFieldProps {
  of: keyof Hint;
  value: readonly Scope[];
  onChange: (value: Scope[]) => void;
}

/** What the key may do: each right by itself, none holds another. */
export function ScopeField({ of, value, onChange }: ScopeFieldProps) {
  return (
    <fieldset>
      <legend className="mb-1 text-12 font-medium">May</legend>
      {SCOPES.map((scope) => (
        <label key={scope.value} className="flex min-h-8 items-baseline gap-2 py-1">
          <input
            type="checkbox"
            className="size-3.5 shrink-0 translate-y-0.5 accent-accent"
            checked={value.includes(scope.value)}
            onChange={({ target }) =>
              onChange(
                target.checked ? [...value, scope.value] : value.filter((each) => each !== scope.value),
              )
            }
          />
          <span className="w-20 shrink-0">{scope.label}</span>
          <span className="text-12 text-ink-3">{scope.hint[of]}</span>
        </label>
      ))}
      <p className="mt-1 text-12 text-ink-3">None of them holds another: give what the program needs.</p>
    </fieldset>
  );
}
