// The health check of the image, which has no curl. Argument: an address that answers 2xx while all is well.
const [address = ""] = process.argv.slice(2);

try {
  const response = await fetch(address, { signal: AbortSignal.timeout(4000) });
  console.log(response.status, (await response.text()).slice(0, 500));
  process.exitCode = response.ok ? 0 : 1;
} catch (error) {
  console.log(`${address} does not answer: ${error.cause?.message ?? error.message}`);
  process.exitCode = 1;
}
