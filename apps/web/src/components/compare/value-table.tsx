"use client";
import { useState } from "react";
import { formatCount } from "@/format/number";
import { Button } from "../ui/button";

interface ValueTableProps {
  label: string;
  changes: readonly { path: string; before: string | null; after: string | null }[];
  /** Changes that the server left out. */
  more?: number;
  /** The values are words of the product's, or of people: texts stand without quotes. */
  plain?: boolean;
}

const SHOWN = 12;

/** Values that differ by their names: then → now. */
export function ValueTable({ label, changes, more = 0, plain = false }: ValueTableProps) {
  const words = (text: string | null) => (plain && text !== null ? withoutQuotes(text) : text);
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, SHOWN);
  return (
    <>
      <table aria-label={label} className="w-full table-fixed text-12">
        <thead className="sr-only">
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Then</th>
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ path, before, after }) => (
            <tr key={path} className="border-t border-line align-top first:border-t-0">
              <th
                scope="row"
                className="w-2/5 py-1 pr-3 text-left font-mono text-[11.5px] font-normal break-words"
              >
                {path}
              </th>
              <td className="py-1 pr-3 font-mono text-[11.5px] break-words text-ink-3">
                {words(before) ?? <span className="font-sans text-12">not set</span>}
              </td>
              <td className="py-1 font-mono text-[11.5px] font-medium break-words">
                <span aria-hidden className="mr-1.5 font-normal text-ink-3">
                  →
                </span>
                {words(after) ?? <span className="font-sans text-12 font-normal text-ink-3">not set</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > shown.length ? (
        <Button variant="quiet" size="sm" className="mt-1 -ml-2" onClick={() => setAll(true)}>
          {formatCount(changes.length - shown.length)} more
        </Button>
      ) : null}
      {more > 0 && (all || changes.length <= SHOWN) ? (
        <p className="mt-1 text-12 text-ink-3">{formatCount(more)} more are not listed.</p>
      ) : null}
    </>
  );
}

/** A text as it is, where JSON would put it in quotes. */
function withoutQuotes(text: string): string {
  if (!text.startsWith('"') || !text.endsWith('"')) return text;
  return text.slice(1, -1).replaceAll('\\"', '"');
}
