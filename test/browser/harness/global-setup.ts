/** Before the first browser test. */
import { startHost } from "./host-process";

export default startHost;
