const KEPT =
  /^(PATH|HOME|(npm_config_)?(https?_|no_)?proxy|npm_config_(registry|cache|userconfig|cafile)|node_extra_ca_certs)$/i;

/** What is left of this process's environment for what a container would start with none of it. */
export function cleanEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name, value]) => KEPT.test(name) && value !== undefined);
  // Packages that were downloaded before are not asked for again.
  return { ...Object.fromEntries(kept), npm_config_prefer_offline: "true" };
}
