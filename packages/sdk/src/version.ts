/** Who sends. A test holds the version to that of package.json. */
export const SDK = { name: "@heddle/sdk", version: "0.1.0" };
