import { enter } from "./bootstrap/enter.mjs";

enter("../initialise/launch.mjs");
