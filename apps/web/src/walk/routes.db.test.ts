import { beforeAll } from "vitest";
import { createStage, type Stage } from "../testing/access/stage";
import { walkHttpApi } from "../testing/access/suites/http-api";
import { walkMarks } from "../testing/access/suites/marks";
import { walkMethods } from "../testing/access/suites/methods";
import { walkNextAuth } from "../testing/access/suites/next-auth";
import { walkPages } from "../testing/access/suites/pages";
import { walkPaths } from "../testing/access/suites/paths";
import { walkPorts } from "../testing/access/suites/ports";
import { walkProbe } from "../testing/access/suites/probe";
import { walkProcedures } from "../testing/access/suites/procedures";
import { walkServed } from "../testing/access/suites/served";
import { walkTwoTenants } from "../testing/access/suites/two-tenants";

let made: Stage;
beforeAll(async () => {
  made = await createStage();
});
const stage = () => made;

walkMarks(stage);
walkServed(stage);
walkPages(stage);
walkProcedures(stage);
walkHttpApi(stage);
walkNextAuth(stage);
walkMethods(stage);
walkPaths(stage);
walkTwoTenants(stage);
walkProbe(stage);
walkPorts(stage);
