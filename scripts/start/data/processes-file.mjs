/** Name of the file in the data folder that lists the instance's processes while they run. */
export const PROCESSES_FILE = "processes.json";
