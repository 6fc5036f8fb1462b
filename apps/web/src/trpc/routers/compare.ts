import { router } from "../init";

export const compareRouter = router({});
