import { endQuietlyWithPipe } from "./output/pipe";
import { run } from "./run";

endQuietlyWithPipe();
await run(process.argv.slice(2));
