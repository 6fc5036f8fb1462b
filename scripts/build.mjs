import { enter } from "./bootstrap/enter.mjs";

enter("../build/launch.mjs");
