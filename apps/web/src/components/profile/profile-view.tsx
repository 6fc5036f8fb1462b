import type { Profile } from "@heddle/contract";
import { formatCount } from "@/format/number";
import { PanelSection } from "../ui/side-panel";
import { ColumnRow } from "./column-row";
import { ColumnsView } from "./columns-view";
import { profileTitle } from "./profile-title";
import { scalarWords } from "./scalar-words";

interface ProfileViewProps {
  profile: Profile;
  /** Where the history of a column is, if not here. */
  historyOf?: ((column: string) => string) | null;
}

/** What a node produced, in figures. */
export function ProfileView({ profile, historyOf = null }: ProfileViewProps) {
  const { columns, columnCount, sampledRows, rows } = profile;
  const left = columnCount - columns.length;
  const scalar = scalarWords(profile);
  return (
    <PanelSection
      title={profileTitle(profile)}
      aside={<span className="truncate font-mono text-[10.5px] font-normal">{profile.dataType}</span>}
    >
      {profile.shape === "table" ? (
        <ColumnsView columns={columns} historyOf={historyOf} />
      ) : scalar !== null ? (
        <p className="text-20 font-medium break-words">{scalar}</p>
      ) : (
        <ul aria-label="Columns">
          {columns.map((column) => (
            <ColumnRow key={column.name} column={column} historyOf={historyOf} />
          ))}
        </ul>
      )}
      {columns.length === 0 ? (
        <p className="text-12 text-ink-3">No statistics were recorded for it.</p>
      ) : null}
      {left > 0 && columns.length > 0 ? (
        <p className="mt-1 text-11 text-ink-3">{formatCount(left)} further columns were not profiled.</p>
      ) : null}
      {sampledRows !== null ? (
        <p className="mt-1 text-11 text-ink-3">
          From {formatCount(sampledRows)} of {rows === null ? "all" : formatCount(rows)} rows.
        </p>
      ) : null}
    </PanelSection>
  );
}
