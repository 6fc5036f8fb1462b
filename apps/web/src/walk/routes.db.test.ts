import { beforeAll } from "vitest";
import { createStage, type Stage } from "../testing/access/stage";
import { walkHttpApi } from "../testing/access/suites/http-api";
import { walkProcedures } from "../testing/access/suites/procedures";

let made: Stage;
beforeAll(async () => {
  made = await createStage();
});
const stage = () => made;

walkProcedures(stage);
walkHttpApi(stage);
