/** Where WPS's service on this computer listens for what is to be installed. */
export const LOCAL_SERVICE = "http://127.0.0.1:58890";
