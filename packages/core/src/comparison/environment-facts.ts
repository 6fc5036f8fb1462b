import type { Environment, JsonValue } from "@heddle/contract";
import { diffPackages, type PackageChanges } from "./packages";
import { diffValues, type ValueChanges } from "./value-changes";

export interface EnvironmentChanges {
  packages: PackageChanges;
  /** Runtime, system, machine and lock file. */
  machine: ValueChanges;
  variables: ValueChanges;
}

/** What two runs ran on and with, compared; null when one of them did not say. Host and user do not count. */
export function diffEnvironments(
  before: Environment | null,
  after: Environment | null,
): EnvironmentChanges | null {
  if (!before || !after) return null;
  return {
    packages: diffPackages(before.packages, after.packages),
    machine: diffValues(machineOf(before), machineOf(after)),
    variables: diffValues(before.variables, after.variables),
  };
}

function machineOf({ runtime, os, cpu, memoryBytes, container, lockfileDigest }: Environment) {
  const facts: Record<string, JsonValue> = {
    runtime: `${runtime.name} ${runtime.version}`,
    system: `${os.name} ${os.version}, ${os.arch}`,
    container,
  };
  if (cpu) facts.cpu = `${cpu.count} × ${cpu.model}`;
  if (memoryBytes !== null) facts.memoryBytes = memoryBytes;
  if (lockfileDigest !== null) facts.lockfile = lockfileDigest;
  return facts;
}
