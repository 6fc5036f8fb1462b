interface Columns {
  departure: Date[];
  departureHour: number[];
  weekday: string[];
  isWeekend: boolean[];
  dayPart: string[];
  originName: (string | null)[];
  originState: (string | null)[];
  routeLabel: string[];
  isInterstate: (boolean | null)[];
  distanceMiles: number[];
  heading: (string | null)[];
  usualTemperature: (number | null)[];
  usualWind: (number | null)[];
  recentDelay: (number | null)[];
  originTraffic: number[];
  isLate: boolean[];
}

export type FeatureRow = { [Name in keyof Columns]: Columns[Name][number] };

/** All features, one row for each flight: what a model would be trained on. */
export function featureTable({
  departure,
  departureHour,
  weekday,
  isWeekend,
  dayPart,
  originName,
  originState,
  routeLabel,
  isInterstate,
  distanceMiles,
  heading,
  usualTemperature,
  usualWind,
  recentDelay,
  originTraffic,
  isLate,
}: Columns): FeatureRow[] {
  return departure.map((time, row) => ({
    departure: time,
    departureHour: departureHour[row] ?? 0,
    weekday: weekday[row] ?? "",
    isWeekend: isWeekend[row] ?? false,
    dayPart: dayPart[row] ?? "",
    originName: originName[row] ?? null,
    originState: originState[row] ?? null,
    routeLabel: routeLabel[row] ?? "",
    isInterstate: isInterstate[row] ?? null,
    distanceMiles: distanceMiles[row] ?? 0,
    heading: heading[row] ?? null,
    usualTemperature: usualTemperature[row] ?? null,
    usualWind: usualWind[row] ?? null,
    recentDelay: recentDelay[row] ?? null,
    originTraffic: originTraffic[row] ?? 0,
    isLate: isLate[row] ?? false,
  }));
}

/** Share of rows without a missing value, the weather aside, which only Seattle has. */
export function completeShare({ featureTable }: { featureTable: FeatureRow[] }): number {
  const complete = featureTable.filter(({ usualTemperature, usualWind, ...rest }) =>
    Object.values(rest).every((value) => value !== null),
  );
  return complete.length / featureTable.length;
}

/** Share of late flights by part of the day: the first thing to look at. */
export function lateShareByDayPart({ featureTable }: { featureTable: FeatureRow[] }): Record<string, number> {
  const parts = [...new Set(featureTable.map((row) => row.dayPart))];
  return Object.fromEntries(
    parts.map((part) => {
      const rows = featureTable.filter((row) => row.dayPart === part);
      return [part, rows.filter((row) => row.isLate).length / rows.length];
    }),
  );
}
