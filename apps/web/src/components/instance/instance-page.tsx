"use client";
import type { ReactNode } from "react";
import { OuterFrame } from "../shell/outer-frame";
import { Tabs } from "../ui/tabs";

type InstanceTab = "state" | "quarantine";

interface InstancePageProps {
  current: InstanceTab;
  title: string;
  children: ReactNode;
}

/** A page about the instance, for operators: frame, tabs, and the region that scrolls. Skeletons use it, too. */
export function InstancePage({ current, title, children }: InstancePageProps) {
  return (
    <OuterFrame
      crumbs={[{ label: "Instance", href: "/instance" }, { label: title }]}
      tabs={
        <Tabs<InstanceTab>
          label="Instance"
          current={current}
          tabs={[
            { key: "state", label: "State", href: "/instance" },
            { key: "quarantine", label: "Quarantine", href: "/instance/quarantine" },
          ]}
        />
      }
    >
      <h1 className="sr-only">{title} of the instance</h1>
      {children}
    </OuterFrame>
  );
}
