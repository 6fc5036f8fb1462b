"use client";
import type { Role } from "@heddle/core";
import type { IN_PROJECT } from "../members/roles";

interface RoleChoiceProps<Each extends Role> {
  roles: readonly Each[];
  texts: typeof IN_PROJECT;
  value: Each;
  onChange: (role: Each) => void;
}

/** Which role somebody gets, each with what it allows. */
export function RoleChoice<Each extends Role>({ roles, texts, value, onChange }: RoleChoiceProps<Each>) {
  return (
    <fieldset>
      <legend className="mb-1 text-12 font-medium">Role</legend>
      <div className="overflow-hidden rounded-2 border border-line-control">
        {roles.map((role) => (
          <label
            key={role}
            className="flex items-center gap-2.5 border-b border-line px-2.5 py-1.5 last:border-b-0 has-checked:bg-hover"
          >
            <input
              type="radio"
              name="role"
              value={role}
              checked={role === value}
              onChange={() => onChange(role)}
              className="size-3.5 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              <span className="block text-12 font-medium">{texts[role].label}</span>
              <span className="block text-12 text-ink-2">{texts[role].may}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
