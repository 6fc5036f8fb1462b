import { router } from "../init";

export const versionsRouter = router({});
