import { readdir, readFile, readlink } from "node:fs/promises";

const LISTENING = "0A";

/** Ports on which a process takes connections. Linux tells by which sockets its open files are. */
export async function portsOf(pid: number): Promise<number[]> {
  const files = await readdir(`/proc/${pid}/fd`);
  const open = await Promise.all(files.map((file) => readlink(`/proc/${pid}/fd/${file}`).catch(() => "")));
  const own = new Set(open.map((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1]));
  const tables = await Promise.all(
    ["tcp", "tcp6"].map((name) => readFile(`/proc/${pid}/net/${name}`, "utf8")),
  );
  const sockets = tables.flatMap((table) => table.trim().split("\n").slice(1));
  const ports = sockets.flatMap((line) => {
    const [, local = "", , state, , , , , , inode] = line.trim().split(/\s+/);
    return state === LISTENING && own.has(inode) ? [Number.parseInt(local.split(":")[1] ?? "", 16)] : [];
  });
  return [...new Set(ports)];
}
