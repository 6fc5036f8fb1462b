/** Given on the command line at each start, so that a new version's settings reach old data folders. */
export function serverSettings(port: number, durable: boolean): string {
  const settings: Record<string, string | number> = {
    listen_addresses: "127.0.0.1",
    port,
    // A path of a socket may hold 107 bytes; the folder's may be longer.
    unix_socket_directories: "",
    max_connections: 100,
    shared_buffers: "128MB",
    max_wal_size: "1GB",
    timezone: "UTC",
    log_timezone: "UTC",
    // A week of logs in a ring, so that the folder does not grow.
    logging_collector: "on",
    log_filename: "postgresql-%a.log",
    log_truncate_on_rotation: "on",
    log_rotation_age: "1d",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}='${value}'`)
    .join(" ");
}
