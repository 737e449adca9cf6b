/** After the last browser test, also when some have failed. */
import { endHost } from "./host-process";

export default endHost;
