import { enter } from "./bootstrap/enter.mjs";

enter("../test/launch.mjs");
