import { beforeAll } from "vitest";
import { createStage, type Stage } from "../testing/access/stage";
import { walkHttpApi } from "../testing/access/suites/http-api";
import { walkPages } from "../testing/access/suites/pages";
import { walkProcedures } from "../testing/access/suites/procedures";
import { walkServed } from "../testing/access/suites/served";

let made: Stage;
beforeAll(async () => {
  made = await createStage();
});
const stage = () => made;

walkServed(stage);
walkPages(stage);
walkProcedures(stage);
walkHttpApi(stage);
