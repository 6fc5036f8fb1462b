import { router } from "../init";

export const overviewRouter = router({});
