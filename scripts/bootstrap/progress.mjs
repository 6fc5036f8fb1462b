import { formatDuration } from "./duration.mjs";

const REDRAW_MS = 1000;

/**
 * Runs `work` under a title: on a terminal one line that counts the seconds, elsewhere a line before
 * and one after.
 * @template T
 * @param {string} title
 * @param {(note: (text: string) => void) => Promise<T>} work may say how far it is
 * @returns {Promise<T>}
 */
export async function progress(title, work) {
  const start = performance.now();
  const terminal = process.stdout.isTTY === true;
  let note = "";
  const elapsed = () => formatDuration(performance.now() - start);
  const draw = () => process.stdout.write(`\r\x1b[2K  ${title}${note && ` · ${note}`} · ${elapsed()}`);
  const timer = terminal ? setInterval(draw, REDRAW_MS) : undefined;
  if (terminal) draw();
  else console.log(`  ${title} ...`);
  const finish = (/** @type {string} */ mark) => {
    clearInterval(timer);
    if (terminal) process.stdout.write("\r\x1b[2K");
    console.log(`${mark} ${title}${note && ` · ${note}`} · ${elapsed()}`);
  };
  try {
    const result = await work((text) => {
      note = text;
      if (terminal) draw();
    });
    finish("✓");
    return result;
  } catch (error) {
    finish("✗");
    throw error;
  }
}
