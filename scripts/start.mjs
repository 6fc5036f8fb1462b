import { enter } from "./bootstrap/enter.mjs";

enter("../start/launch.mjs");
