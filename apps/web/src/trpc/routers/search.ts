import { router } from "../init";

export const searchRouter = router({});
