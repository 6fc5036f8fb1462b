import { expect, type Page } from "@playwright/test";
import { readRuns } from "../product/api";
import { signIn } from "../product/sign-in";
import { test } from "../product/test";
import { createUserProject } from "../product/user-project";

const PIPELINE = `
import { dataflow } from "@heddle/sdk";
const flow = dataflow("keys_journey", { doubled: ({ n }: { n: number }) => n * 2 });
console.log((await flow.run({ inputs: { n: 21 } })).doubled);
`;

/** Makes a key on the page that is open, and gives the key itself. */
async function makeKey(page: Page, name: string): Promise<string> {
  await page.getByRole("button", { name: "Create key" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "30 days" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Create key" }).click();
  const key = (await page.getByText(/^hdl_[\w-]{43}$/).textContent()) ?? "";
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  return key;
}

test("a key of the organisation sends runs to the project that it names, until it is revoked", async ({
  page,
  product,
}) => {
  await signIn(page, product);
  await page.goto("/home/settings/keys");
  const key = await makeKey(page, "All pipelines");
  const row = page.getByRole("table", { name: "API keys" }).getByRole("row", { name: /All pipelines/ });
  await expect(row).toContainText("send runs");

  const user = await createUserProject(product.url);
  const variables = { HEDDLE_URL: product.url, HEDDLE_API_KEY: key };
  try {
    const silent = await user.run(PIPELINE, variables);
    expect(silent).toMatchObject({ code: 0, stdout: "42\n" });
    expect(silent.stderr).toContain("HEDDLE_PROJECT");
    expect(await user.run(PIPELINE, { ...variables, HEDDLE_PROJECT: "main" })).toMatchObject({
      code: 0,
      stdout: "42\n",
      stderr: "",
    });
    await expect.poll(async () => (await readRuns(product, "keys_journey")).length).toBe(1);

    await row.getByRole("button", { name: "Revoke key All pipelines" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Revoke key" }).click();
    await expect(page.getByText("Key “All pipelines” is revoked")).toBeVisible();
    await expect(row).toBeHidden();
    const asked = async () => {
      const headers = { authorization: `Bearer ${key}`, "x-heddle-project": "main" };
      return (await fetch(`${product.url}/api/v1/telemetry`, { method: "POST", headers })).status;
    };
    await expect.poll(asked, { timeout: 5000 }).toBe(401);
  } finally {
    await user.remove();
  }

  await page.goto("/home/settings/audit");
  const log = page.getByRole("table", { name: "Audit log" });
  await expect(log).toContainText("Revoked the API key “All pipelines”");
  await expect(log).toContainText("Created the API key “All pipelines”, may send runs");
  await page.getByRole("button", { name: "About: Everything" }).click();
  await page.getByRole("menuitemradio", { name: "Projects", exact: true }).click();
  await expect(page).toHaveURL(/about=project/);
  await expect(page.getByText("Revoked the API key")).toBeHidden();
  await page.goBack();
  await expect(log).toContainText("Revoked the API key “All pipelines”");
});

test("the audit log is taken away as a file", async ({ page, product }) => {
  await signIn(page, product);
  await page.goto("/home/main/settings/keys");
  await makeKey(page, "=For the file");
  await page.goto("/home/main/settings/audit?about=key");
  await page.getByRole("button", { name: "Export" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "CSV, for spreadsheets" }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe("audit-log-home-main.csv");
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  expect(text).toContain(",key.created,'=For the file,");
  expect(text).not.toMatch(/hdl_[\w-]{43}/);
});
