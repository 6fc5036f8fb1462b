"use client";
import type { OverviewRange } from "@heddle/core";
import { ChevronDown, Clock } from "lucide-react";
import { Button } from "../ui/button";
import { Menu, MenuChoice } from "../ui/menu";
import { RANGE_WORDS, RANGES } from "./overview-query";

interface RangeMenuProps {
  range: OverviewRange;
  onChange: (range: OverviewRange) => void;
}

/** The time that figures and rates are about. */
export function RangeMenu({ range, onChange }: RangeMenuProps) {
  return (
    <Menu
      align="end"
      trigger={
        <Button aria-label={`Time range: ${RANGE_WORDS[range].last}`}>
          <Clock size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
          {RANGE_WORDS[range].last}
          <ChevronDown size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
        </Button>
      }
    >
      <MenuChoice
        label="Time range"
        value={range}
        options={RANGES.map((value) => ({ value, label: RANGE_WORDS[value].last }))}
        onChange={onChange}
      />
    </Menu>
  );
}
