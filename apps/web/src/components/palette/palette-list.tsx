"use client";
import { type ReactNode, useEffect, useId } from "react";
import type { Group } from "./item";
import { ActionRow, ItemRow } from "./palette-row";
import type { Option, useSelection } from "./use-selection";

interface PaletteListProps {
  id: string;
  groups: readonly Group[];
  words: readonly string[];
  selection: ReturnType<typeof useSelection>;
  onChoose: (option: Option, newTab: boolean) => void;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset.
    <div role="group" aria-labelledby={id} className="px-2 pt-2">
      <div id={id} className="truncate px-2 pb-1 text-11 font-medium text-ink-3">
        {title}
      </div>
      {children}
    </div>
  );
}

/** The id of an option's element. */
export function optionId(list: string, key: string): string {
  return `${list} ${key}`.replace(/\s/g, "_");
}

/** The rows by kind, and at the end what can be done with the active one. */
export function PaletteList({ id, groups, words, selection, onChoose }: PaletteListProps) {
  const { active, acting, actions, subject, point } = selection;
  const activeId = active && optionId(id, active.key);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);

  const bind = (option: Option) => ({
    id: optionId(id, option.key),
    active: option.key === active?.key,
    onPoint: () => point(option),
    onChoose: (newTab: boolean) => onChoose(option, newTab),
  });
  return (
    <>
      {(acting ? [] : groups).map(({ title, items }) => (
        <Section key={title} title={title}>
          {items.map((item) => (
            <ItemRow
              key={item.id}
              item={item}
              words={words}
              {...bind({ key: item.id, item, action: null })}
            />
          ))}
        </Section>
      ))}
      {subject && actions.length > 0 ? (
        <Section title={`Do, with ${subject.label}`}>
          {actions.map((option) =>
            option.action ? (
              <ActionRow key={option.key} action={option.action} armed={acting} {...bind(option)} />
            ) : null,
          )}
        </Section>
      ) : null}
    </>
  );
}
