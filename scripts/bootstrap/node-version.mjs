// Old Nodes parse this file too, so that they can say what is wrong: nothing newer than ES2015 here.
const MINIMUM = [20, 19];

/**
 * Why this Node cannot run Heddle; "" when it can.
 * @param {string} version as in process.versions.node
 * @returns {string}
 */
export function refuseNode(version) {
  const parts = version.split(".").map(Number);
  const enough = parts[0] > MINIMUM[0] || (parts[0] === MINIMUM[0] && parts[1] >= MINIMUM[1]);
  if (enough) return "";
  return (
    "Heddle needs Node " +
    MINIMUM.join(".") +
    " or newer, and this is Node " +
    version +
    ". Install a newer one (https://nodejs.org, or your version manager) and run the command again."
  );
}
