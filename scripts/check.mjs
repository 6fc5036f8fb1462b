import { enter } from "./bootstrap/enter.mjs";

enter("../check/launch.mjs");
