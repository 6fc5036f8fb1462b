import type { RunCode } from "@heddle/core";
import { CodeXml, FileCode } from "lucide-react";
import { formatCount } from "@/format/number";
import { useRun } from "../run/run-context";
import { StatusMark } from "../status/status-mark";
import { cn } from "../ui/cn";
import { groupFiles } from "./group-files";

type File = RunCode["files"][number];

const ICON = { size: 12, strokeWidth: 1.4, absoluteStrokeWidth: true } as const;
/** Nodes of the open file that are listed; the text shows all of them. */
const MOST_NODES = 200;

interface TreeProps {
  files: readonly File[];
  open: string | null;
  changed: ReadonlySet<string>;
  onFile: (path: string) => void;
  onNode: (node: string, path: string) => void;
}

function Changed({ count }: { count: number }) {
  const words =
    count === 1 ? "1 node changed since the last good run" : `${formatCount(count)} nodes changed`;
  return (
    <span title={words} className="shrink-0 text-ink">
      <CodeXml {...ICON} aria-hidden />
      <span className="sr-only">{words}</span>
    </span>
  );
}

function NodesOfFile({ file, changed, onNode }: Pick<TreeProps, "changed" | "onNode"> & { file: File }) {
  const { model, state } = useRun();
  return (
    <ul aria-label={`Nodes in ${file.path}`}>
      {file.nodes.slice(0, MOST_NODES).map(({ name, startLine }) => {
        const status = model.byName.get(name)?.status;
        return (
          <li key={name}>
            <button
              type="button"
              aria-pressed={name === state.node}
              title={name}
              onClick={() => onNode(name, file.path)}
              className={cn(
                "flex h-6 w-full items-center gap-1.5 pr-3 pl-8 text-left text-12 -outline-offset-2",
                name === state.node ? "bg-select" : "hover:bg-hover",
              )}
            >
              {status ? (
                <StatusMark status={status} size={12} />
              ) : (
                <span className="size-3 shrink-0" title="not part of this run" />
              )}
              <span className={cn("truncate", !status && "text-ink-3")}>{name}</span>
              {changed.has(name) ? <Changed count={1} /> : null}
              <span className="ml-auto text-11 text-ink-3">{startLine}</span>
            </button>
          </li>
        );
      })}
      {file.nodes.length > MOST_NODES ? (
        <li className="py-1 pl-8 text-12 text-ink-3">{formatCount(file.nodes.length - MOST_NODES)} more</li>
      ) : null}
    </ul>
  );
}

function FileItem({ name, file, ...props }: TreeProps & { name: string; file: File }) {
  const { open, changed, onFile } = props;
  const changedHere = file.nodes.filter((node) => changed.has(node.name)).length;
  return (
    <li>
      <button
        type="button"
        aria-current={file.path === open ? "true" : undefined}
        title={file.path}
        onClick={() => onFile(file.path)}
        className={cn(
          "flex h-7 w-full items-center gap-1.5 px-3 text-left text-12 -outline-offset-2",
          file.path === open ? "font-medium text-ink" : "text-ink-2 hover:bg-hover",
        )}
      >
        <FileCode {...ICON} aria-hidden className="shrink-0 text-ink-3" />
        <span className="truncate">{name}</span>
        {changedHere > 0 ? <Changed count={changedHere} /> : null}
        <span className="ml-auto text-11 font-normal text-ink-3">
          {file.nodes.length > 0 ? formatCount(file.nodes.length) : null}
        </span>
      </button>
      {file.path === open ? <NodesOfFile file={file} {...props} /> : null}
    </li>
  );
}

/** The files of the version by folder; the open one with its nodes. */
export function CodeTree(props: TreeProps) {
  return (
    <nav
      aria-label="Files"
      className="w-64 shrink-0 overflow-y-auto border-r border-line py-1 max-desk:hidden"
    >
      {groupFiles(props.files).map(({ folder, files }) => (
        <section key={folder} aria-label={folder || "Files without a folder"}>
          {folder === "" ? null : (
            <h3 title={folder} className="truncate px-3 pt-2 pb-0.5 text-11 font-normal text-ink-3">
              {folder}
            </h3>
          )}
          <ul>
            {files.map(({ name, file }) => (
              <FileItem key={file.path} name={name} file={file} {...props} />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
