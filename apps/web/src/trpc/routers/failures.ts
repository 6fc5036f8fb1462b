import { router } from "../init";

export const failuresRouter = router({});
